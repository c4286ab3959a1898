import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { conditionsOf, fieldsOf, holds, isEmpty } from '../../src/core/conditions.js';
import { DraftState } from '../../src/core/draft-state.js';
import { resolveFields, valuesOf } from '../../src/core/resolve-fields.js';
import type { Condition } from '../../src/schema/condition.js';
import type { Definition } from '../../src/schema/definition.js';
import type { Field } from '../../src/schema/field.js';

type Values = Readonly<Record<string, unknown>>;

/** Whether a condition on the field `a` holds for this answer. */
function on(value: unknown, condition: Condition): boolean {
  return holds(condition, (name) => (name === 'a' ? value : undefined));
}

const field = (name: string, rest: Partial<Field> = {}): Field => ({
  name,
  type: 'text',
  label: name,
  ...rest,
});
const form = (...fields: readonly Field[]): Definition => ({ id: 'form', fields });

/** The answers that count. */
const counted = (definition: Definition, values: Values) =>
  valuesOf(resolveFields(definition, values));
/** The names of the fields that show. */
const shown = (definition: Definition, values: Values) =>
  resolveFields(definition, values).flatMap((one) => (one.visible ? [one.field.name] : []));
/** The names of the fields that need an answer. */
const needed = (definition: Definition, values: Values) =>
  resolveFields(definition, values).flatMap((one) => (one.required ? [one.field.name] : []));
/** The values that a choice offers. */
const offered = (definition: Definition, values: Values, name: string) =>
  resolveFields(definition, values)
    .filter((one) => one.field.name === name)
    .flatMap(({ groups }) => groups.flatMap(({ options }) => options.map(({ value }) => value)));

describe('a condition', () => {
  it('compares with a value of the same kind', () => {
    expect(on('billing', { field: 'a', equals: 'billing' })).to.equal(true);
    expect(on('Billing', { field: 'a', equals: 'billing' })).to.equal(false);
    expect(on(3, { field: 'a', equals: 3 })).to.equal(true);
    expect(on('3', { field: 'a', equals: 3 })).to.equal(false);
    expect(on(false, { field: 'a', equals: false })).to.equal(true);
    expect(on(undefined, { field: 'a', equals: false })).to.equal(false);
    expect(on(undefined, { field: 'a', equals: '' })).to.equal(false);
  });

  it('compares with several values', () => {
    const one: Condition = { field: 'a', in: ['data', 7, true] };
    for (const value of ['data', 7, true]) expect(on(value, one)).to.equal(true);
    for (const value of ['Data', '7', false, undefined]) expect(on(value, one)).to.equal(false);
    expect(on('data', { field: 'a', in: [] })).to.equal(false);
  });

  it('looks at how a text begins, in any case, whatever blanks stand before', () => {
    const begins: Condition = { field: 'a', startsWith: 'Straße' };
    for (const value of ['straße 1', 'STRAßE', '  \nStraße'])
      expect(on(value, begins)).to.equal(true);
    for (const value of ['die straße', '', 7, undefined]) expect(on(value, begins)).to.equal(false);
  });

  it('looks for a pattern, in any case', () => {
    const pattern: Condition = { field: 'a', matches: 'error \\d{3}' };
    expect(on('Server said ERROR 503 twice', pattern)).to.equal(true);
    for (const value of ['error', 503, undefined]) expect(on(value, pattern)).to.equal(false);
  });

  it('asks whether there is an answer', () => {
    for (const value of [undefined, null, '', ' \n', []]) {
      expect(isEmpty(value)).to.equal(true);
      expect(on(value, { field: 'a', empty: true })).to.equal(true);
      expect(on(value, { field: 'a', empty: false })).to.equal(false);
    }
    for (const value of ['x', 0, false, ['x']]) {
      expect(on(value, { field: 'a', empty: false })).to.equal(true);
    }
  });

  it('holds for several answers when it holds for one of them', () => {
    const several = ['web', 'Mobile', 3];
    expect(on(several, { field: 'a', equals: 'web' })).to.equal(true);
    expect(on(several, { field: 'a', equals: 'mobile' })).to.equal(false);
    expect(on(several, { field: 'a', in: ['none', 3] })).to.equal(true);
    expect(on(several, { field: 'a', startsWith: 'mob' })).to.equal(true);
    expect(on(several, { field: 'a', matches: '^web$' })).to.equal(true);
    expect(on([], { field: 'a', equals: 'web' })).to.equal(false);
  });

  it('is put together as in logic', () => {
    const yes: Condition = { field: 'a', equals: 'x' };
    const no: Condition = { field: 'a', equals: 'y' };
    expect(on('x', { all: [] })).to.equal(true);
    expect(on('x', { any: [] })).to.equal(false);
    fc.assert(
      fc.property(fc.array(fc.boolean()), (truths) => {
        const parts = truths.map((truth) => (truth ? yes : no));
        expect(on('x', { all: parts })).to.equal(truths.every(Boolean));
        expect(on('x', { any: parts })).to.equal(truths.some(Boolean));
        expect(on('x', { not: { all: parts } })).to.equal(
          on('x', { any: parts.map((part): Condition => ({ not: part })) }),
        );
      }),
    );
  });

  it('names the fields that it looks at', () => {
    const b: Condition = { field: 'b', empty: true };
    const nested: Condition = { any: [{ not: b }, { all: [{ field: 'c', equals: 1 }, b] }] };
    expect(fieldsOf(nested)).to.deep.equal(['b', 'c', 'b']);
    const options = [
      { value: '1', label: '1', when: b },
      { when: nested, options: [{ value: '2', label: '2', when: b }] },
    ];
    const found = conditionsOf(field('a', { visible: b, required: nested, options }));
    expect(found.map(({ key }) => key)).to.deep.equal([
      'visible',
      'required',
      'options',
      'options',
      'options',
    ]);
    expect(conditionsOf(field('a', { required: true }))).to.deep.equal([]);
  });
});

describe('a field', () => {
  const whenB: Condition = { field: 'b', equals: 'yes' };

  it('that is hidden has no value, unless it keeps it', () => {
    const omitting = form(field('a', { visible: whenB }), field('b'));
    expect(counted(omitting, { a: 'written', b: 'yes' })).to.deep.equal({ a: 'written', b: 'yes' });
    expect(counted(omitting, { a: 'written', b: 'no' })).to.deep.equal({ b: 'no' });
    const keeping = form(field('a', { visible: whenB, whenHidden: 'keep' }), field('b'));
    expect(counted(keeping, { a: 'written', b: 'no' })).to.deep.equal({ a: 'written', b: 'no' });
    expect(shown(keeping, { a: 'written', b: 'no' })).to.deep.equal(['b']);
  });

  it('that is hidden is never required', () => {
    const definition = form(field('a', { visible: whenB, required: true }), field('b'));
    expect(needed(definition, { b: 'no' })).to.deep.equal([]);
    expect(needed(definition, { b: 'yes' })).to.deep.equal(['a']);
  });

  it('can be required by the answer to another', () => {
    const definition = form(field('a', { required: whenB }), field('b'));
    expect(needed(definition, { b: 'yes' })).to.deep.equal(['a']);
    expect(needed(definition, { b: 'no' })).to.deep.equal([]);
  });

  it('counts as empty for others while it is hidden, over any number of steps', () => {
    const given = (name: string): Condition => ({ field: name, empty: false });
    const definition = form(
      field('d', { visible: given('c') }),
      field('c', { visible: given('b') }),
      field('b', { visible: given('a') }),
      field('a'),
      field('none', { visible: { field: 'd', empty: true } }),
    );
    const written = { b: 'b', c: 'c', d: 'd', none: 'none' };
    expect(counted(definition, written)).to.deep.equal({ none: 'none' });
    expect(counted(definition, { ...written, a: 'a' })).to.deep.equal({
      a: 'a',
      b: 'b',
      c: 'c',
      d: 'd',
    });
  });

  it('that nobody has defined is empty', () => {
    const definition = form(field('a', { visible: { field: 'toString', empty: false } }));
    expect(shown(definition, { toString: 'x', __proto__: { b: 'yes' } })).to.deep.equal([]);
    expect(counted(form(field('b')), Object.create({ b: 'inherited' }) as Values)).to.deep.equal(
      {},
    );
    expect(
      counted(form(field('b')), JSON.parse('{"__proto__":{"b":"x"}}') as Values),
    ).to.deep.equal({});
  });

  it('is compared as what it means, also while it is text from a control or a posted form', () => {
    const definition = form(
      field('count', { type: 'number' }),
      field('agreed', { type: 'consent' }),
      field('ticked', { type: 'checkbox' }),
      field('many', { visible: { field: 'count', equals: 1.5 } }),
      field('yes', { visible: { field: 'agreed', equals: true } }),
      field('no', { visible: { field: 'ticked', equals: false } }),
    );
    const all = ['count', 'agreed', 'ticked', 'many', 'yes', 'no'];
    expect(shown(definition, { count: 1.5, agreed: true, ticked: false })).to.deep.equal(all);
    expect(shown(definition, { count: ' 1,5 ', agreed: 'on', ticked: 'off' })).to.deep.equal(all);
    expect(shown(definition, { count: 'x', agreed: '', ticked: 'on' })).to.have.length(3);
  });

  it('may refer to itself, alone or with others, without end', () => {
    const definition = form(
      field('self', { visible: { field: 'self', empty: false } }),
      field('a', { visible: { field: 'b', empty: true } }),
      field('b', { visible: { field: 'a', empty: true } }),
    );
    for (const values of [{}, { self: 'x' }, { a: 'x' }, { b: 'x' }, { a: 'x', b: 'x' }]) {
      expect(resolveFields(definition, values)).to.have.length(3);
    }
    expect(counted(definition, { self: 'x' })).to.deep.equal({ self: 'x' });
  });

  it('may be required while another is empty, and that one while it is', () => {
    const definition = form(
      field('email', { required: { field: 'phone', empty: true } }),
      field('phone', { required: { field: 'email', empty: true }, visible: whenB }),
      field('b'),
    );
    expect(needed(definition, {})).to.deep.equal(['email']);
    expect(needed(definition, { phone: 'hidden' })).to.deep.equal(['email']);
    expect(needed(definition, { b: 'yes' })).to.deep.equal(['email', 'phone']);
    expect(needed(definition, { b: 'yes', phone: '1' })).to.deep.equal(['phone']);
  });

  it('may be required as long as one is empty that it hides', () => {
    const fields = [
      field('why', { visible: { field: 'what', empty: false } }),
      field('what', { required: { field: 'why', empty: true }, visible: whenB }),
      field('b'),
    ];
    for (const definition of [form(...fields), form(...[...fields].reverse())]) {
      expect(shown(definition, { what: 'hidden' })).to.deep.equal(['b']);
    }
  });

  it('may be the last of two hundred that hang on each other by deep conditions', () => {
    const deep = (name: string): Condition =>
      Array.from({ length: 19 }).reduce<Condition>((inner) => ({ all: [inner] }), {
        field: name,
        empty: false,
      });
    const names = Array.from({ length: 200 }, (_, index) => `f${index}`);
    const chain = names.map((name, index) =>
      field(name, { visible: deep(names[index + 1] ?? '') }),
    );
    const definition = form(...chain.slice(0, -1), field('f199'));
    const values = Object.fromEntries(names.map((name) => [name, 'x']));
    expect(shown(definition, values)).to.have.length(200);
    expect(shown(definition, { ...values, f199: '' })).to.deep.equal(['f199']);
  });

  it('is resolved alike wherever it stands in the definition, unless it is in a circle', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    // Each field looks at those before it only: no circle.
    const fields = fc
      .tuple(...names.map((_, index) => fc.tuple(fc.nat(index), fc.boolean(), fc.boolean())))
      .map((picks) =>
        picks.map(([pick, empty, keep], index) =>
          field(names[index] ?? '', {
            ...(pick < index && { visible: { field: names[pick] ?? '', empty } }),
            whenHidden: keep ? 'keep' : 'omit',
          }),
        ),
      );
    const answers = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('', 'x'));
    fc.assert(
      fc.property(fields, answers, (ordered, values) => {
        const reversed = [...ordered].reverse();
        expect(counted(form(...reversed), values)).to.deep.equal(counted(form(...ordered), values));
      }),
    );
  });
});

describe('the options of a choice', () => {
  const topics = (product: string, ...values: string[]) => ({
    when: { field: 'product', equals: product },
    options: values.map((value) => ({ value, label: value })),
  });
  const definition = form(
    field('product', { type: 'choice' }),
    field('topic', {
      type: 'choice',
      options: [topics('web', 'page', 'other'), topics('app', 'crash', 'other')],
    }),
    field('details', { visible: { field: 'topic', equals: 'crash' } }),
  );

  it('depend on the answer to another question', () => {
    expect(offered(definition, {}, 'topic')).to.deep.equal([]);
    expect(offered(definition, { product: 'web' }, 'topic')).to.deep.equal(['page', 'other']);
    expect(offered(definition, { product: 'app' }, 'topic')).to.deep.equal(['crash', 'other']);
  });

  it('can each have a condition of their own, in a group or alone', () => {
    const when: Condition = { field: 'b', empty: false };
    const options = [
      { value: '1', label: '1', when },
      { label: 'Group', options: [{ value: '2', label: '2', when }] },
      { label: 'Both', when, options: [{ value: '3', label: '3' }] },
      { value: '4', label: '4' },
    ];
    const choice = form(field('a', { type: 'choice', options }), field('b'));
    expect(offered(choice, {}, 'a')).to.deep.equal(['4']);
    expect(offered(choice, { b: 'x' }, 'a')).to.deep.equal(['1', '2', '3', '4']);
    const headings = (values: Values) =>
      resolveFields(choice, values).flatMap(({ groups }) => groups.map(({ label }) => label));
    expect(headings({ b: 'x' })).to.deep.equal([undefined, 'Group', 'Both', undefined]);
    expect(headings({})).to.deep.equal([undefined]);
  });

  it('that are withdrawn count as no answer, for others as well', () => {
    const crash = { product: 'app', topic: 'crash', details: 'At start.' };
    expect(counted(definition, crash)).to.deep.equal(crash);
    expect(counted(definition, { ...crash, product: 'web' })).to.deep.equal({ product: 'web' });
    expect(counted(definition, { ...crash, product: '' })).to.deep.equal({});
  });

  it('stay chosen when another group still offers them', () => {
    const other = { product: 'web', topic: 'other' };
    expect(counted(definition, other)).to.deep.equal(other);
    expect(counted(definition, { ...other, product: 'app' })).to.have.property('topic', 'other');
  });

  it('fall away one by one where there may be several', () => {
    const several = form(
      field('product'),
      field('topics', {
        type: 'choices',
        options: [topics('web', 'page'), topics('app', 'crash')],
      }),
    );
    const topicsOf = (product: string) =>
      counted(several, { product, topics: ['page', 'crash'] })['topics'];
    expect(topicsOf('web')).to.deep.equal(['page']);
    expect(topicsOf('app')).to.deep.equal(['crash']);
    expect(topicsOf('none')).to.equal(undefined);
  });

  it('are not taken for withdrawn when they never were there, so that they can be refused', () => {
    const nonsense = { product: 'web', topic: 'nonsense' };
    expect(counted(definition, nonsense)).to.deep.equal(nonsense);
  });
});

describe('what a person has written', () => {
  const definition = form(
    field('product', { type: 'choice' }),
    field('detail', { visible: { field: 'product', equals: 'web' } }),
  );
  const valuesIn = (state: DraftState) => state.toDraft(definition, []).values;

  it('comes back when its field does', () => {
    const state = new DraftState();
    state.write('product', 'web');
    state.write('detail', 'Every page is white.');
    state.write('product', 'app');
    expect(valuesIn(state)).to.deep.equal({ product: 'app' });
    state.write('product', 'web');
    expect(valuesIn(state)).to.deep.equal({ product: 'web', detail: 'Every page is white.' });
  });

  it('stands above what the fields held before, also when it was emptied', () => {
    const state = new DraftState();
    state.initial = { product: 'web', detail: 'Filled in.' };
    expect(valuesIn(state)).to.deep.equal({ product: 'web', detail: 'Filled in.' });
    expect(state.isDirty).to.equal(false);
    state.write('detail', '');
    expect(valuesIn(state)).to.deep.equal({ product: 'web' });
    expect(state.isDirty).to.equal(true);
    state.write('detail', 'Filled in.');
    expect(state.isDirty).to.equal(false);
  });

  it('is nothing to lose once it is taken back', () => {
    const written: [value: unknown, blank: unknown][] = [
      ['x', ''],
      [true, false],
      [['x'], []],
    ];
    for (const [value, blank] of written) {
      const state = new DraftState();
      state.write('a', value);
      expect(state.isDirty).to.equal(true);
      state.write('a', blank);
      expect(state.isDirty, JSON.stringify(blank)).to.equal(false);
    }
  });

  it('can be taken up again elsewhere, under the same key', () => {
    const state = new DraftState();
    state.write('product', 'web');
    const draft = state.toDraft(definition, []);
    const other = new DraftState();
    other.restore(JSON.parse(JSON.stringify(draft)));
    expect(other.toDraft(definition, [])).to.deep.equal(draft);
    expect(other.isDirty).to.equal(true);
    expect(() => other.restore({ ...draft, key: 'x' })).to.throw();
    expect(other.key).to.equal(draft.key);
  });

  it('is gone with a new draft, which has a key of its own', () => {
    const state = new DraftState();
    const { key } = state;
    state.initial = { detail: 'Filled in.' };
    state.write('product', 'web');
    state.restart();
    expect(state.key).to.not.equal(key);
    expect(state.values).to.deep.equal({ detail: 'Filled in.' });
  });

  it('takes along the files that have arrived, and no others', () => {
    const statuses = ['waiting', 'uploading', 'uploaded', 'failed'] as const;
    const files = statuses.map((status) => ({ id: status, name: 'a', size: 1, type: '', status }));
    const { attachments } = new DraftState().toDraft(definition, files);
    expect(attachments.map(({ id }) => id)).to.deep.equal(['uploaded']);
  });
});
