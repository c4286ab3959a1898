import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DraftMatter } from '../../src/core/draft-matter.js';
import { matterOf, shownDefinition } from '../../src/core/draft-matter.js';
import { knownIncidents } from '../../src/core/known-incidents.js';
import { de } from '../../src/core/languages/de.js';
import { en } from '../../src/core/languages/en.js';
import { matterReader } from '../../src/core/matter-words.js';
import { newCaseForm } from '../../src/core/new-case-form.js';
import { sameMatter } from '../../src/core/same-matter.js';
import { enForm } from '../../src/locales/en.js';
import { deForm } from '../../src/locales/de.js';
import type { CaseSummary } from '../../src/schema/case.js';
import type { Incident } from '../../src/schema/incident.js';

const blank: DraftMatter = { subject: '', description: '', product: '', topic: '' };
const about = (given: Partial<DraftMatter>): DraftMatter => ({ ...blank, ...given });

const summary = (subject: string, more: Partial<CaseSummary> = {}): CaseSummary => ({
  number: subject,
  subject,
  status: 'open',
  created: '2026-03-01T10:00:00Z',
  updated: '2026-03-01T10:00:00Z',
  ...more,
});

describe('open cases about the same thing', () => {
  const found = (
    draft: Partial<DraftMatter>,
    subjects: readonly (string | CaseSummary)[],
    language = en,
  ) =>
    sameMatter(
      subjects.map((one) => (typeof one === 'string' ? summary(one) : one)),
      about(draft),
      matterReader(language),
    ).map(({ subject }) => subject);

  const same: readonly (readonly [string, string])[] = [
    ['Import of orders stops', 'The import of orders stops at row 200'],
    ['cannot import orders', 'Importing an order stops'],
    ['Page stays white after sign-in', 'White page after sign in'],
    ['Error E-1042 on export', 'Export ends with error E-1042'],
    ['Access - password reset for Maria', 'Access - password reset for Maria Okafor'],
    ['Invoice 4711 is wrong: VAT missing', 'VAT missing on invoice 4711'],
  ];
  for (const [subject, theirs] of same) {
    it(`are found: “${subject}”, “${theirs}”`, () => {
      assert.deepEqual(found({ subject }, [theirs]), [theirs]);
      assert.deepEqual(found({ subject: theirs }, [subject]), [subject]);
    });
  }

  const others: readonly (readonly [string, string])[] = [
    ['Import of orders stops', 'Import of invoices stops'],
    ['Access - password reset for Maria', 'Access - password reset for Jonas'],
    ['Invoice 4711 is wrong', 'Invoice 4712 is wrong'],
    ['Error E-1042 on export of orders', 'Error E-2077 on export of orders'],
    ['Import', 'Import of orders stops'],
    ['Help please, it does not work', 'It does not work, please help'],
    ['Monthly report is empty', 'Monthly report cannot be sent by mail'],
    ['Cannot sign in on the phone', 'Phone number of the contact is wrong'],
    ['Report', ''],
    ['', ''],
  ];
  for (const [subject, theirs] of others) {
    it(`are not the same: “${subject}”, “${theirs}”`, () => {
      assert.deepEqual(found({ subject }, [theirs]), []);
      assert.deepEqual(found({ subject: theirs }, [subject]), []);
    });
  }

  it('are not found by the name of the product alone', () => {
    const theirs = 'Reporting studio exports wrong totals';
    assert.deepEqual(found({ subject: 'Reporting studio' }, [theirs]), [theirs]);
    assert.deepEqual(
      found({ subject: 'Reporting studio', product: 'Reporting studio' }, [theirs]),
      [],
    );
  });

  it('are open, three at most, and most alike first', () => {
    const rows = ['at row 9', 'at row 9 again today', '', 'since the update', 'in Chrome'].map(
      (end) => `Import of orders stops ${end}`.trim(),
    );
    const solved = summary('Import of orders stops', { status: 'solved' });
    const listed = found({ subject: 'Import of orders stops' }, [...rows, solved]);
    assert.equal(listed.length, 3);
    assert.equal(listed[0], 'Import of orders stops');
  });

  it('are told apart by what they name in a language with capitals', () => {
    const subject = 'Export der Rechnungen bricht ab';
    assert.deepEqual(found({ subject }, ['Rechnungen: Export bricht ab'], de), [
      'Rechnungen: Export bricht ab',
    ]);
    assert.deepEqual(found({ subject }, ['Export der Bestellungen bricht ab'], de), []);
  });
});

describe('known incidents', () => {
  const incident = (title: string, components: string[] = []): Incident => ({
    id: title,
    title,
    state: 'investigating',
    components,
  });
  const relevant = (draft: Partial<DraftMatter>, incidents: readonly Incident[], language = en) =>
    knownIncidents(incidents, about(draft), matterReader(language))
      .filter(({ isRelevant }) => isRelevant)
      .map(({ incident }) => incident.title);
  const all = [
    incident('Sign-in is slow', ['Sign-in']),
    incident('Reports are delayed in the EU', ['Reporting studio']),
    incident('Exported orders are incomplete'),
  ];

  for (const [draft, title] of [
    [{ subject: 'I cannot sign in' }, 'Sign-in is slow'],
    [{ product: 'Reporting studio' }, 'Reports are delayed in the EU'],
    [{ description: 'My report for the EU is late.' }, 'Reports are delayed in the EU'],
    [{ subject: 'Order export fails' }, 'Exported orders are incomplete'],
  ] as const) {
    it(`one is relevant: ${JSON.stringify(draft)}`, () =>
      assert.deepEqual(relevant(draft, all), [title]));
  }

  for (const draft of [
    {},
    { subject: 'Please help, something is wrong' },
    { subject: 'Blank page after the update' },
    { subject: 'A report is empty' },
    { product: 'Billing', subject: 'Invoice has the wrong address' },
  ]) {
    it(`none is relevant: ${JSON.stringify(draft)}`, () =>
      assert.deepEqual(relevant(draft, all), []));
  }

  it('come first where they are relevant, and stay in their order otherwise', () => {
    const order = (draft: Partial<DraftMatter>) =>
      knownIncidents(all, about(draft), matterReader(en)).map(({ incident }) =>
        all.indexOf(incident),
      );
    assert.deepEqual(order({}), [0, 1, 2]);
    assert.deepEqual(order({ subject: 'Order export fails' }), [2, 0, 1]);
  });

  it('are read in the language of the page', () =>
    assert.deepEqual(
      relevant({ subject: 'Anmeldung geht nicht' }, [incident('Anmeldungen sind langsam')], de),
      ['Anmeldungen sind langsam'],
    ));
});

describe('what a draft is about', () => {
  const values = { product: 'system', topic: 'availability', subject: ' Down ' };

  it('is said in the words of the form', () => {
    assert.deepEqual(matterOf({ values }, newCaseForm(enForm)), {
      subject: 'Down',
      description: '',
      product: 'System management',
      topic: 'System availability',
    });
  });

  it('is read by the definition that the form shows, however it was given', () => {
    const own = { id: 'own', fields: [{ name: 'product', type: 'text', label: 'Product' }] };
    const draft = { form: 'own', values: {} };
    const forms = [{ definition: newCaseForm(enForm) }, { definition: own }];
    for (const given of [{ definition: own }, { definition: JSON.stringify(own) }, { forms }]) {
      assert.deepEqual(shownDefinition({ draft, ...given }, enForm), own);
    }
    for (const definition of [undefined, '{', 'null', '{}', own]) {
      const { fields } = shownDefinition(
        { draft: { form: 'new-case', values: {} }, definition },
        deForm,
      );
      assert.equal(fields[0]?.label, deForm.newCase.requester);
    }
  });

  it('loses no answer to a question that is not known', () => {
    const draft = { form: 'elsewhere', values: { subject: 'Down', since: 'Monday' } };
    assert.deepEqual(
      shownDefinition({ draft }, enForm).fields.map(({ name, label }) => [name, label]),
      [
        ['subject', 'subject'],
        ['since', 'since'],
      ],
    );
  });
});
