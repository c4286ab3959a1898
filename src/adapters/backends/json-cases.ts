import type { CaseBackend } from '../../ports/case-backend.js';
import { type Case, CaseSchema } from '../../schema/case.js';
import { type CasePage, CasePageSchema, type CaseQuery } from '../../schema/case-query.js';
import type { Schema } from '../../schema/checks.js';
import { type Refusal, RefusalSchema } from '../../schema/outcome.js';
import { parse } from '../../schema/parse.js';
import { BackendError } from './backend-error.js';

interface JsonCasesOptions {
  url: string;
  fetch: typeof globalThis.fetch;
}

/** What a status of HTTP means where a server says no more. */
const CODES: Readonly<Record<number, string>> = {
  401: 'identity',
  403: 'notFound',
  404: 'notFound',
  410: 'notFound',
};
/** Statuses with which a server refuses a change, when it says why. */
const REFUSED = [400, 401, 403, 404, 409, 410, 413, 422];

type CaseMethods = Required<Omit<CaseBackend, 'capabilities' | 'submit'>>;

/** What the JSON protocol does with cases that exist. */
export function jsonCases({ url, fetch }: JsonCasesOptions): CaseMethods {
  const ask = (address: string, init: RequestInit) =>
    fetch(address, {
      ...init,
      headers: { accept: 'application/json', ...(init.headers as Record<string, string>) },
      // Whoever is redirected has not been heard: a login answers like that.
      redirect: 'manual',
    });
  const change = async (number: string, what: string, body: object, signal: AbortSignal) => {
    const headers = { 'content-type': 'application/json', ...keyOf(body) };
    const init = { method: 'POST', headers, body: JSON.stringify(body), signal };
    return decode(await ask(below(url, number, what), init), CaseSchema, signal);
  };
  return {
    async list(query, { signal }) {
      const response = await ask(withQuery(url, query), { signal });
      return decode<CasePage>(response, CasePageSchema, signal);
    },
    async get(number, { signal, since }) {
      const headers = since === undefined ? {} : { 'if-none-match': `"${since}"` };
      const response = await ask(below(url, number), { headers, signal });
      if (response.status === 304 && since !== undefined) return undefined;
      const answer = await decode<Case>(response, CaseSchema, signal);
      // Not every server knows how to say that nothing has changed.
      return 'version' in answer && answer.version === since ? undefined : answer;
    },
    comment: (number, reply, { signal }) => change(number, 'comments', reply, signal),
    attach: (number, files, { signal }) => change(number, 'attachments', files, signal),
    resolve: (number, { signal }) => change(number, 'resolve', {}, signal),
    reopen: (number, { signal }) => change(number, 'reopen', {}, signal),
    follow: (number, isFollowed, { signal }) => change(number, 'follow', { isFollowed }, signal),
  };
}

/** What an answer means. */
async function decode<Value>(
  response: Response,
  schema: Schema<Value>,
  signal: AbortSignal,
): Promise<Value | Refusal> {
  const { ok, status, headers } = response;
  const answer: unknown = await response.json().catch(() => signal.throwIfAborted());
  const { value } = ok ? parse(schema, answer) : parse(RefusalSchema, answer);
  if (value && (ok || REFUSED.includes(status))) return value;
  const code = CODES[status];
  if (code !== undefined) return { issues: [{ path: [], message: '', code }] };
  throw new BackendError(status, headers.get('retry-after'));
}

function keyOf(body: { key?: unknown }): Record<string, string> {
  return typeof body.key === 'string' ? { 'idempotency-key': body.key } : {};
}

/** An address below that of all cases, whatever a query stands behind it. */
function below(url: string, ...parts: readonly string[]): string {
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(url) ?? [];
  const names = parts.map((part) => {
    // Dots alone are the one thing that is not escaped and leads elsewhere.
    if (/^\.*$/.test(part)) throw new TypeError(`“${part}” is no number of a case.`);
    return encodeURIComponent(part);
  });
  return [path.replace(/\/$/, ''), ...names].join('/') + query;
}

/** The address of a list: `scope=mine&limit=20&sort=-updated`. */
function withQuery(url: string, { sort, ...rest }: CaseQuery): string {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  if (sort) query.set('sort', `${sort.descending ? '-' : ''}${sort.by}`);
  return `${url.replace(/#.*/s, '')}${url.includes('?') ? '&' : '?'}${query.toString()}`;
}
