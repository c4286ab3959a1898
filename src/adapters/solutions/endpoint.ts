import type { SolutionSource } from '../../ports/solution-source.js';
import { parse } from '../../schema/parse.js';
import { type Solution, type SolutionQuery, SolutionsSchema } from '../../schema/solution.js';

/** Characters of a description that are sent: an address has its limits. */
const DESCRIPTION = 1000;

export interface EndpointOptions {
  /** The address that answers, absolute or relative to the page. */
  url: string | URL;
  fetch?: typeof globalThis.fetch;
}

/** Finds solutions at an address that answers with JSON: a list of them, or `{ solutions: [...] }`. */
export function endpoint({ url, fetch = globalThis.fetch }: EndpointOptions): SolutionSource {
  return {
    async search(query, { signal }) {
      const headers = { accept: 'application/json' };
      const response = await fetch(encode(url, query), { headers, signal });
      if (!response.ok) throw new Error(`No solutions: HTTP status ${response.status}.`);
      return decode(await response.json());
    },
  };
}

/** The address that asks a query. */
export function encode(url: string | URL, query: SolutionQuery): string {
  const description = query.description.slice(0, DESCRIPTION).replace(/[\uD800-\uDBFF]$/, '');
  const search = new URLSearchParams({ ...query, description });
  const [address = '', fragment] = String(url).split(/(?=#)/);
  return `${address}${address.includes('?') ? '&' : '?'}${search}${fragment ?? ''}`;
}

/** The solutions of an answer. */
export function decode(answer: unknown): Solution[] {
  const { value } = parse(
    SolutionsSchema,
    Array.isArray(answer) ? answer : (Object(answer) as { solutions?: unknown }).solutions,
  );
  if (!value) throw new TypeError('No solutions: the answer is no list.');
  return value;
}
