import { expect } from '@open-wc/testing';
import { DefinitionError } from '../../src/core/definition-error.js';
import { fieldSchemas } from '../../src/core/field-schemas.js';
import { FormModel } from '../../src/core/form-model.js';
import { newKey } from '../../src/core/key.js';
import { newCaseForm } from '../../src/core/new-case-form.js';
import { parseDefinition } from '../../src/core/parse-definition.js';
import { initialValues, prefillFrom } from '../../src/core/prefill.js';
import { resolveFields } from '../../src/core/resolve-fields.js';
import { en } from '../../src/locales/en.js';
import type { Definition } from '../../src/schema/definition.js';
import type { Field } from '../../src/schema/field.js';
import { DEFINITION_LIMITS } from '../../src/schema/limits.js';

const text = { name: 'a', type: 'text', label: 'A' };
const form = (...fields: readonly unknown[]) => ({ id: 'form', fields });
const withText = (rest: object) => form({ ...text, ...rest });
const texts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...text, name: `a${index}` }));
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: 'V' }));
const nested = (levels: number) =>
  Array.from({ length: levels - 1 }).reduce<object>((inner) => ({ not: inner }), {
    field: 'a',
    empty: true,
  });

/** What is wrong with a definition, each as `place: what`; nothing when it is taken. */
function complaints(input: unknown): string[] {
  try {
    parseDefinition(input);
    return [];
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  }
}

describe('a definition from outside', () => {
  it('may be an object or its JSON, with everything that a form can have', () => {
    const when = {
      all: [{ field: 'a', in: ['x', 1, true] }, { not: { field: 'a', empty: true } }],
    };
    const definition = {
      id: 'partner.new-case_2',
      attachments: { accept: ['.png', 'image/*'], maxSize: 1000, maxFiles: 3 },
      fields: [
        {
          ...text,
          help: 'Help',
          placeholder: 'Like this',
          required: when,
          visible: when,
          whenHidden: 'keep',
          default: 'x',
          sensitive: true,
          autocomplete: 'name',
          minLength: 1,
          maxLength: 10,
          pattern: '[A-Z]{2}\\d+',
          suggestions: ['AB1'],
          settings: { any: [{ thing: null }] },
        },
        { name: 'b', type: 'multiline', label: 'B', rows: 3 },
        { name: 'c', type: 'number', label: 'C', min: 0, max: 10, step: 0.5, required: true },
        { name: 'd', type: 'date', label: 'D', min: '2026-01-01', max: '2026-12-31' },
        {
          name: 'e',
          type: 'choices',
          label: 'E',
          display: 'radio',
          options: [
            { value: '1', label: '1', when },
            { label: 'G', when, options: options(2) },
          ],
        },
      ],
    };
    expect(parseDefinition(definition)).to.deep.equal(definition);
    expect(parseDefinition(JSON.stringify(definition))).to.deep.equal(definition);
  });

  it('is refused with the place of each mistake, and what is wrong there', () => {
    const mistakes = {
      id: 'no id!',
      title: 'x',
      fields: [
        { ...text, name: 'a b' },
        { ...text, requird: true, kind: 'text' },
        { type: 'text', label: 7, name: 'c' },
        { ...text, name: 'd', options: [{ value: 'x' }, { options: [{ value: 1, label: '1' }] }] },
        { ...text, name: 'e', required: 'yes', visible: {}, display: 'dropdown', min: [] },
      ],
    };
    const found = complaints(mistakes);
    for (const complaint of [
      /^id: is no id$/,
      /^: unknown key title$/,
      /^fields\.0\.name: is no name$/,
      /^fields\.1: unknown key requird, kind$/,
      /^fields\.2\.label: .*expected string$/,
      /^fields\.3\.options\.0: is neither an option .* nor a group/,
      /^fields\.3\.options\.1\.options\.0\.value: .*expected string$/,
      /^fields\.4\.required: /,
      /^fields\.4\.visible: is no condition/,
      /^fields\.4\.display: /,
      /^fields\.4\.min: /,
    ]) {
      expect(
        found.filter((one) => complaint.test(one)),
        String(complaint),
      ).to.have.length(1);
    }
    expect(found).to.have.length(11);
    expect(() => parseDefinition(mistakes)).to.throw(DefinitionError, 'fields.0.name: is no name');
  });

  it('is refused when it is none at all', () => {
    for (const input of [null, 7, true, [], '', '{', '[]', 'null', '"form"', {}, { id: 'x' }]) {
      expect(complaints(input), JSON.stringify(input)).to.not.be.empty;
    }
    expect(complaints('{"id": "x", fields')).to.deep.equal([': is not JSON']);
    expect(complaints(form())).to.deep.equal(['fields: are missing']);
  });

  it('names only field types that there are', () => {
    for (const type of ['rating', 'Text', '', 'toString', '__proto__', 'constructor']) {
      expect(complaints(withText({ type }))).to.deep.equal([
        `fields.0.type: “${type}” is no field type`,
      ]);
    }
    const rating = { schema: () => fieldSchemas.number.schema({ ...text, type: 'number' }) };
    const own = { ...fieldSchemas, rating };
    expect(parseDefinition(withText({ type: 'rating' }), own).fields).to.have.length(1);
  });

  it('gives its fields names that are safe everywhere, each once', () => {
    for (const name of ['a', 'A-1_b', 'x'.repeat(64)]) {
      expect(complaints(withText({ name }))).to.deep.equal([]);
    }
    const unsafe = [
      '',
      '1a',
      '-a',
      'a.b',
      'a b',
      'a"',
      'ä',
      'a\n',
      'x'.repeat(65),
      '__proto__',
      'constructor',
      'toString',
      'valueOf',
      'hasOwnProperty',
    ];
    for (const name of unsafe) {
      expect(complaints(withText({ name })), name).to.deep.equal(['fields.0.name: is no name']);
    }
    expect(complaints(form(text, text))).to.deep.equal(['fields: share a name']);
  });

  it('holds safe patterns only', () => {
    for (const pattern of ['[A-Z]{2}\\d{6}', '.*', '']) {
      expect(complaints(withText({ pattern }))).to.deep.equal([]);
      expect(complaints(withText({ visible: { field: 'a', matches: pattern } }))).to.deep.equal([]);
    }
    for (const pattern of ['(a+)+$', '(', 'x'.repeat(201), '(?=a)', 'a)|(b']) {
      expect(complaints(withText({ pattern }))).to.deep.equal([
        'fields.0.pattern: is not a safe pattern',
      ]);
      const condition = { not: { any: [{ field: 'a', matches: pattern }] } };
      expect(complaints(withText({ visible: condition }))).to.have.length(1);
      expect(complaints(withText({ required: condition }))).to.have.length(1);
      const when = { options: [{ value: 'x', label: 'X', when: condition }] };
      expect(complaints(withText(when))).to.have.length(1);
    }
  });

  it('holds conditions that say one thing, of the kind that they ask for', () => {
    const none = [
      true,
      'a',
      [],
      {},
      { field: 'a' },
      { equals: 'x' },
      { field: 'a', equals: null },
      { field: 'a', equals: ['x'] },
      { field: 'a', in: 'x' },
      { field: 'a', in: [null] },
      { field: 'a', startsWith: 1 },
      { field: 'a', matches: 1 },
      { field: 'a', empty: 'yes' },
      { field: 'a', equals: 'x', empty: true },
      { field: 'a', toString: 'x' },
      { field: 'a', constructor: 'x' },
      { field: 7, equals: 'x' },
      { field: 'a', not: { field: 'a', empty: true } },
      { all: { field: 'a', empty: true } },
      { any: [{ field: 'a', empty: true }, {}] },
      { not: [{ field: 'a', empty: true }] },
      { some: [] },
      JSON.parse('{"field":"a","equals":1,"__proto__":{"all":[]}}') as unknown,
    ];
    for (const visible of none) {
      expect(complaints(withText({ visible })), JSON.stringify(visible)).to.have.length(1);
    }
  });
});

describe('the limits of a definition', () => {
  const { fields, options: most, depth } = DEFINITION_LIMITS;

  it('are 200 fields', () => {
    expect(fields).to.equal(200);
    expect(complaints(form(...texts(200)))).to.deep.equal([]);
    expect(complaints(form(...texts(201)))).to.deep.equal(['fields: are more than 200']);
  });

  it('are 2,000 options in all, alone or in groups', () => {
    expect(most).to.equal(2000);
    const choices = (count: number) => [
      { name: 'a', type: 'choice', label: 'A', options: options(1000) },
      { name: 'b', type: 'choices', label: 'B', options: [{ options: options(999) }] },
      { name: 'c', type: 'choice', label: 'C', options: options(count) },
    ];
    expect(complaints(form(...choices(1)))).to.deep.equal([]);
    expect(complaints(form(...choices(2)))).to.deep.equal(['fields: have more than 2000 options']);
  });

  it('are conditions of 20 levels', () => {
    expect(depth).to.equal(20);
    expect(complaints(withText({ visible: nested(20) }))).to.deep.equal([]);
    for (const levels of [21, 1000]) {
      expect(complaints(withText({ visible: nested(levels) }))).to.have.length(1);
    }
  });

  it('hold for what would fill the stack', () => {
    const levels = 100_000;
    const condition = `${'{"not":'.repeat(levels)}{"field":"a","empty":true}${'}'.repeat(levels)}`;
    const json = JSON.stringify(withText({ visible: '?' })).replace('"?"', condition);
    expect(complaints(json)).to.have.length(1);
    expect(complaints(json)[0]).to.match(
      /^fields\.0\.visible: is no condition, is nested too deeply/,
    );
    expect(complaints('['.repeat(levels))).to.deep.equal([': is not JSON']);
  });

  it('hold for what would fill the screen', () => {
    const endless = `{"id":"x","fields":[${'0,'.repeat(300_000)}0]}`;
    expect(complaints(endless)).to.not.be.empty;
    expect(complaints({ id: 'x', fields: texts(10_000) })).to.deep.equal([
      'fields: are more than 200',
    ]);
    expect(() => parseDefinition(form(...texts(5000).map(() => 0))))
      .to.throw(DefinitionError)
      .with.property('message')
      .with.length.below(1000);
    expect(complaints('x'.repeat(20_000_000))).to.deep.equal([': is not JSON']);
  });
});

describe('the default form', () => {
  const model = (definition: Definition) => new FormModel(definition, fieldSchemas);
  const draft = (values: Record<string, unknown>) => ({
    key: newKey(),
    form: 'new-case',
    values,
    attachments: [],
  });
  const answers = {
    requester: 'Example Ltd',
    contact: 'phone',
    phone: '+49 30 123456',
    product: 'billing',
    topic: 'invoices',
    subject: 'An invoice is missing',
    description: 'I expected one in May.',
  };

  it('is a definition like any other', () => {
    expect(complaints(JSON.stringify(newCaseForm(en)))).to.deep.equal([]);
  });

  it('takes a case, and asks only for the contact that was chosen', async () => {
    const check = (values: object) =>
      model(newCaseForm(en)).check(draft({ ...answers, ...values }), en);
    expect(await check({}))
      .to.have.nested.property('draft.values')
      .that.deep.equals(answers);
    for (const [contact, missing] of [
      ['email', 'email'],
      ['phone', 'phone'],
    ]) {
      const checked = await check({ contact, phone: '', email: '' });
      const paths = 'issues' in checked ? checked.issues.map(({ path }) => path) : [];
      expect(paths).to.deep.equal([[missing]]);
    }
    expect(await check({ contact: 'case', phone: '' })).to.have.property('draft');
  });

  it('has topics that depend on the product, and need no answer', async () => {
    const checked = await model(newCaseForm(en)).check(draft({ ...answers, product: 'data' }), en);
    expect(checked).to.have.nested.property('draft.values.product', 'data');
    expect(checked).to.not.have.nested.property('draft.values.topic');
  });

  it('takes the lists of the host instead of its own', () => {
    const definition = newCaseForm(en, {
      requesters: ['Example Ltd', 'Example Inc'],
      products: [
        { value: 'car', label: 'Car' },
        { value: 'bike', label: 'Bike' },
      ],
      topics: { car: [{ value: 'brakes', label: 'Brakes' }] },
    });
    const shown = (product: string) =>
      resolveFields(parseDefinition(definition), { product })
        .filter(({ visible }) => visible)
        .map(({ field, groups }) => [field.name, ...groups.flatMap((group) => group.options)]);
    expect(shown('car')).to.deep.include(['topic', { value: 'brakes', label: 'Brakes' }]);
    expect(shown('bike').map(([name]) => name)).to.not.include('topic');
    expect(definition.fields[0]?.suggestions).to.deep.equal(['Example Ltd', 'Example Inc']);
  });
});

describe('what fields hold before anybody has written', () => {
  const types: readonly [type: string, value: string][] = [
    ['text', 'x'],
    ['multiline', 'two\nlines'],
    ['email', 'a@b.example'],
    ['phone', '+49 30 123456'],
    ['url', 'https://a.example'],
    ['number', '7'],
    ['date', '2026-05-01'],
  ];
  const asField = (type: string, rest: Partial<Field> = {}): Field => ({
    name: type,
    type,
    label: type,
    ...rest,
  });
  const query = (values: Record<string, string>) => new URLSearchParams(values);

  it('comes from an address for plain texts', () => {
    const definition: Definition = { id: 'x', fields: types.map(([type]) => asField(type)) };
    const values = Object.fromEntries(types);
    expect(prefillFrom(query(values), definition)).to.deep.equal(values);
  });

  it('comes from an address for one option, if it is one', () => {
    const choice = asField('choice', {
      options: [
        { value: 'a', label: 'A' },
        { label: 'G', options: [{ value: 'b', label: 'B' }] },
      ],
    });
    const chosen = (value: string) =>
      prefillFrom(query({ choice: value }), { id: 'x', fields: [choice] });
    expect(chosen('a')).to.deep.equal({ choice: 'a' });
    expect(chosen('b')).to.deep.equal({ choice: 'b' });
    for (const value of ['c', 'A', '', 'toString']) expect(chosen(value)).to.deep.equal({});
  });

  it('never comes from an address for what is sensitive, ticked, agreed to or of the host', () => {
    const fields = [
      asField('text', { sensitive: true }),
      asField('consent'),
      asField('checkbox'),
      asField('choices', { options: [{ value: 'on', label: 'On' }] }),
      asField('serial'),
    ];
    const values = Object.fromEntries(fields.map(({ name }) => [name, 'on']));
    expect(prefillFrom(query(values), { id: 'x', fields })).to.deep.equal({});
  });

  it('never comes from an address under a name that the definition does not have', () => {
    const definition: Definition = { id: 'x', fields: [asField('text')] };
    const address = new URLSearchParams('key=1&form=2&__proto__=3&toString=4&text=5&text=6');
    expect(prefillFrom(address, definition)).to.deep.equal({ text: '5' });
  });

  it('is cut to the limits of its field', () => {
    const fields = [asField('text', { maxLength: 3 }), asField('email'), asField('multiline')];
    const endless = 'x'.repeat(60_000);
    const values = prefillFrom(query({ text: endless, email: endless, multiline: endless }), {
      id: 'x',
      fields,
    });
    expect(values['text']).to.equal('xxx');
    expect(values['email']).to.have.length(1000);
    expect(values['multiline']).to.have.length(50_000);
  });

  it('is the default, and above it what the host fills in', () => {
    const definition: Definition = {
      id: 'x',
      fields: [asField('text', { default: 'default' }), asField('number', { default: 0 })],
    };
    expect(initialValues(definition, { text: 'host', other: 1 })).to.deep.equal({
      text: 'host',
      number: 0,
      other: 1,
    });
  });
});
