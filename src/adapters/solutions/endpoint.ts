import type { SolutionSource } from '../../ports/solution-source.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { foundSolutions } from './found-solutions.js';

/** Characters that are sent of each text of a query: an address has its limits. */
const SUBJECT = 300;
const DESCRIPTION = 1000;

export interface EndpointOptions {
  /** The address that answers, absolute or relative to the page. */
  url: string | URL;
  /**
   * What is sent as `q` in place of `subject` and `description`, for a search that takes words: such as
   * `tellingWords` of `case-elements/search`, which leaves out what says nothing.
   */
  words?: (query: SolutionQuery) => string;
  /**
   * Where it is posted to that an article has solved a problem, as `{ articleId, subject, description }`:
   * `/desk/articles/accepted` for the embedded desk. Nothing is told when not given.
   */
  accepted?: string | URL;
  fetch?: typeof globalThis.fetch;
}

/** Finds solutions at an address that answers with JSON: a list of them, or `{ solutions: [...] }`. */
export function endpoint(options: EndpointOptions): SolutionSource {
  const { fetch = globalThis.fetch, accepted } = options;
  return {
    async search(query, { signal }) {
      const headers = { accept: 'application/json' };
      const response = await fetch(encode(query, options), { headers, signal });
      if (!response.ok) throw new Error(`No solutions: HTTP status ${response.status}.`);
      return decode(await response.json());
    },
    ...(accepted && {
      async accepted(solution, query) {
        const headers = { 'content-type': 'application/json' };
        const body = encodeAccepted(solution, query);
        // The person may leave the page now that they know.
        await fetch(accepted, { method: 'POST', headers, body, keepalive: true });
      },
    }),
  };
}

/** The address that asks a query. */
export function encode(query: SolutionQuery, { url, words }: EndpointOptions): string {
  const { subject, description, ...rest } = query;
  const asked = words ? { q: cut(words(query), DESCRIPTION) } : texts(subject, description);
  const search = new URLSearchParams({ ...asked, ...rest });
  const [address = '', fragment] = String(url).split(/(?=#)/);
  return `${address}${address.includes('?') ? '&' : '?'}${search}${fragment ?? ''}`;
}

/** What is posted when an article has solved a problem. */
export function encodeAccepted(
  { id, url }: Solution,
  { subject, description }: SolutionQuery,
): string {
  return JSON.stringify({ articleId: id ?? url, ...texts(subject, description) });
}

const texts = (subject: string, description: string) => ({
  subject: cut(subject, SUBJECT),
  description: cut(description, DESCRIPTION),
});

/** The first characters of a text, and no half of one. */
function cut(text: string, limit: number): string {
  return text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
}

/** The solutions of an answer. */
export function decode(answer: unknown): Solution[] {
  const { solutions = answer } = Object(answer) as { solutions?: unknown };
  return foundSolutions(solutions);
}
