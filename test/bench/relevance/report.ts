import { printTable } from '../search/table.js';
import { type Answer, meanOf, perQuestion } from './ask.js';
import { moments, type Performance } from './contest.js';
import { compare, mean } from './metrics.js';

const three = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(3));
export const signed = (value: number) => (value < 0 ? '−' : '+') + three(Math.abs(value));
export const percent = (share: number) =>
  Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`;
export { three };

export const measures = ['mrr', 'hit', 'ndcg', 'first'] as const;
const columns = ['MRR@10', 'hit@5', 'nDCG@10', 'P@1'];
const titles = { subject: 'subject only', both: 'subject + description', typed: 'as typed' };

/** The four measures at the three moments, and what the description is worth. */
export function printScores(performances: readonly Performance[]): void {
  printTable([
    ['', ...moments.flatMap((moment) => [titles[moment], '', '', '']), 'description'],
    ['', ...moments.flatMap(() => columns), 'gains'],
    ...performances.map((performance) => [
      performance.name,
      ...moments.flatMap((moment) =>
        measures.map((measure) => three(meanOf(performance[moment], measure))),
      ),
      signed(gain(performance)),
    ]),
  ]);
}

/** What the description adds to the MRR, on the questions that were asked both ways. */
function gain({ subject, both }: Performance): number {
  const [one, other] = paired(both, subject);
  return mean(one) - mean(other);
}

/** Scores of the questions that both were asked, in one order. */
export function paired(
  one: readonly Answer[],
  other: readonly Answer[],
): readonly [readonly number[], readonly number[]] {
  const [first, second] = [perQuestion(one), perQuestion(other)];
  const common = [...first.keys()].filter((whole) => second.has(whole));
  return [common.map((key) => first.get(key) ?? 0), common.map((key) => second.get(key) ?? 0)];
}

/** Which peers were asked only a sample, and what ours makes of the same questions. */
export function printSamples(ours: Performance, peers: readonly Performance[]): void {
  for (const { name, strides, ...peer } of peers) {
    const notes = moments.flatMap((moment) => {
      if (strides[moment] === 1) return [];
      const asked = new Set(peer[moment].map(momentKey));
      const same = ours[moment].filter((answer) => asked.has(momentKey(answer)));
      const what = moment === 'typed' ? 'key' : 'question';
      return `${titles[moment]}: one ${what} in ${strides[moment]}, ${peer[moment].length} in all (ours on these ${three(meanOf(same, 'mrr'))})`;
    });
    if (notes.length) console.log(`${name} – ${notes.join('; ')}`);
  }
}

const momentKey = ({ moment }: Answer) => `${moment.whole} ${moment.subject}`;

/** Ours beside the peer that is best at that moment: is the difference one? */
export function printComparison(ours: Performance, peers: readonly Performance[]): void {
  const rows = moments.map((moment) => {
    const best = peers.reduce((one, other) =>
      meanOf(other[moment], 'mrr') > meanOf(one[moment], 'mrr') ? other : one,
    );
    const asked = new Set(best[moment].map(momentKey));
    const same = ours[moment].filter((answer) => asked.has(momentKey(answer)));
    const [mine, theirs] = paired(same, best[moment]);
    const { difference, interval, p } = compare(mine, theirs);
    const range = `${signed(interval[0])} … ${signed(interval[1])}`;
    return [
      titles[moment],
      best.name,
      String(mine.length),
      signed(difference),
      range,
      p.toFixed(4),
    ];
  });
  printTable([['', 'best peer', 'questions', 'ours', '95 % interval', 'p'], ...rows]);
}
