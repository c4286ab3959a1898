import { untilAborted } from '../../core/until-aborted.js';
import type { SolutionSource } from '../../ports/solution-source.js';
import type { Solution } from '../../schema/solution.js';
import { foundSolutions } from './found-solutions.js';
import { pageOf } from './page-of.js';

/** Keeps what one source alone ranks first from deciding; the value of the paper below. */
const K = 60;

/** Articles whose source is remembered, for when one of them has helped. */
const REMEMBERED = 1000;

/**
 * Asks several sources at once and merges what they find, each page once.
 *
 * What is found in rank r of a source counts 1 / (60 + r), summed over the sources: reciprocal rank
 * fusion (Cormack, Clarke and Büttcher, SIGIR 2009). A source that fails is left out; when all of them
 * fail, the search rejects with an `AggregateError` of their reasons. That an article has helped is told
 * to the source that gave it.
 */
export function several(...sources: readonly SolutionSource[]): SolutionSource {
  const givers = new Map<string, SolutionSource>();
  return {
    async search(query, { signal }) {
      signal.throwIfAborted();
      const ask = async (source: SolutionSource) => ({
        source,
        solutions: foundSolutions(await source.search(query, { signal })),
      });
      const answers = await untilAborted(Promise.allSettled(sources.map(ask)), signal);
      const found = answers.filter((answer) => answer.status === 'fulfilled');
      if (found.length === 0 && sources.length > 0) throw allFailed(answers);
      const merged = merge(found.map(({ value }) => value.solutions));
      for (const solution of merged) {
        const giver = found.find(({ value }) => value.solutions.includes(solution));
        if (giver) remember(givers, keyOf(solution), giver.value.source);
      }
      return merged;
    },
    async accepted(solution, query) {
      await givers.get(keyOf(solution))?.accepted?.(solution, query);
    },
  };
}

/** An article of one source: where it lies, and what the source calls it. */
const keyOf = ({ id = '', url }: Solution) => `${url}\n${id}`;

/** Notes who has given an article; of those that nobody has seen for long, nobody needs to know. */
function remember(givers: Map<string, SolutionSource>, key: string, giver: SolutionSource): void {
  givers.delete(key);
  givers.set(key, giver);
  const [oldest] = givers.keys();
  if (givers.size > REMEMBERED && oldest !== undefined) givers.delete(oldest);
}

function allFailed(answers: readonly PromiseSettledResult<unknown>[]): unknown {
  const reasons = answers.map((answer) => (answer as PromiseRejectedResult).reason as unknown);
  if (reasons.length === 1) return reasons[0];
  const messages = reasons.map((reason) => (reason instanceof Error ? reason.message : 'unknown'));
  return new AggregateError(reasons, `None of the sources has answered: ${messages.join(' ')}`);
}

/** Lists, each best first, as one; a page is shown as that list has it which ranks it highest. */
export function merge(lists: readonly (readonly Solution[])[]): Solution[] {
  const pages = new Map<string, { solution: Solution; rank: number; score: number }>();
  for (const list of lists.map(withoutRepeats)) {
    list.forEach(([page, solution], rank) => {
      const known = pages.get(page);
      const score = (known?.score ?? 0) + 1 / (K + rank + 1);
      const better = known && known.rank <= rank ? known : { solution, rank };
      pages.set(page, { ...better, score });
    });
  }
  const ranked = [...pages.values()].sort((a, b) => b.score - a.score);
  return ranked.map(({ solution }) => solution);
}

/** Each page of a list by its first place. */
function withoutRepeats(list: readonly Solution[]): [page: string, solution: Solution][] {
  const pages = new Map<string, Solution>();
  for (const solution of list) {
    const page = pageOf(solution.url);
    if (!pages.has(page)) pages.set(page, solution);
  }
  return [...pages];
}
