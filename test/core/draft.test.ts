import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { defineForm } from '../../src/core/define-form.js';
import { draftSchema, parseDraft } from '../../src/core/draft-schema.js';
import { type FieldSchemas, fieldSchemas } from '../../src/core/field-schemas.js';
import { FormModel } from '../../src/core/form-model.js';
import { localIssue } from '../../src/core/issues.js';
import { newKey } from '../../src/core/key.js';
import type { StandardSchema } from '../../src/core/standard-schema.js';
import { isCounted } from '../../src/core/text-limits.js';
import { type CaseFormMessages, en } from '../../src/locales/en.js';
import type { Definition } from '../../src/schema/definition.js';
import type { Field } from '../../src/schema/field.js';

const asField = (type: string, rest: Partial<Field> = {}): Field => ({
  name: 'a',
  type,
  label: 'A',
  ...rest,
});
const form = (...fields: readonly Field[]): Definition => ({ id: 'form', fields });
const draft = (values: unknown, rest: object = {}) => ({
  key: newKey(),
  form: 'form',
  values,
  attachments: [],
  ...rest,
});

/** What is wrong with a draft, each as `place: code`; nothing when it is taken. */
async function complaints(definition: Definition, values: unknown, fieldTypes?: FieldSchemas) {
  const { issues = [] } = await parseDraft(draftSchema(definition, fieldTypes), draft(values));
  return issues.map(({ path, message }) => `${path.slice(1).join('.')}: ${message}`);
}

/** What a field makes of an answer, or the first thing that is wrong with it. */
function read(field: Field, value: unknown): { is: unknown } | string | undefined {
  const { data, error } = z.safeParse(draftSchema(form(field)), draft({ a: value }));
  return data ? { is: data.values['a'] } : error.issues[0]?.message;
}

/** Answers that a field takes as they are. */
function takes(field: Field, ...values: readonly unknown[]): void {
  for (const value of values) {
    expect(read(field, value), JSON.stringify(value)).to.deep.equal({ is: value });
  }
}

function refuses(field: Field, message: string, ...values: readonly unknown[]): void {
  for (const value of values) {
    expect(read(field, value), JSON.stringify(value)).to.equal(message);
  }
}

describe('a text', () => {
  it('is kept to the last character', () => {
    const texts = ['x', '  x\n', 'Naïve „Grüße“ 你好 👩‍🚀', '\u0000\ud800', '<b>', '__proto__', '0'];
    takes(asField('text'), ...texts);
    takes(asField('multiline'), ...texts, 'one\r\n\ttwo\n');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        if (text.trim()) takes(asField('multiline'), text);
      }),
    );
  });

  it('has exactly the room that its limits give', () => {
    const limited = asField('text', { minLength: 2, maxLength: 4 });
    takes(limited, 'ab', 'abcd');
    refuses(limited, 'tooShort', 'a');
    refuses(limited, 'tooLong', 'abcde');
    takes(asField('text'), 'x'.repeat(1000));
    refuses(asField('text'), 'tooLong', 'x'.repeat(1001));
    takes(asField('multiline'), 'x'.repeat(50_000));
    refuses(asField('multiline'), 'tooLong', 'x'.repeat(50_001));
  });

  it('is counted once it has used nine tenths of its room', () => {
    expect(isCounted(asField('text', { maxLength: 10 }), 8)).to.equal(false);
    expect(isCounted(asField('text', { maxLength: 10 }), 9)).to.equal(true);
    expect(isCounted(asField('multiline'), 45_000)).to.equal(true);
  });

  it('matches its pattern as a whole', () => {
    const serial = asField('text', { pattern: 'SN-\\d{4}|none' });
    takes(serial, 'SN-1234', 'none');
    refuses(serial, 'pattern', 'SN-12345', 'xSN-1234', 'none at all', 'sn-1234', 'SN-1234\n');
  });

  it('is never anything but text', () => {
    for (const type of ['text', 'multiline', 'email', 'phone', 'url', 'date']) {
      for (const value of [7, true, ['x'], { length: 3 }]) {
        expect(read(asField(type), value), type).to.be.a('string');
      }
    }
  });
});

describe('an email address', () => {
  it('may be one in any script', () => {
    takes(
      asField('email'),
      'name@example.com',
      'first.last+tag@sub.example.co.uk',
      "o'neil!#$%&*/=?^_`{|}~-@example.com",
      'root@localhost',
      'jörg@müller.example',
      'пример@пример.рф',
      '用户@例え.jp',
      'اسم@مثال.إختبار',
      ' name@example.com ',
    );
  });

  it('has a name and a domain', () => {
    refuses(
      asField('email'),
      'email',
      'name',
      '@example.com',
      'name@',
      'name@@example.com',
      'a b@example.com',
      'name@exam ple.com',
      'name@example.com, other@example.com',
      'name@.example.com',
      'name@example..com',
      'name@example.com.',
      'Name <name@example.com>',
    );
  });
});

describe('a phone number', () => {
  it('may be written as people write them, in any digits', () => {
    takes(
      asField('phone'),
      '+1 555 010 0199',
      '(555) 010-0199',
      '+49 (0)30 / 12 34 56',
      '(+44) 20 7946 0958',
      ' +49 30 123456 ',
      '030–123456',
      '0049.30.123456',
      '555-010-0199 x12',
      '555 010 0199 ext. 1234',
      '12345',
      '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧',
      '０３-１２３４-５６７８',
    );
  });

  it('has digits, and not too many', () => {
    refuses(
      asField('phone'),
      'phone',
      '1234',
      '-----',
      '() () ()',
      '+',
      'call me',
      '1-800-FLOWERS',
      '+1 555 010 0199 or 0198',
      '++49 30 123456',
      '1'.repeat(21),
      '555 010 0199 ext.',
    );
  });
});

describe('a web address', () => {
  it('leads to a page, in any script', () => {
    takes(
      asField('url'),
      'https://example.com',
      'HTTP://EXAMPLE.COM/a?b=c#d',
      'https://bücher.example/straße',
      'https://例え.jp/パス',
      'http://localhost:8080/',
      'http://[::1]/',
      ' https://example.com ',
    );
  });

  it('begins with its scheme and runs nothing', () => {
    refuses(
      asField('url'),
      'url',
      'example.com',
      '//example.com',
      '/path',
      'https://',
      'https:/example.com',
      'javascript:alert(1)//https://',
      ' javascript:alert(1)',
      'data:text/html,https://',
      'ftp://example.com',
      'see https://example.com',
    );
  });
});

describe('a number', () => {
  it('may be a number, or text that means one', () => {
    const number = asField('number');
    takes(number, 0, -1.5, 1e9);
    const texts: [text: string, number: number][] = [
      ['7', 7],
      [' 7 ', 7],
      ['-0.5', -0.5],
      ['1,5', 1.5],
      ['0,125', 0.125],
      ['1e3', 1000],
      ['007', 7],
    ];
    for (const [text, value] of texts) expect(read(number, text)).to.deep.equal({ is: value });
  });

  it('is refused when it is none', () => {
    refuses(
      asField('number'),
      'number',
      'seven',
      '7 apples',
      '1.000,5',
      '1,000,000',
      '1 000',
      '--1',
    );
    refuses(asField('number'), 'number', NaN, Infinity, 'Infinity', '1e999', true, [7], {});
  });

  it('keeps within its bounds', () => {
    const bounded = asField('number', { min: -1, max: 10 });
    takes(bounded, -1, 0, 10);
    refuses(bounded, 'tooSmall', -1.1, '-2');
    refuses(bounded, 'tooBig', 10.001, '11');
    takes(asField('number', { min: '2', max: '3' }), 2, 3);
  });

  it('goes in steps, which begin at the least number', () => {
    takes(asField('number', { step: 0.1 }), 0.3, 1.1, -0.7, 1234567.8);
    refuses(asField('number', { step: 0.1 }), 'step', 0.25, 1234567.85);
    takes(asField('number', { step: 2, min: 1 }), 1, 3, 5);
    refuses(asField('number', { step: 2, min: 1 }), 'step', 2);
  });

  it('goes in steps however large it is', () => {
    const decimals = fc.constantFrom(0, 1, 2, 3);
    const steps = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
    fc.assert(
      fc.property(decimals, steps, (digits, count) => {
        const value = Number((count / 10 ** digits).toFixed(digits));
        takes(asField('number', { step: Number(`1e-${digits}`) }), value === 0 ? 0 : value);
      }),
    );
  });
});

describe('a date', () => {
  it('is a day that exists', () => {
    takes(asField('date'), '2026-05-01', '2024-02-29', '0001-01-01', '1999-12-31', '9999-12-31');
    refuses(
      asField('date'),
      'date',
      '2026-02-30',
      '2025-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '01.05.2026',
      '2026-05-01T00:00',
      '+012026-05-01',
      'today',
    );
  });

  it('keeps within its bounds', () => {
    const bounded = asField('date', { min: '2026-01-01', max: '2026-12-31' });
    takes(bounded, '2026-01-01', '2026-12-31');
    refuses(bounded, 'tooSmall', '2025-12-31', '0999-01-01');
    refuses(bounded, 'tooBig', '2027-01-01');
  });
});

describe('a choice', () => {
  const options = [
    { value: 'a', label: 'A' },
    { label: 'Group', options: [{ value: 'b', label: 'B' }] },
  ];
  const nonsense = ['c', 'A', ' a', 'toString', '__proto__', '0', 7, true, {}];

  it('is one of its options, in a group or alone', () => {
    takes(asField('choice', { options }), 'a', 'b');
    refuses(asField('choice', { options }), 'option', ...nonsense, ['a']);
    refuses(asField('choice'), 'option', 'a');
  });

  it('may be several', () => {
    takes(asField('choices', { options }), ['a'], ['b', 'a']);
    expect(read(asField('choices', { options }), 'a')).to.deep.equal({ is: ['a'] });
    refuses(asField('choices', { options }), 'option', ...nonsense);
    refuses(asField('choices', { options }), 'option', ...nonsense.map((one) => ['a', one]));
  });
});

describe('a tick', () => {
  it('may be true or false, or what a form posts for it', () => {
    for (const type of ['checkbox', 'consent']) {
      takes(asField(type), true, false);
      for (const value of ['on', 'true']) {
        expect(read(asField(type), value)).to.deep.equal({ is: true });
      }
      for (const value of ['off', 'false', 'no']) {
        expect(read(asField(type), value)).to.deep.equal({ is: false });
      }
      for (const value of [1, 0, ['on'], {}]) expect(read(asField(type), value)).to.be.a('string');
    }
  });
});

describe('an answer that is needed', () => {
  it('is missed when it says nothing', () => {
    const types: [type: string, ...blank: unknown[]][] = [
      ['text', undefined, null, '', ' \n'],
      ['multiline', '\u00a0'],
      ['number', '', ' '],
      ['date', ''],
      ['choice', ''],
      ['choices', []],
      ['checkbox', false, 'off'],
    ];
    for (const [type, ...blanks] of types) {
      refuses(asField(type, { required: true }), 'required', ...blanks);
      for (const blank of blanks) expect(read(asField(type), blank)).to.not.be.a('string');
    }
    refuses(asField('consent', { required: true }), 'consent', undefined, false, 'off');
    takes(asField('number', { required: true }), 0);
  });

  it('is missed beside what is wrong, all told at once', async () => {
    const definition = form(
      asField('text', { name: 'a', required: true }),
      asField('email', { name: 'b', required: true }),
      asField('consent', { name: 'c', required: true }),
      asField('number', { name: 'd' }),
      asField('text', { name: 'e', required: { field: 'b', empty: false } }),
    );
    expect(await complaints(definition, { b: 'wrong', d: 'x' })).to.have.members([
      'a: required',
      'b: email',
      'c: consent',
      'd: number',
      'e: required',
    ]);
  });

  it('is never missed in a field that does not show', async () => {
    const definition = form(
      asField('number', { name: 'count' }),
      asField('text', { name: 'why', required: true, visible: { field: 'count', equals: 3 } }),
    );
    for (const count of [3, '3', ' 3 ', '3,0']) {
      expect(await complaints(definition, { count })).to.deep.equal(['why: required']);
    }
    for (const count of [4, '4', 'x', '']) {
      expect(await complaints(definition, { count })).to.not.include('why: required');
    }
  });

  it('is not missed because a field of the host reads another answer differently', async () => {
    const upper: FieldSchemas = {
      ...fieldSchemas,
      code: {
        schema: () =>
          z.pipe(
            z.string(),
            z.transform((value: string) => value.toUpperCase()),
          ),
      },
    };
    const definition = form(
      asField('code', { name: 'code' }),
      asField('text', { name: 'why', required: true, visible: { field: 'code', equals: 'X' } }),
    );
    expect(await complaints(definition, { code: 'x' }, upper)).to.deep.equal([]);
    expect(await complaints(definition, { code: 'X' }, upper)).to.deep.equal(['why: required']);
  });
});

describe('a draft', () => {
  const definition = form(
    asField('text', { name: 'a' }),
    asField('text', { name: 'b', visible: { field: 'a', equals: 'more' } }),
    asField('text', { name: 'c', visible: { field: 'a', empty: true }, whenHidden: 'keep' }),
  );
  const schema = draftSchema(definition);

  it('holds the answers of its form, and nothing else', () => {
    const values = JSON.parse(
      '{"a":"x","b":"hidden","c":"kept","d":"unknown","__proto__":{"b":"x"},"toString":"x"}',
    ) as unknown;
    const { data } = z.safeParse(schema, draft(values));
    expect(data?.values).to.deep.equal({ a: 'x', c: 'kept' });
    expect(Object.getPrototypeOf(data?.values)).to.equal(Object.prototype);
  });

  it('is of its form, with a key of its own', () => {
    expect(z.safeParse(schema, draft({})).success).to.equal(true);
    for (const rest of [
      { form: 'other' },
      { form: undefined },
      { key: 'short' },
      { key: undefined },
      { values: [] },
      { values: null },
      { values: 'a' },
      { attachments: null },
      { attachments: [{ id: '1' }] },
    ]) {
      expect(z.safeParse(schema, draft({}, rest)).success, JSON.stringify(rest)).to.equal(false);
    }
    for (const input of [undefined, null, 7, 'draft', []]) {
      expect(z.safeParse(schema, input).success).to.equal(false);
    }
  });

  it('has as many files as its form allows, or twenty', () => {
    const file = { id: '1', name: 'a', size: 1, type: '', status: 'uploaded' };
    const isTaken = (files: number, maxFiles?: number) =>
      z.safeParse(
        draftSchema({
          ...definition,
          ...(maxFiles !== undefined && { attachments: { maxFiles } }),
        }),
        draft({}, { attachments: Array.from({ length: files }, () => file) }),
      ).success;
    expect([isTaken(2, 2), isTaken(3, 2), isTaken(1, 0)]).to.deep.equal([true, false, false]);
    expect([isTaken(20), isTaken(21)]).to.deep.equal([true, false]);
  });

  it('is typed as its definition literally says', () => {
    const form = defineForm({
      id: 'form',
      fields: [{ name: 'count', type: 'number', label: 'Count', required: true }],
    });
    const { data } = z.safeParse(draftSchema(form), draft({ count: '2' }));
    const count: number | undefined = data?.values.count;
    expect(count).to.equal(2);
  });
});

describe('a field type of the host', () => {
  const serialForm = form(
    asField('serial', { name: 'serial', required: true, settings: { prefix: 'SN-' } }),
    asField('text', { name: 'a', required: true }),
  );
  /** Knows serials as another library, and another server, would. */
  const asynchronous: StandardSchema = {
    '~standard': {
      validate: async (value) =>
        value === 'SN-1'
          ? { value: 1 }
          : { issues: [{ message: 'There is no such device.' }, { message: 'Look at its back.' }] },
    },
  };
  const withSerial = (schema: (field: Field) => StandardSchema): FieldSchemas => ({
    ...fieldSchemas,
    serial: { schema },
  });

  it('may be checked by zod, with a code or with its own words', async () => {
    const words = withSerial(({ settings }) =>
      z.string().check(
        z.refine((value) => value.startsWith(String(settings?.['prefix'])), 'Begins with SN-'),
        z.minLength(4, 'tooShort'),
      ),
    );
    const answers = { serial: 'SN-1', a: 'x' };
    expect(await complaints(serialForm, answers, words)).to.deep.equal([]);
    expect(await complaints(serialForm, { ...answers, serial: 'xy' }, words)).to.deep.equal([
      'serial: Begins with SN-',
      'serial: tooShort',
    ]);
  });

  it('may be checked by any Standard Schema, at its leisure', async () => {
    const later = withSerial(() => asynchronous);
    const { value } = await parseDraft(
      draftSchema(serialForm, later),
      draft({ serial: 'SN-1', a: 'x' }),
    );
    expect(value?.values).to.deep.equal({ serial: 1, a: 'x' });
    const found = await complaints(serialForm, { serial: 'SN-2' }, later);
    expect(found).to.have.members([
      'a: required',
      'serial: There is no such device.',
      'serial: Look at its back.',
    ]);
  });

  it('is not asked about an answer that is missing', async () => {
    const asked: unknown[] = [];
    const never = withSerial(() => ({
      '~standard': { validate: (value) => (asked.push(value), { value }) },
    }));
    expect(await complaints(serialForm, { a: 'x' }, never)).to.deep.equal(['serial: required']);
    const optional = form(asField('serial', { name: 'serial' }));
    expect(await complaints(optional, { serial: '' }, never)).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
  });

  it('takes the place of a built-in one', async () => {
    const strict = { ...fieldSchemas, text: { schema: () => z.literal('x') } };
    expect(await complaints(form(asField('text')), { a: 'x' }, strict)).to.deep.equal([]);
    expect(await complaints(form(asField('text')), { a: 'y' }, strict)).to.have.length(1);
  });

  it('that is not there is named at once', () => {
    expect(() => draftSchema(serialForm)).to.throw(TypeError, /“serial” \(field “serial”\)/);
    for (const type of ['toString', '__proto__', '']) {
      expect(() => draftSchema(form(asField(type)))).to.throw(TypeError, `“${type}”`);
    }
  });
});

describe('what is wrong with a draft', () => {
  const definition = form(
    asField('text', { name: 'name', label: 'Name', required: true, minLength: 2, maxLength: 5 }),
    asField('number', { name: 'age', label: 'Age', min: 18, max: 99, step: 1 }),
    asField('serial', { name: 'serial', label: 'Serial' }),
  );
  const fieldTypes: FieldSchemas = {
    ...fieldSchemas,
    serial: { schema: () => z.string().check(z.refine((value) => value !== 'x', 'toString')) },
  };
  const polish: CaseFormMessages = {
    ...en,
    errors: {
      ...en.errors,
      required: (label) => `Wypełnij pole „${label}”.`,
      tooShort: (label, limit) => `„${label}”: od ${limit} znaków.`,
      tooLong: (label, limit) => `„${label}”: do ${limit} znaków.`,
      tooSmall: (label, limit) => `„${label}”: od ${limit}.`,
      step: (label, step) => `„${label}”: co ${step}.`,
      number: 'To nie liczba.',
      invalid: (label) => `„${label}”?`,
    },
  };
  const inWords = async (values: object, rest: object = {}) => {
    const model = new FormModel(definition, fieldTypes);
    const checked = await model.check({ ...draft(values), ...rest } as never, polish);
    return 'issues' in checked ? checked.issues : [];
  };
  const messages = async (values: object, rest?: object) =>
    (await inWords(values, rest)).map(({ message }) => message);

  it('is said in the words of the form, with label and limit, once for each field', async () => {
    expect(await inWords({ age: 'x' })).to.deep.equal([
      { path: ['name'], code: 'required', message: 'Wypełnij pole „Name”.' },
      { path: ['age'], code: 'number', message: 'To nie liczba.' },
    ]);
    expect(await messages({ name: 'x', age: 5.5 })).to.deep.equal([
      '„Name”: od 2 znaków.',
      '„Age”: od 18.',
    ]);
    expect(await messages({ name: 'abcdef', age: 20.5 })).to.deep.equal([
      '„Name”: do 5 znaków.',
      '„Age”: co 1.',
    ]);
  });

  it('is said in the order of the fields, whichever is checked first', async () => {
    expect((await inWords({ age: 'x', serial: 7 })).map(({ path }) => path)).to.deep.equal([
      ['name'],
      ['age'],
      ['serial'],
    ]);
  });

  it('is said in the words of the host where they are no code', async () => {
    expect(await inWords({ name: 'Ada', serial: 'x' })).to.deep.equal([
      { path: ['serial'], message: 'toString' },
    ]);
  });

  it('is never said in the words of zod, whatever language the page has given it', async () => {
    const { localeError } = z.config();
    try {
      z.config({ localeError: () => 'Words of zod' });
      expect(await messages({ name: 7, serial: 7 })).to.deep.equal(['„Name”?', '„Serial”?']);
    } finally {
      z.config({ localeError });
    }
    expect(await messages({ name: 7, serial: 7 })).to.deep.equal(['„Name”?', '„Serial”?']);
  });

  it('is said whole also where there is no field to name', async () => {
    const attachments = Array.from({ length: 21 }, () => ({
      id: '1',
      name: 'a',
      size: 1,
      type: '',
      status: 'uploaded',
    }));
    const found = await inWords({ name: 'Ada' }, { attachments, key: '' });
    expect(found.map(({ path }) => path)).to.deep.equal([['key'], ['attachments']]);
    for (const { message } of found) expect(message).to.not.match(/NaN|undefined|“”|„”/);
  });

  it('is said in the language of the form when a server says its code', () => {
    const local = (code: string | undefined, path: (string | number)[] = ['name']) =>
      localIssue({ path, message: 'Words of the server', code }, definition, polish).message;
    expect(local('required')).to.equal('Wypełnij pole „Name”.');
    expect(local('tooLong')).to.equal('„Name”: do 5 znaków.');
    expect(local('number', [])).to.equal('To nie liczba.');
    for (const code of [undefined, '', 'spam', 'toString', '__proto__', 'constructor']) {
      expect(local(code), code).to.equal('Words of the server');
    }
  });

  it('keeps the words of a server that a sentence of the form could not replace', () => {
    const local = (code: string, ...path: (string | number)[]) =>
      localIssue({ path, message: 'Words of the server', code }, definition, polish).message;
    expect(local('required')).to.equal('Words of the server');
    expect(local('tooLong', 'attachments', 0)).to.equal('Words of the server');
    expect(local('tooSmall', 'name')).to.equal('Words of the server');
    expect(local('filesFailed', 'name')).to.equal('Words of the server');
  });
});
