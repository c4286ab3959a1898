import type { Made } from './make-index.js';
import type { Collection, Remark } from './read/read-articles.js';

/** Places of one reason that are named; the rest is counted. */
const NAMED = 10;

/** What an index is made of, in one line. */
export function summaryOf(
  { articles, learned, bytes }: Pick<Made, 'articles' | 'learned' | 'bytes'>,
  out: string,
): string {
  const parts = [count(articles.length, 'article'), `${kilobytes(bytes.length)} kB`];
  if (learned.of > 0) {
    const of = learned.from < learned.of ? `${learned.from} of ` : '';
    parts.splice(1, 0, `learned from ${of}${count(learned.of, 'resolved case')}`);
  }
  return `${out}: ${parts.join(', ')}\n`;
}

/** What is not in the index on purpose, by the reason. */
export function leftOutReport({ leftOut }: Pick<Collection, 'leftOut'>): string {
  const reasons = new Map<string, string[]>();
  for (const { where, why } of leftOut) reasons.set(why, [...(reasons.get(why) ?? []), where]);
  const lines = [...reasons].flatMap(([why, places]) => [
    `  ${why}:`,
    ...places.slice(0, NAMED).map((place) => `    ${place}`),
    ...(places.length > NAMED ? [`    and ${places.length - NAMED} more`] : []),
  ]);
  return leftOut.length === 0 ? '' : `Left out, ${leftOut.length}:\n${lines.join('\n')}\n`;
}

/** What somebody should know: one line each, as compilers write them. */
export function remarkReport(remarks: readonly Remark[]): string {
  return remarks.map(({ where, why }) => `${where}: ${why}\n`).join('');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function kilobytes(bytes: number): string {
  return bytes < 10_000 ? (bytes / 1000).toFixed(1) : String(Math.round(bytes / 1000));
}
