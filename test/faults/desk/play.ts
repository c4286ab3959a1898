import type { DeskFault } from '../grid.js';
import { type Answer, type Asked, html } from './http.js';

/** What becomes of a request. Without an answer and without a cut it stays open for ever. */
export interface Played {
  readonly answer?: Answer;
  readonly cut?: 'connection' | 'in the answer';
  /** Seconds for which nobody may come again. */
  readonly retryAfter?: number;
}

const WAIT = 4;
const sorry = (status: number, headers: Record<string, string> = {}): Answer => ({
  ...html('<h1>Sorry</h1>', status),
  headers: { 'content-type': 'text/html', ...headers },
});

/** When the page may come again, by its own clock on the wall. */
function date({ headers }: Asked): string {
  const now = Number(headers['x-page-time']?.split(';')[1] ?? Date.now());
  // A date of HTTP has no fractions: rounded down, it would be too early.
  return new Date(Math.ceil(now / 1000 + WAIT) * 1000).toUTCString();
}

type Play = (asked: Asked, handle: () => Promise<Answer>) => Promise<Played>;

const plays: Readonly<Record<Exclude<DeskFault, 'cut in the middle'>, Play>> = {
  'cut before commit': async () => ({ cut: 'connection' }),
  'cut after commit': async (_, handle) => {
    await handle();
    return { cut: 'connection' };
  },
  'error 500': async () => ({ answer: sorry(500) }),
  'error page 502': async () => ({ answer: sorry(502) }),
  '429, seconds': async () => ({
    answer: sorry(429, { 'retry-after': String(WAIT) }),
    retryAfter: WAIT,
  }),
  '429, date': async (asked) => ({
    answer: sorry(429, { 'retry-after': date(asked) }),
    retryAfter: WAIT,
  }),
  '503': async () => ({ answer: sorry(503, { 'retry-after': String(WAIT) }), retryAfter: WAIT }),
  'stall before commit': async () => ({}),
  'stall after commit': async (_, handle) => {
    await handle();
    return {};
  },
  'truncated answer': async (_, handle) => ({ answer: await handle(), cut: 'in the answer' }),
  'non-JSON answer': async (_, handle) => {
    await handle();
    return { answer: html('<h1>Welcome to the guest network</h1>') };
  },
  'login redirect': async () => ({ answer: { status: 302, headers: { location: '/login' } } }),
  'request twice': async (_, handle) => {
    await handle();
    return { answer: await handle() };
  },
  'expired token': async () => ({
    answer: sorry(401, { 'www-authenticate': 'Bearer error="invalid_token"' }),
  }),
};

/** Lets a fault have its way with a request; `handle` is what the desk would have done. */
export function play(
  fault: DeskFault,
  asked: Asked,
  handle: () => Promise<Answer>,
): Promise<Played> {
  return plays[fault as keyof typeof plays](asked, handle);
}
