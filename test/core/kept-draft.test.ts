import { expect } from '@open-wc/testing';
import { caretAfter } from '../../src/core/drafts/caret.js';
import { fitDraft } from '../../src/core/drafts/fit-draft.js';
import {
  blankDraft,
  changedDraft,
  isForgotten,
  isWorthKeeping,
  keptFields,
  storable,
  timeAfter,
  withEmptied,
} from '../../src/core/drafts/kept-draft.js';
import { differingFields, mergeDrafts } from '../../src/core/drafts/merge-drafts.js';
import type { Definition } from '../../src/schema/definition.js';
import type { Field } from '../../src/schema/field.js';
import { type KeptDraft, KeptDraftSchema, type KeptField } from '../../src/schema/kept-draft.js';
import { parse } from '../../src/schema/parse.js';

const HOUR = 3_600_000;
const KEYS = ['a', 'b'].map((letter) => letter.repeat(32)) as [string, string];

const field = (name: string, type = 'text', rest: Partial<Field> = {}): Field => ({
  name,
  type,
  label: name.toUpperCase(),
  ...rest,
});
const form = (...fields: readonly Field[]): Definition => ({ id: 'help', fields });
const options = ['x', 'y'].map((value) => ({ value, label: value }));

/** A draft in which fields were written: `{ subject: ['text', 5] }` at 5 ms. */
function kept(
  written: Readonly<Record<string, readonly [value: unknown, at: number, type?: string]>>,
  rest: Partial<KeptDraft> = {},
): KeptDraft {
  const blank = blankDraft({ key: KEYS[0], form: 'help' }, { now: 1, hours: 24 });
  const fields = Object.fromEntries(
    Object.entries(written).map(([name, [value, at, type = 'text']]) => [
      name,
      { value, at, type, label: name.toUpperCase() },
    ]),
  );
  const changed = Math.max(1, ...Object.values(fields).map(({ at }) => at));
  return { ...blank, fields, changed, ...rest };
}

const values = ({ fields }: KeptDraft) =>
  Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));

describe('two states of a draft', () => {
  const one = kept({ subject: ['old', 2], kind: ['mine', 9] });
  const other = kept({ subject: ['new', 5], kind: ['theirs', 3], more: ['', 4] });

  it('become one, in which the later edit of each field counts', () => {
    const merged = { subject: 'new', kind: 'mine', more: '' };
    expect(values(mergeDrafts(one, other))).to.deep.equal(merged);
    expect(mergeDrafts(other, one)).to.deep.equal(mergeDrafts(one, other));
  });

  it('keep an answer before what stands for it on the device', () => {
    const mine = kept({ subject: ['my secret', 5], kind: ['x', 5] });
    const definition = form(field('subject'), field('kind'));
    const mask = (one: KeptField) => ({
      ...one,
      value: String(one.value).replace('secret', '•••'),
    });
    const stored = storable(mine, definition, mask);
    expect(stored.fields['subject']?.value).to.equal('my •••');
    expect(stored.fields['kind']).to.equal(mine.fields['kind']);
    expect(values(mergeDrafts(mine, stored))).to.deep.equal(values(mine));
    expect(values(mergeDrafts(stored, mine))).to.deep.equal(values(mine));
  });

  it('agree on what the person has dismissed', () => {
    const mine = kept({ subject: ['new', 5], gone: ['of a field before', 2] });
    const dismissed = withEmptied(mine, [{ name: 'gone' }], { now: 7, hours: 24 });
    const merged = { subject: 'new', gone: '' };
    expect(values(mergeDrafts(dismissed, mine))).to.deep.equal(merged);
    expect(differingFields(mergeDrafts(mine, dismissed), dismissed)).to.deep.equal([]);
  });

  it('come to the same where two edits are of one instant', () => {
    const tabs = [kept({ subject: ['a', 5] }), kept({ subject: ['b', 5] })] as const;
    expect(values(mergeDrafts(...tabs))).to.deep.equal(values(mergeDrafts(tabs[1], tabs[0])));
  });

  it('differ in the fields that hold something else', () => {
    expect(differingFields(mergeDrafts(one, other), one)).to.deep.equal(['subject']);
  });
});

describe('two drafts of one form', () => {
  const first = kept({ subject: ['First words', 2] }, { began: 1 });
  const second = kept({ subject: ['Others', 7] }, { began: 3, key: KEYS[1] });

  it('become one with the key of the older, and lose no words', () => {
    const merged = mergeDrafts(second, first);
    expect(merged.key).to.equal(KEYS[0]);
    expect(fitDraft(merged, form(field('subject')))).to.deep.equal({
      values: { subject: 'Others' },
      leftovers: [{ name: `subject.${KEYS[0]}`, label: 'SUBJECT', text: 'First words' }],
    });
  });

  it('do not repeat words that the other has as well', () => {
    const longer = kept({ subject: ['First words, and more', 7] }, { began: 3, key: KEYS[1] });
    expect(fitDraft(mergeDrafts(first, longer), form(field('subject'))).leftovers).to.deep.equal(
      [],
    );
  });
});

describe('a changed definition', () => {
  const fitted = (written: Parameters<typeof kept>[0], ...fields: readonly Field[]) => {
    const { values, leftovers } = fitDraft(kept(written), form(...fields));
    return [values, leftovers.map(({ label, text }) => `${label}: ${text}`)];
  };

  it('takes what fits, and leaves the rest as text', () => {
    expect(fitted({ a: ['kept', 1], b: ['gone', 1] }, field('a'))).to.deep.equal([
      { a: 'kept' },
      ['B: gone'],
    ]);
  });

  it('takes an answer that is not right yet', () => {
    expect(fitted({ a: ['half@', 1] }, field('a', 'email'))).to.deep.equal([{ a: 'half@' }, []]);
  });

  it('takes of a choice what is still offered', () => {
    const choice = field('a', 'choice', { options });
    const choices = field('b', 'choices', { options });
    expect(fitted({ a: ['x', 1], b: [['y', 'z'], 1] }, choice, choices)).to.deep.equal([
      { a: 'x', b: ['y'] },
      ['B: z'],
    ]);
    expect(fitted({ a: ['z', 1] }, choice)).to.deep.equal([{}, ['A: z']]);
  });

  it('makes one line of many, and no day of what is none', () => {
    expect(fitted({ a: ['one\ntwo', 1] }, field('a'))).to.deep.equal([{ a: 'one two' }, []]);
    expect(fitted({ a: ['soon', 1] }, field('a', 'date'))).to.deep.equal([{}, ['A: soon']]);
    expect(fitted({ a: ['2026-03-31', 1] }, field('a', 'date'))[0]).to.deep.equal({
      a: '2026-03-31',
    });
  });

  it('takes a tick, and what a field of a host’s own held', () => {
    expect(fitted({ a: [true, 1] }, field('a', 'checkbox'))).to.deep.equal([{ a: true }, []]);
    expect(fitted({ a: [{ n: 1 }, 1, 'serial'] }, field('a', 'serial'))[0]).to.deep.equal({
      a: { n: 1 },
    });
    expect(fitted({ a: [{ n: 1 }, 1, 'serial'] }, field('a'))).to.deep.equal([{}, ['A: {"n":1}']]);
  });

  it('keeps empty what was emptied', () => {
    expect(fitted({ a: ['', 1], b: ['', 1] }, field('a'), field('b', 'choices'))).to.deep.equal([
      { a: '', b: [] },
      [],
    ]);
  });
});

describe('the time of a draft', () => {
  const time = { now: 5 * HOUR, hours: 24 };

  it('is over so many hours after its last change', () => {
    const draft = changedDraft(kept({ a: ['x', 1] }), {}, time);
    expect(isForgotten(draft, 29 * HOUR - 1)).to.equal(false);
    expect(isForgotten(draft, 29 * HOUR)).to.equal(true);
  });

  it('does not go back with the clock', () => {
    const ahead = kept({ a: ['x', 1] }, { changed: 9 * HOUR });
    expect(timeAfter(ahead, time.now)).to.equal(9 * HOUR + 1);
    expect(changedDraft(ahead, {}, time).changed).to.equal(9 * HOUR + 1);
  });
});

describe('what is stored', () => {
  const definition = form(field('a'), field('pin', 'text', { sensitive: true }));

  it('is no sensitive answer, and no text before it is masked', () => {
    const draft = kept({ a: ['secret', 1], pin: ['1234', 1], [`pin.${KEYS[1]}`]: ['99', 1] });
    const stored = storable(draft, definition, (one) => ({ ...one, value: '•••' }));
    expect(values(stored)).to.deep.equal({ a: '•••' });
  });

  it('is what a definition asks for, and of that what was written', () => {
    const written = { a: undefined, b: 'x', c: 'y' };
    const fields = keptFields(written, form(field('a'), field('b')), {
      names: ['a', 'b', 'c'],
      at: 3,
    });
    expect(Object.entries(fields).map(([name, { value }]) => [name, value])).to.deep.equal([
      ['a', ''],
      ['b', 'x'],
    ]);
  });

  it('is nothing where nothing is written', () => {
    expect(isWorthKeeping(kept({}))).to.equal(false);
    expect(isWorthKeeping(kept({ a: [' ', 1], b: [false, 1], c: [[], 1] }))).to.equal(false);
    expect(isWorthKeeping(kept({ a: ['x', 1] }))).to.equal(true);
  });

  it('is read again only in its own shape', () => {
    const draft = JSON.parse(JSON.stringify(kept({ a: ['x', 1] }))) as Record<string, unknown>;
    expect(parse(KeptDraftSchema, draft).value).to.deep.equal(draft);
    const wrong = [
      null,
      {},
      { ...draft, version: 2 },
      { ...draft, key: 'short' },
      { ...draft, fields: { a: { value: 'x' } } },
      { ...draft, fields: [] },
      { ...draft, until: 'soon' },
      { ...draft, files: [{ id: '' }] },
    ];
    for (const one of wrong) expect(parse(KeptDraftSchema, one).value).to.equal(undefined);
  });
});

describe('a caret', () => {
  it('stays by the words it was at', () => {
    expect(caretAfter('Hello world', 'Hello big world', 2)).to.equal(2);
    expect(caretAfter('Hello world', 'Hello big world', 11)).to.equal(15);
    expect(caretAfter('Hello world', 'Oh! Hello world', 5)).to.equal(9);
    expect(caretAfter('abc', '', 2)).to.equal(0);
    expect(caretAfter('', 'abc', 0)).to.equal(0);
    expect(caretAfter('one two', 'one three two', 4)).to.equal(4);
  });
});
