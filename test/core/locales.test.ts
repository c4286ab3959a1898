import { expect } from '@open-wc/testing';
import { files as arFiles } from '../../src/locales/ar-files.js';
import { ar, arForm, arSolutions, arUpload } from '../../src/locales/ar.js';
import { sent as arSent } from '../../src/locales/ar-sent.js';
import { files as deFiles } from '../../src/locales/de-files.js';
import { sent as deSent } from '../../src/locales/de-sent.js';
import { enDiagnostics } from '../../src/locales/en-diagnostics.js';
import { enExisting } from '../../src/locales/en-existing.js';
import { enDesk } from '../../src/locales/en-desk.js';
import { enHelpful } from '../../src/locales/en-helpful.js';
import { enIdentity } from '../../src/locales/en-identity.js';
import { enIncidents } from '../../src/locales/en-incidents.js';
import { enLauncher } from '../../src/locales/en-launcher.js';
import { enMail } from '../../src/locales/en-mail.js';
import { enRouting } from '../../src/locales/en-routing.js';
import { enList } from '../../src/locales/en-list.js';
import { enView } from '../../src/locales/en-view.js';
import { de, deForm, deSolutions, deUpload } from '../../src/locales/de.js';
import { enDelivery } from '../../src/locales/en-delivery.js';
import { enDrafts } from '../../src/locales/en-drafts.js';
import { enEnding } from '../../src/locales/en-ending.js';
import { files as enFiles } from '../../src/locales/en-files.js';
import { sent as enSent, type SentMessages } from '../../src/locales/en-sent.js';
import {
  en,
  enForm,
  enSolutions,
  enUpload,
  type DeliveryMessages,
  type FileMessages,
  type Messages,
  type UploadMessages,
} from '../../src/locales/en.js';

const COUNTS = [0, 1, 2, 3, 11, 100];
const DATE = new Date('2026-03-31T12:00:00Z');
const LABEL = 'Σ-17'; // In none of the languages, so that only the words around it are compared.

/** Texts that name a field, an article or a file. */
const NAMING =
  /^(required|option|pattern|consent|invalid|cancel|retry|remove|edit|set|goesTo|statusIs|submitted)$/;

/** What a text that is a function is called with; a count where nothing else is named. */
const ARGUMENTS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'errors.tooShort': COUNTS.map((n) => [LABEL, n]),
  'errors.tooLong': COUNTS.map((n) => [LABEL, n]),
  'errors.tooSmall': [...COUNTS, '2026-03-31'].map((limit) => [LABEL, limit]),
  'errors.tooBig': [...COUNTS, '2026-03-31'].map((limit) => [LABEL, limit]),
  'errors.step': [0.5, 1, 100].map((step) => [LABEL, step]),
  'form.characters': COUNTS.map((n) => [n, n]),
  'upload.limits': COUNTS.flatMap((maxFiles) =>
    [[], ['.png', 'image/*']].map((accept) => [{ maxFiles, maxSize: 5e7, accept }]),
  ),
  'upload.progress': COUNTS.map((n) => [n, n]),
  'files.mark': [[LABEL, { x: 1, y: 2, width: 3, height: 4 }]],
  'helpful.count': COUNTS.map((n) => [n, n]),
  'incidents.since': [[new Date('2026-03-31T12:00:00Z')]],
  'incidents.closed': COUNTS.flatMap((n) => ['all', 'others'].map((which) => [n, 'Ψ', which])),
  'existing.changed': [[new Date('2026-03-31T12:00:00Z')]],
  'diagnostics.limits': [[200, 10_000]],
  'solutions.updated': ['day', 'week', 'month', 'year'].flatMap((unit) =>
    COUNTS.map((n) => [n, unit]),
  ),
  'solutions.date': [[DATE]],
  'sent.ledger': [[], [3], [2, 3]].flatMap((again) =>
    COUNTS.map((total) => [{ total, attached: 0, again, failed: total }]),
  ),
  'delivery.busy': [[DATE]],
  'view.moment': [[DATE]],
  'view.arrived': COUNTS.slice(1).flatMap((n) => [
    [{ comments: n, author: n === 1 ? LABEL : '', attachments: 0 }],
    [{ comments: 0, author: '', attachments: n }],
    [{ comments: n, author: n === 1 ? LABEL : '', attachments: n }],
  ]),
  'list.day': [[DATE]],
  'list.range': [
    [1, 25, undefined],
    [26, 50, 100_000],
  ],
  'drafts.restored': [true, false].map((isToday) => [DATE, isToday]),
  'drafts.sentElsewhere': [[''], ['4711']],
  'drafts.unsaved': [['blocked'], ['full'], ['slow'], ['files']],
  'drafts.secret': [
    [LABEL, ['password']],
    [LABEL, ['password', 'key', 'token', 'card']],
  ],
  'upload.rejected': ['type', 'size', 'count', 'empty', 'content', 'folder'].flatMap((reason) =>
    COUNTS.map((maxFiles) => [reason, { maxFiles, maxSize: 5e7 }]),
  ),
};
function argumentsOf(place: string, key: string): readonly (readonly unknown[])[] {
  if (NAMING.test(key)) return [[LABEL]];
  return ARGUMENTS[place] ?? COUNTS.map((n) => [n]);
}

type Text = (...given: readonly unknown[]) => string;

/** Every text by its place; what a function says to each of its arguments. */
function spoken(messages: object, above = ''): Map<string, string> {
  const said = new Map<string, string>();
  for (const [key, value] of Object.entries(messages) as [string, unknown][]) {
    const place = above ? `${above}.${key}` : key;
    if (typeof value === 'string') said.set(place, value);
    else if (typeof value === 'function') {
      for (const given of argumentsOf(place, key)) {
        said.set(`${place}(${JSON.stringify(given)})`, (value as Text)(...given));
      }
    } else for (const [inner, text] of spoken(value as object, place)) said.set(inner, text);
  }
  return said;
}

/** Words that are the same in two languages. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  de: ['Organisation', 'Status', `Status: ${LABEL}.`, 'Support'],
  ar: [],
};

/** What is a number and little else, which languages may share. */
const FIGURES = /^(?:upload\.size|view\.size|list\.(?:count|range))\(/;

/** All texts of a language, those that are loaded later included; what loads them says nothing itself. */
function whole(messages: Messages, files: FileMessages, sent: SentMessages): Whole {
  const upload = Object.entries(messages.upload).filter(([key]) => key !== 'more');
  const delivery = Object.entries(messages.delivery ?? {}).filter(([key]) => key !== 'sent');
  return {
    ...messages,
    upload: Object.fromEntries(upload) as unknown as UploadMessages,
    delivery: Object.fromEntries(delivery) as unknown as DeliveryMessages,
    files,
    sent,
  };
}
type Whole = Messages & { files: FileMessages; sent: SentMessages };

/** What is not in the English texts comes with the elements that show it. */
const later = {
  drafts: enDrafts,
  delivery: enDelivery,
  view: enView,
  list: enList,
  desk: enDesk,
  launcher: enLauncher,
  helpful: enHelpful,
  ending: enEnding,
  identity: enIdentity,
  mail: enMail,
  diagnostics: enDiagnostics,
  incidents: enIncidents,
  existing: enExisting,
  routing: enRouting,
};
const english = spoken(whole({ ...en, ...later }, enFiles, enSent));
const others: readonly (readonly [name: string, messages: Whole])[] = [
  ['de', whole(de, deFiles, deSent)],
  ['ar', whole(ar, arFiles, arSent)],
];

for (const [name, messages] of others) {
  describe(`the texts in ${name}`, () => {
    const said = spoken(messages);

    it('are all there, and no more', () => {
      expect([...said.keys()].sort()).to.deep.equal([...english.keys()].sort());
      for (const [place, text] of said) expect(text.trim(), place).to.not.equal('');
    });

    it('are left in English nowhere', () => {
      const left = [...said].filter(
        ([place, text]) =>
          place !== 'direction' &&
          !FIGURES.test(place) &&
          text === english.get(place) &&
          !SHARED[name]?.includes(text),
      );
      expect(left).to.deep.equal([]);
    });

    it('hold no trace of what a function was not given', () => {
      const odd = [...said].filter(([, text]) => /undefined|NaN|\[object|\s{2}/.test(text));
      expect(odd).to.deep.equal([]);
    });

    it('name what they are about', () => {
      const silent = [...said].filter(
        ([place, text]) => place.includes(LABEL) && !text.includes(LABEL),
      );
      expect(silent).to.deep.equal([]);
    });

    it('tell the language and its direction', () => {
      expect(messages.language).to.equal(name);
      expect(new Intl.Locale(messages.language).language).to.equal(name);
      expect(messages.direction).to.equal(name === 'ar' ? 'rtl' : 'ltr');
    });
  });
}

it('an element’s own texts are those of the whole language', () => {
  const whole = { en, de, ar };
  const parts = {
    en: [enForm, enSolutions, enUpload],
    de: [deForm, deSolutions, deUpload],
    ar: [arForm, arSolutions, arUpload],
  };
  for (const name of ['en', 'de', 'ar'] as const) {
    const { view, list, desk, launcher, helpful, incidents, existing, ...rest } = whole[name];
    expect(Object.assign({}, ...parts[name])).to.deep.equal(rest);
    const later = [view, list, desk, launcher, helpful, incidents, existing];
    expect(later.every(Boolean)).to.equal(name !== 'en');
  }
});

it('texts that are needed later are loaded in the same language', async () => {
  expect(await en.upload.more()).to.equal(enFiles);
  expect(await de.upload.more()).to.equal(deFiles);
  expect(await ar.upload.more()).to.equal(arFiles);
});

it('sizes are written as the language writes them', () => {
  const sizes = [0, 999, 1000, 1_500_000];
  const written = (messages: Messages) => sizes.map((bytes) => messages.upload.size(bytes));
  expect(written(en)).to.deep.equal(['0 bytes', '999 bytes', '1 kB', '1.5 MB']);
  expect(written(de)).to.deep.equal(['0 Byte', '999 Byte', '1 kB', '1,5 MB']);
  expect(written(ar)).to.deep.equal(['0 بايت', '999 بايت', '1 كيلوبايت', '1.5 ميغابايت']);
});

describe('in English', () => {
  it('one thing is counted unlike several', () => {
    expect(COUNTS.map((n) => en.solutions.found(n))).to.deep.equal([
      'No article fits. Your case goes to a person.',
      '1 article may help',
      '2 articles may help',
      '3 articles may help',
      '11 articles may help',
      '100 articles may help',
    ]);
  });
});

describe('in German', () => {
  it('one thing is counted unlike several', () => {
    expect(COUNTS.map((n) => de.solutions.found(n))).to.deep.equal([
      'Kein Artikel passt. Ihr Fall geht an einen Menschen.',
      'Ein Artikel könnte helfen',
      '2 Artikel könnten helfen',
      '3 Artikel könnten helfen',
      '11 Artikel könnten helfen',
      '100 Artikel könnten helfen',
    ]);
    expect(de.errors.filesFailed(1)).to.match(/^Eine Datei wurde nicht/);
    expect(de.errors.filesFailed(2)).to.match(/^2 Dateien wurden nicht/);
    expect(de.form.summary(1)).to.equal('Bitte prüfen Sie eine Angabe');
    expect(de.form.summary(3)).to.equal('Bitte prüfen Sie 3 Angaben');
  });

  it('numbers and days are written with comma and full stop', () => {
    expect(de.form.characters(49_500, 50_000)).to.equal('49.500 von 50.000 Zeichen');
    expect(de.errors.tooBig('Anteil', 0.25)).to.equal('„Anteil“ darf höchstens 0,25 sein.');
    expect(de.errors.tooSmall('Tag', '2026-03-31')).to.equal(
      '„Tag“ darf nicht vor dem 31.03.2026 liegen.',
    );
    expect(de.solutions.date(new Date('2026-03-31T23:30:00Z'))).to.equal('31.03.2026');
    expect(de.solutions.updated(3, 'month')).to.equal('Aktualisiert vor 3 Monaten');
    expect(de.list?.range(26, 50, 100_000)).to.equal('26–50 von 100.000');
    expect(de.list?.day(DATE)).to.equal('31.03.2026');
    expect(de.view?.moment(DATE)).to.match(/^31\.03\.2026, \d\d:\d\d$/);
  });

  it('what has come to a case is told in few words', () => {
    const told = (comments: number, attachments: number) =>
      de.view?.arrived({ comments, author: 'Ada', attachments });
    expect(told(1, 2)).to.equal('Neue Antwort von Ada. 2 neue Dateien.');
    expect(told(3, 0)).to.equal('3 neue Antworten.');
    expect(told(0, 1)).to.equal('Eine neue Datei.');
  });
});

describe('in Arabic', () => {
  it('each of the six forms of a noun has its numbers', () => {
    expect(COUNTS.map((n) => ar.solutions.found(n))).to.deep.equal([
      'لا يوجد مقال مناسب. سيصل طلبك إلى أحد الموظفين.',
      'مقال واحد قد يفيدك',
      'مقالان قد يفيدانك',
      '3 مقالات قد تفيدك',
      '11 مقالًا قد يفيدك',
      '100 مقال قد يفيدك',
    ]);
  });

  it('the dual has another ending after a preposition', () => {
    const limits = { maxFiles: 2, maxSize: 1 };
    expect(ar.upload.rejected('count', limits)).to.contain('ملفان');
    expect(ar.upload.progress(1, 2)).to.equal('أصبح جاهزًا 1 من ملفين');
    expect(ar.errors.filesFailed(2)).to.contain('رفع ملفين').and.to.contain('إزالتهما');
  });

  it('what has come to a case is counted by the same six forms', () => {
    const told = (comments: number, attachments = 0) =>
      ar.view?.arrived({ comments, author: 'Ada', attachments });
    expect(COUNTS.slice(1).map((n) => told(n))).to.deep.equal([
      'رد جديد من \u2068Ada\u2069.',
      'ردّان جديدان.',
      '3 ردود جديدة.',
      '11 ردًّا جديدًا.',
      '100 رد جديد.',
    ]);
    expect(told(2, 1)).to.equal('ردّان جديدان. ملف جديد.');
    expect(ar.view?.filesFailed(2)).to.contain('رفع ملفين').and.to.contain('إزالتهما');
    expect(ar.list?.day(DATE)).to.equal('31 مارس 2026');
    expect(ar.list?.range(26, 50, 100_000)).to.equal('من 26 إلى 50 من أصل 100,000');
  });

  it('a limit is written in the digits that a number field reads', () => {
    expect(ar.errors.tooBig('العدد', 1234.5)).to.contain('1,234.5');
    expect(ar.errors.tooSmall('اليوم', '2026-03-31')).to.contain('31 مارس 2026');
  });

  it('what is written from left to right does not turn the sentence around it', () => {
    const limits = ar.upload.limits({ maxFiles: 3, maxSize: 5e7, accept: ['.png', 'image/*'] });
    expect(limits).to.equal(
      'حتى 3 ملفات، بحجم أقصاه 50 ميغابايت لكل ملف: \u2066.png\u2069، \u2066image/*\u2069.',
    );
    expect(ar.upload.remove('Report (2).pdf')).to.equal('إزالة \u2068Report (2).pdf\u2069');
  });

  it('no sentence is left in the Latin alphabet', () => {
    const latin = [...spoken(whole(ar, arFiles, arSent))].filter(([place, text]) => {
      if (/^(language|direction)$/.test(place) || FIGURES.test(place)) return false;
      return !/\p{sc=Arabic}/u.test(text);
    });
    expect(latin).to.deep.equal([]);
  });
});
