import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { checkDefinition, type FindingCode } from '../../src/core/check-definition.js';
import { offersOf } from '../../src/core/definition-parts.js';
import { newCaseForm } from '../../src/core/new-case-form.js';
import { resolveFields } from '../../src/core/resolve-fields.js';
import { en } from '../../src/locales/en.js';
import type { Condition } from '../../src/schema/condition.js';
import type { Definition } from '../../src/schema/definition.js';
import type { Field, Option } from '../../src/schema/field.js';

type Sketch = Omit<Field, 'label' | 'type'> & { type?: string };

const formOf = (...fields: Sketch[]): Definition => ({
  id: 'form',
  fields: fields.map((field) => ({ type: 'text', label: field.name, ...field })),
});
const options = (...values: string[]): Option[] => values.map((value) => ({ value, label: value }));
const choice = (name: string, ...values: string[]): Sketch => ({
  name,
  type: 'choice',
  options: options(...values),
});
const product = choice('product', 'printer', 'phone');
const isPhone: Condition = { field: 'product', equals: 'phone' };
const isPrinter: Condition = { field: 'product', equals: 'printer' };

const told = (definition: Definition) =>
  checkDefinition(definition).map(({ code, path }) => `${code} ${path.join('.')}`);

const faults: Record<FindingCode, [what: string, fields: Sketch[], ...findings: string[]][]> = {
  'unknown-field': [
    ['in visible', [{ name: 'a', visible: { field: 'b', equals: 1 } }], 'fields.0.visible.field'],
    [
      'in required',
      [{ name: 'a', required: { not: { field: 'b', empty: true } } }],
      'fields.0.required.not.field',
    ],
    [
      'in the conditions of options and groups',
      [
        product,
        {
          name: 'topic',
          type: 'choice',
          options: [
            {
              value: 'x',
              label: 'x',
              when: { all: [isPhone, { field: 'prodct', equals: 'phone' }] },
            },
            {
              when: { any: [{ field: 'b', in: [] }] },
              options: [{ value: 'y', label: 'y', when: { field: 'c', empty: false } }],
            },
          ],
        },
      ],
      'fields.1.options.0.when.all.1.field',
      'fields.1.options.1.when.any.0.field',
      'fields.1.options.1.options.0.when.field',
    ],
  ],
  duplicate: [
    ['of a name', [{ name: 'a' }, { name: 'b' }, { name: 'a' }], 'fields.2.name'],
    ['of an option', [choice('a', 'x', 'y', 'x')], 'fields.0.options.2.value'],
    [
      'of an option that is always offered',
      [
        product,
        {
          name: 'a',
          type: 'choices',
          options: [...options('x'), { when: isPhone, options: options('x', 'y') }],
        },
      ],
      'fields.1.options.1.options.0.value',
    ],
    [
      'of an option under the same condition',
      [
        product,
        {
          name: 'a',
          type: 'choice',
          options: [
            { value: 'x', label: 'x', when: isPhone },
            { when: isPhone, options: options('x') },
          ],
        },
      ],
      'fields.1.options.1.options.0.value',
    ],
  ],
  cycle: [
    ['with itself', [{ name: 'a', visible: { field: 'a', empty: false } }], 'fields.0'],
    [
      'through another field, told once',
      [
        { name: 'a', visible: { field: 'b', empty: false } },
        { name: 'b', visible: { not: { field: 'a', empty: true } } },
        { name: 'c', visible: { field: 'b', equals: 'x' } },
      ],
      'fields.0',
    ],
    [
      'through an option',
      [
        {
          ...product,
          options: [{ value: 'x', label: 'x', when: { field: 'topic', empty: true } }],
        },
        { ...choice('topic', 'y'), visible: { field: 'product', empty: false } },
      ],
      'fields.0',
    ],
  ],
  'unsafe-pattern': [
    ['of a field', [{ name: 'a', pattern: '(a+)+' }], 'fields.0.pattern'],
    [
      'of a condition',
      [{ name: 'a' }, { name: 'b', visible: { any: [{ field: 'a', matches: '(' }] } }],
      'fields.1.visible.any.0.matches',
    ],
  ],
  'never-shown': [
    [
      'for want of the option',
      [product, { name: 'a', visible: { field: 'product', equals: 'fon' } }],
      'fields.1.visible',
    ],
    [
      'by contradiction',
      [product, { name: 'a', visible: { all: [isPhone, isPrinter] } }],
      'fields.1.visible',
    ],
    [
      'behind a field that shows for another answer',
      [
        product,
        { ...choice('model', 'a', 'b'), visible: isPhone },
        { name: 'serial', visible: { all: [isPrinter, { field: 'model', in: ['a', 'b'] }] } },
      ],
      'fields.2.visible',
    ],
    [
      'behind an option that is offered for another answer',
      [
        product,
        {
          name: 'topic',
          type: 'choice',
          options: [{ when: isPhone, options: options('sim') }, ...options('other')],
        },
        { name: 'a', visible: { all: [isPrinter, { field: 'topic', equals: 'sim' }] } },
      ],
      'fields.2.visible',
    ],
    [
      'behind an item of a multiple choice',
      [
        { ...choice('product', 'printer', 'phone'), type: 'choices' },
        { name: 'a', visible: { all: [isPhone, { not: { field: 'product', startsWith: 'PH' } }] } },
      ],
      'fields.1.visible',
    ],
    [
      'when a tick is to be none',
      [
        { name: 'tick', type: 'checkbox' },
        {
          name: 'a',
          visible: {
            all: [
              { field: 'tick', equals: false },
              { field: 'tick', empty: true },
            ],
          },
        },
        { name: 'b', visible: { field: 'tick', equals: 'true' } },
      ],
      'fields.1.visible',
      'fields.2.visible',
    ],
    [
      'by what a text begins with',
      [
        { name: 'text' },
        {
          name: 'a',
          visible: {
            all: [{ field: 'text', startsWith: 'ab' }, { not: { field: 'text', startsWith: 'A' } }],
          },
        },
        {
          name: 'b',
          visible: {
            all: [
              { field: 'text', startsWith: 'ab' },
              { field: 'text', equals: 'xab' },
            ],
          },
        },
        {
          name: 'c',
          visible: {
            all: [
              { field: 'text', matches: '^\\d+$' },
              { field: 'text', in: ['a', 'b'] },
            ],
          },
        },
      ],
      'fields.1.visible',
      'fields.2.visible',
      'fields.3.visible',
    ],
    [
      'when a number is compared with a text',
      [
        { name: 'number', type: 'number' },
        { name: 'a', visible: { field: 'number', equals: '5' } },
      ],
      'fields.1.visible',
    ],
    ['when nothing would do', [{ name: 'a', visible: { any: [] } }], 'fields.0.visible'],
  ],
  'never-chosen': [
    [
      'for want of an answer',
      [
        product,
        {
          name: 'topic',
          type: 'choice',
          options: [
            ...options('x'),
            { value: 'y', label: 'y', when: { field: 'product', equals: 'fax' } },
          ],
        },
      ],
      'fields.1.options.1',
    ],
    [
      'as a group, told once',
      [
        product,
        {
          name: 'topic',
          type: 'choices',
          options: [
            ...options('x'),
            { when: { all: [isPhone, isPrinter] }, options: options('y', 'z') },
          ],
        },
      ],
      'fields.1.options.1',
    ],
    [
      'by a group with another condition',
      [
        product,
        {
          name: 'topic',
          type: 'choice',
          options: [
            {
              when: isPhone,
              options: [...options('x'), { value: 'y', label: 'y', when: isPrinter }],
            },
          ],
        },
      ],
      'fields.1.options.0.options.1',
    ],
    [
      'while the field shows',
      [
        product,
        {
          name: 'topic',
          type: 'choice',
          visible: isPhone,
          options: [...options('x'), { value: 'y', label: 'y', when: isPrinter }],
        },
      ],
      'fields.1.options.1',
    ],
  ],
  'required-hidden': [],
  'default-not-offered': [
    ['of a choice', [{ ...product, default: 'fax' }], 'fields.0.default'],
    [
      'of a multiple choice',
      [{ ...product, type: 'choices', default: ['phone', 'fax'] }],
      'fields.0.default',
    ],
  ],
  'empty-choice': [
    ['without options', [{ name: 'a', type: 'choice' }], 'fields.0.options'],
    [
      'with empty groups',
      [{ name: 'a', type: 'choices', options: [{ label: 'none', options: [] }] }],
      'fields.0.options',
    ],
  ],
};

for (const [code, cases] of Object.entries(faults)) {
  for (const [what, fields, ...paths] of cases) {
    it(`finds ${code} ${what}`, () => {
      expect(told(formOf(...fields))).to.deep.equal(paths.map((path) => `${code} ${path}`));
    });
  }
}

it('finds required-hidden where an answer is required that nobody can give', () => {
  const hidden: Sketch = { name: 'a', required: true, visible: { all: [isPhone, isPrinter] } };
  const both = ['never-shown fields.1.visible', 'required-hidden fields.1.required'];
  expect(told(formOf(product, hidden))).to.deep.equal(both);
  expect(told(formOf(product, { ...hidden, required: isPhone }))).to.deep.equal(both);
  expect(told(formOf(product, { ...hidden, whenHidden: 'keep' }))).to.deep.equal(both.slice(0, 1));
});

it('says what is wrong in a sentence', () => {
  const [finding] = checkDefinition(formOf({ name: 'a', visible: { field: 'b', equals: 1 } }));
  expect(finding?.message).to.equal('No field is called “b”.');
});

it('finds nothing in the default form', () => {
  expect(told(newCaseForm(en))).to.deep.equal([]);
});

const sound: [what: string, fields: Sketch[]][] = [
  [
    'two fields of which one is required',
    [
      { name: 'email', required: { field: 'phone', empty: true } },
      { name: 'phone', required: { field: 'email', empty: true } },
    ],
  ],
  [
    'an option that several groups share',
    [
      product,
      {
        name: 'topic',
        type: 'choice',
        options: [
          { when: isPhone, options: options('sim', 'other') },
          { when: isPrinter, options: options('paper', 'other') },
        ],
      },
      { name: 'a', visible: { all: [isPhone, { field: 'topic', equals: 'other' }] } },
      { name: 'b', visible: { all: [isPrinter, { field: 'topic', equals: 'other' }] } },
    ],
  ],
  [
    'a hidden field that keeps its value',
    [
      product,
      { ...choice('model', 'a'), visible: isPhone, whenHidden: 'keep' },
      { name: 'a', visible: { all: [isPrinter, { field: 'model', equals: 'a' }] } },
    ],
  ],
  [
    'several items of a multiple choice',
    [
      { ...choice('product', 'printer', 'phone'), type: 'choices' },
      { name: 'a', visible: { all: [isPhone, isPrinter] } },
    ],
  ],
  [
    'what a pattern or a host may know',
    [
      { name: 'text' },
      { name: 'own', type: 'acme-serial' },
      {
        name: 'a',
        visible: {
          all: [{ field: 'text', matches: '^a' }, { not: { field: 'text', startsWith: 'b' } }],
        },
      },
      {
        name: 'b',
        visible: {
          all: [
            { field: 'own', equals: 1 },
            { field: 'own', equals: 'x' },
          ],
        },
      },
    ],
  ],
  [
    'a number that its default gives as text',
    [
      { name: 'a' },
      { name: 'b', type: 'number', default: '5' },
      { name: 'c', visible: { field: 'b', equals: 5 } },
    ],
  ],
];

for (const [what, fields] of sound) {
  it(`finds nothing in ${what}`, () => {
    expect(told(formOf(...fields))).to.deep.equal([]);
  });
}

it('says nothing about what takes too long to search', () => {
  const ticks = Array.from({ length: 14 }, (_, index) => ({ name: `t${index}`, type: 'checkbox' }));
  const parity = ticks.map(({ name }): Condition => ({
    any: [
      { field: name, equals: true },
      { field: name, equals: false },
    ],
  }));
  const impossible: Condition = { all: [...parity, isPhone, isPrinter] };
  expect(told(formOf(product, ...ticks, { name: 'a', visible: impossible }))).to.deep.equal([]);
});

const NAMES = ['f0', 'f1', 'f2', 'f3'];
const WORDS = ['a', 'ab', 'b'];
const written: Record<string, unknown[]> = {
  choice: [undefined, '', ...WORDS],
  choices: [[], ['a'], ['ab'], ['b'], ['a', 'ab'], ['a', 'b'], ['ab', 'b'], ['a', 'ab', 'b']],
  checkbox: [undefined, true, false],
  text: [undefined, '', ' ', 'A', 'a', 'ab', 'abc', 'b', 'zz'],
  number: [undefined, '', '1', 1, 'x'],
  'acme-own': [undefined, 'a', 1, ['b', true]],
};

/** What a person can put into a field. */
function answersTo(field: Field): unknown[] {
  const known = new Set<unknown>([
    undefined,
    '',
    ...offersOf(field).map(({ option }) => option.value),
  ]);
  const isKnown = (answer: unknown) => [answer].flat().every((item) => known.has(item));
  return (written[field.type] ?? []).filter((answer) => !field.options || isKnown(answer));
}

/** All ways to fill in a form with the values above. */
function* fillings({ fields }: Definition): Generator<Record<string, unknown>> {
  const [first, ...rest] = fields;
  if (!first) {
    yield {};
    return;
  }
  for (const others of fillings({ id: 'rest', fields: rest })) {
    for (const value of answersTo(first)) yield { ...others, [first.name]: value };
  }
}

/** What shows and what is offered in some filling of a form. */
function seenIn(definition: Definition) {
  const shown = new Set<Field>();
  const offered = new Set<Option>();
  for (const values of fillings(definition)) {
    for (const { field, visible, groups } of resolveFields(definition, values)) {
      if (!visible) continue;
      shown.add(field);
      for (const group of groups) for (const option of group.options) offered.add(option);
    }
  }
  return { shown, offered };
}

/** What the check calls impossible; a group stands for its options. */
function impossibleIn(definition: Definition) {
  const findings = checkDefinition(definition);
  const fieldAt = (path: readonly unknown[]) => definition.fields[path[1] as number] as Field;
  const hidden = findings.filter(({ code }) => code === 'never-shown');
  const closed = findings.filter(({ code }) => code === 'never-chosen');
  return {
    hidden: new Set(hidden.map(({ path }) => fieldAt(path))),
    closed: new Set(
      closed.flatMap(({ path }) =>
        offersOf(fieldAt(path)).flatMap((offer) =>
          path.slice(2).every((key, index) => offer.path[index] === key) ? [offer.option] : [],
        ),
      ),
    ),
  };
}

const scalar = fc.constantFrom(...WORDS, 'c', '', 1, true, false);
const comparison = (names: string[]): fc.Arbitrary<Condition> => {
  const field = fc.constantFrom(...names);
  return fc.oneof(
    fc.record({ field, equals: scalar }),
    fc.record({ field, equals: fc.constantFrom(...WORDS) }),
    fc.record({ field, in: fc.array(scalar, { maxLength: 3 }) }),
    fc.record({ field, startsWith: fc.constantFrom('a', 'AB', 'c', '') }),
    fc.record({ field, matches: fc.constantFrom('^a', 'B$', '^$') }),
    fc.record({ field, empty: fc.boolean() }),
  );
};

function conditionOn(names: string[], depth = 2): fc.Arbitrary<Condition> {
  if (depth === 0) return comparison(names);
  const part = conditionOn(names, depth - 1);
  return fc.oneof(
    { arbitrary: comparison(names), weight: 2 },
    { arbitrary: fc.record({ all: fc.array(part, { minLength: 1, maxLength: 3 }) }), weight: 3 },
    fc.record({ any: fc.array(part, { maxLength: 3 }) }),
    fc.record({ not: part }),
  );
}

/** A random field whose conditions look at some others. */
function fieldOn(name: string, names: string[], types: string[]): fc.Arbitrary<Field> {
  const when = names.length
    ? fc.option(conditionOn(names), { nil: undefined })
    : fc.constant(undefined);
  const option = fc.record({ value: fc.constantFrom(...WORDS), label: fc.constant(''), when });
  const group = fc.record({ when, options: fc.array(option, { minLength: 1, maxLength: 2 }) });
  return fc
    .record({
      name: fc.constant(name),
      label: fc.constant(''),
      type: fc.constantFrom(...types),
      visible: when,
      whenHidden: fc.constantFrom('omit' as const, 'omit' as const, 'keep' as const),
      options: fc.array(fc.oneof(option, group), { minLength: 1, maxLength: 3 }),
    })
    .map(({ options, ...field }) =>
      field.type.startsWith('choice') ? { ...field, options } : field,
    );
}

it('calls nothing impossible that some filling shows', () => {
  const definition = fc
    .tuple(...NAMES.map((name) => fieldOn(name, NAMES, Object.keys(written))))
    .map((fields) => ({ id: 'any', fields }));
  fc.assert(
    fc.property(definition, (form) => {
      const { hidden, closed } = impossibleIn(form);
      fc.pre(hidden.size + closed.size > 0);
      const { shown, offered } = seenIn(form);
      expect([...hidden].filter((field) => shown.has(field))).to.deep.equal([]);
      expect([...closed].filter((option) => offered.has(option))).to.deep.equal([]);
    }),
    { numRuns: 60 },
  );
});

/** What nobody sees on purpose is not called impossible. */
const isCarrier = ({ visible, whenHidden }: Field) =>
  whenHidden === 'keep' && !!visible && 'any' in visible && !visible.any.length;

it('finds all that is impossible where all answers are known', () => {
  const definition = fc
    .tuple(
      ...NAMES.map((name, index) =>
        fieldOn(name, NAMES.slice(0, index), ['choice', 'choices', 'checkbox']),
      ),
    )
    .chain((fields) => fc.shuffledSubarray(fields, { minLength: fields.length }))
    .map((fields) => ({ id: 'known', fields }));
  fc.assert(
    fc.property(definition, (form) => {
      const { hidden, closed } = impossibleIn(form);
      const { shown, offered } = seenIn(form);
      const unseen = form.fields.filter((field) => !shown.has(field) && !isCarrier(field));
      expect([...hidden]).to.have.members(unseen);
      const all = form.fields.filter((field) => shown.has(field)).flatMap(offersOf);
      const never = all.map(({ option }) => option).filter((option) => !offered.has(option));
      expect([...closed]).to.have.members(never);
    }),
    { numRuns: 60 },
  );
});
