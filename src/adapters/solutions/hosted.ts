import type { SolutionSource } from '../../ports/solution-source.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';

/** What every hosted search may be told. */
export interface HostedOptions {
  /** Where the articles come from, as a person reads it, such as “Help center”. */
  label?: string;
  /** Articles that are asked for: 10, at most 50. */
  limit?: number;
  /** Fetches; the global one when not given. */
  fetch?: typeof globalThis.fetch;
}

/** What `fetch` is called with. */
export interface HostedRequest {
  readonly url: string;
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Hosted {
  readonly vendor: string;
  readonly fetch: typeof globalThis.fetch | undefined;
  /** The request that asks a query; none where there is nothing to ask. */
  readonly encode: (query: SolutionQuery) => HostedRequest | undefined;
  readonly decode: (answer: unknown, query: SolutionQuery) => Solution[];
}

/** A search that somebody else runs: one request, one answer. */
export function hosted({
  vendor,
  encode,
  decode,
  fetch = globalThis.fetch,
}: Hosted): SolutionSource {
  return {
    async search(query, { signal }) {
      signal.throwIfAborted();
      const { url, ...init } = encode(query) ?? {};
      if (url === undefined) return [];
      const response = await fetch(url, { ...init, signal });
      if (!response.ok)
        throw new Error(`${vendor} has not searched: HTTP status ${response.status}.`);
      try {
        return decode(await response.json(), query);
      } catch (cause) {
        signal.throwIfAborted();
        throw new Error(`${vendor} has answered with something else than articles.`, { cause });
      }
    },
  };
}

/** Articles to ask for. */
export function limitOf({ limit = 10 }: HostedOptions): number {
  return Math.max(1, Math.min(50, Math.trunc(limit) || 10));
}

/** An address below that of a server or proxy, which may be relative to the page. */
export function below(server: string | URL, path: string, search = {}): string {
  const [address = '', kept] = String(server).split('#', 1)[0]?.split('?', 2) ?? [];
  const parameters = [kept, String(new URLSearchParams(search))].filter(Boolean).join('&');
  return `${address.replace(/\/+$/, '')}${path}${parameters && `?${parameters}`}`;
}
