import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { patternCost } from '../../src/schema/pattern-cost.js';
import { matchesPattern, PATTERN_INPUT_LIMIT } from '../../src/schema/pattern.js';
import { compilePattern } from '../../src/schema/safe-pattern.js';

const safe: [pattern: string, matching: string, other: string][] = [
  ['^SN-\\d{8}$', 'SN-12345678', 'SN-1234567'],
  ['^(?:INC|REQ|CHG)\\d+$', 'REQ42', 'req42'],
  ['^v?\\d+\\.\\d+\\.\\d+$', 'v1.20.3', '1.20'],
  ['\\d+\\.\\d+\\.\\d+', 'since 1.20.3 or so', 'since 1.20'],
  ['^(?:[^@\\s]+@[^@\\s]+\\.[^@\\s]+)$', 'a@b.example', 'a@b'],
  [
    '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`,
    '0000',
  ],
  ['^(?:\\+\\d{1,3} )?[\\d ()/-]{5,20}$', '+49 (30) 123-456', 'call me'],
  ['(?:ab)+c', 'ababc', 'abab'],
  ['(?:(a|b)?c)?d', 'acd', 'ac'],
  ['^\\p{Lu}\\p{L}*$', 'Ärger', 'ärger'],
  ['^(?:\\u{1F600}|\\x41|\\0)$', '😀', 'B'],
  ['^[(|)*+?{]{2}$', '(*', '('],
  ['^\\(\\[\\*\\)\\|$', '([*)|', '('],
  ['a+?b', 'aab', 'aa'],
  ['^.$', '😀', 'ab'],
];

for (const [pattern, matching, other] of safe) {
  it(`takes ${pattern}`, () => {
    expect(compilePattern(pattern)).to.be.instanceOf(RegExp);
    expect(matchesPattern(pattern, matching)).to.equal(true);
    expect(matchesPattern(pattern, other)).to.equal(false);
  });
}

const unsafe: [why: string, ...patterns: string[]][] = [
  ['is broken', '(', ')', 'a)(b', '[a', '*', 'a{2', 'a**', '\\', '\\q', 'a{3,1}', '(?:a'],
  ['is long', 'a'.repeat(201)],
  ['repeats a group that repeats', '(a+)+$', '(?:a*)*', '((a{2})b){3}', '(a?){50}', '(a+)+?'],
  ['repeats a group that branches', '(a|a)*$', '(?:a|b|ab){2,}', '((a|b)c)+'],
  ['refers back', '(a+)\\1', '(?<x>a)\\k<x>'],
  ['looks around', '(?=a)', '(?!a)b', '(?<=a)b', '(?<!a)b'],
  ['names a group', '(?<name>a)'],
  ['changes its flags', '(?i:a)'],
  ['parts the text in too many ways', 'a+a+a+b', '^a*a*a*a*b', '^a+a+a+a?a?a?b', 'a?'.repeat(40)],
  ['parts it in too many ways before a long tail', `^a+a+a+${'a'.repeat(120)}b`, '^a+a+a+a{120}b'],
  ['multiplies alternatives', '(a|a)'.repeat(30), '(a|aa|aaa)?'.repeat(15)],
  ['counts far', 'a{0,99999}b+c+d', '(?:){1000000000}', `${'a{1,500}'.repeat(4)}b`],
  ['overflows what is counted', `${'a*'.repeat(60)}${'b{0,999999999999}'.repeat(3)}c{0}`],
];

for (const [why, ...patterns] of unsafe) {
  it(`refuses what ${why}`, () => {
    for (const pattern of patterns) expect(compilePattern(pattern), pattern).to.equal(undefined);
  });
}

it('ignores case only when asked', () => {
  expect(compilePattern('^straße')?.test('STRASSE')).to.equal(false);
  expect(compilePattern('^ärger', { ignoreCase: true })?.test('ÄRGER')).to.equal(true);
});

it('matches no text beyond the limit', () => {
  expect(matchesPattern('a', 'a'.repeat(PATTERN_INPUT_LIMIT))).to.equal(true);
  expect(matchesPattern('a', 'a'.repeat(PATTERN_INPUT_LIMIT + 1))).to.equal(false);
});

/** A pattern taken apart, as the generator below builds it. */
type Part = Atom | Sequence | Either | Repeat;
interface Atom {
  kind: 'atom';
  source: string;
}
interface Sequence {
  kind: 'sequence';
  parts: Part[];
}
interface Either {
  kind: 'either';
  parts: Part[];
}
interface Repeat {
  kind: 'repeat';
  part: Part;
  least: number;
  greatest: number;
  lazy: boolean;
}

const MANY = Number.POSITIVE_INFINITY;

function sourceOf(part: Part): string {
  if (part.kind === 'atom') return part.source;
  if (part.kind === 'sequence') return part.parts.map(sourceOf).join('');
  if (part.kind === 'either') return `(?:${part.parts.map(sourceOf).join('|')})`;
  const body = part.part.kind === 'sequence' ? `(${sourceOf(part.part)})` : sourceOf(part.part);
  return body + countsOf(part) + (part.lazy ? '?' : '');
}

function countsOf({ least, greatest }: Repeat): string {
  if (greatest === MANY) return ['*', '+'][least] ?? `{${least},}`;
  if (least === 0 && greatest === 1) return '?';
  return least === greatest ? `{${least}}` : `{${least},${greatest}}`;
}

/** A plain backtracking matcher that counts how often it looks at the text. */
function stepsOn(pattern: Part, text: string, atStart: boolean): { found: boolean; steps: number } {
  let steps = 0;
  const run = (part: Part, from: number, next: (at: number) => boolean): boolean => {
    if (part.kind === 'atom') {
      steps++;
      const fits = from < text.length && new RegExp(`^${part.source}$`, 'u').test(text[from] ?? '');
      return fits && next(from + 1);
    }
    if (part.kind === 'either') return part.parts.some((option) => run(option, from, next));
    if (part.kind === 'sequence') return runAll(part.parts, from, next);
    return runTimes(part, 0, from, next);
  };
  const runAll = (
    [first, ...rest]: Part[],
    from: number,
    next: (at: number) => boolean,
  ): boolean => (first ? run(first, from, (at) => runAll(rest, at, next)) : next(from));
  const runTimes = (
    repeat: Repeat,
    done: number,
    from: number,
    next: (at: number) => boolean,
  ): boolean => {
    const again = () =>
      done < repeat.greatest &&
      run(repeat.part, from, (at) =>
        at === from && done >= repeat.least ? false : runTimes(repeat, done + 1, at, next),
      );
    if (done < repeat.least) return again();
    return repeat.lazy ? next(from) || again() : again() || next(from);
  };
  const starts = atStart ? [0] : Array.from({ length: text.length + 1 }, (_, index) => index);
  const found = starts.some((from) => run(pattern, from, () => true));
  return { found, steps };
}

const partOf = fc.letrec<{ part: Part; atom: Part; sequence: Part; either: Part; repeat: Part }>(
  (tie) => ({
    part: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('atom'),
      tie('repeat'),
      tie('sequence'),
      tie('either'),
    ),
    atom: fc.record({
      kind: fc.constant('atom' as const),
      source: fc.constantFrom('a', 'a', '[ab]', '.', 'b'),
    }),
    sequence: fc.record({
      kind: fc.constant('sequence' as const),
      parts: fc.array(tie('part'), { minLength: 1, maxLength: 4 }),
    }),
    either: fc.record({
      kind: fc.constant('either' as const),
      parts: fc.array(tie('part'), { minLength: 2, maxLength: 3 }),
    }),
    repeat: fc
      .record({
        part: fc.oneof(tie('atom'), tie('sequence'), tie('either')),
        least: fc.nat(2),
        more: fc.constantFrom(0, 1, 2, MANY),
        lazy: fc.boolean(),
      })
      .map(({ more, least, ...repeat }) => ({
        kind: 'repeat' as const,
        ...repeat,
        least,
        greatest: Math.max(1, least + more),
      })),
  }),
).part;

it('never takes more steps than it was estimated to', () => {
  const texts = ['a'.repeat(9), `${'a'.repeat(8)}b`, 'ab'.repeat(4), `b${'a'.repeat(8)}`, ''];
  fc.assert(
    fc.property(partOf, fc.boolean(), (pattern, atStart) => {
      const body = sourceOf(pattern);
      const source = (atStart ? '^' : '') + body;
      const regexp = compilePattern(source);
      fc.pre(regexp !== undefined);
      for (const text of texts) {
        const { found, steps } = stepsOn(pattern, text, atStart);
        expect(found, `${source} on ${text}`).to.equal(regexp.test(text));
        const estimate = patternCost(source, text.length);
        expect(steps, `${source} on ${text}`).to.be.at.most(2 * estimate);
      }
    }),
    { numRuns: 2000 },
  );
});
