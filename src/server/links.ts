import { createHmac, timingSafeEqual } from 'node:crypto';

/** What links are signed with, and by which clock they expire. */
export interface LinkOptions {
  readonly secret: string;
  /** Days that the link of a case lasts from when it was opened. */
  readonly days: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const DAY = 24 * 60 * 60 * 1000;

const GUEST = /^([0-9a-z]{1,9})\.([\w-]{43})\.([\w-]{32})$/;
const FILE = /^([0-9a-z]{1,9})\.([\w-]{43})$/;

/**
 * Links that need no account. Each names what it leads to and until when, and is signed with HMAC-SHA-256
 * (RFC 2104), so that neither can be changed.
 */
export class Links {
  readonly #options: LinkOptions;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  /** What a guest's link calls a case. The same case always has the same. */
  guest({ token, created }: { token: string; created: string }): string {
    const until = Date.parse(created) + this.#options.days * DAY;
    return `${this.#signed('case', token, until)}.${token}`;
  }

  /** The token of the case that a link leads to; nothing for one that is forged or expired. */
  guestToken(link: string): string | undefined {
    const [, until = '', mark = '', token] = GUEST.exec(link) ?? [];
    return token !== undefined && this.#isValid('case', token, until, mark) ? token : undefined;
  }

  /** The permission to fetch one file, for a day or two: a page that asks again gets the same. */
  file(ref: string): string {
    return this.#signed('file', ref, (Math.floor(this.#options.now() / DAY) + 2) * DAY);
  }

  /** Whether a permission is for this file, and still holds. */
  mayFetch(ref: string, permission: string): boolean {
    const [, until, mark] = FILE.exec(permission) ?? [];
    return !!until && !!mark && this.#isValid('file', ref, until, mark);
  }

  #signed(kind: string, name: string, until: number): string {
    const end = Math.floor(until / 1000).toString(36);
    return `${end}.${this.#mark(kind, name, end).toString('base64url')}`;
  }

  #mark(kind: string, name: string, end: string): Buffer {
    return createHmac('sha256', this.#options.secret).update(`${kind}\n${name}\n${end}`).digest();
  }

  #isValid(kind: string, name: string, end: string, mark: string): boolean {
    // Compared as text: the last character of the encoding has bits to spare, which would be a second mark.
    const expected = Buffer.from(this.#mark(kind, name, end).toString('base64url'));
    const given = Buffer.from(mark);
    const isSigned = given.length === expected.length && timingSafeEqual(given, expected);
    return isSigned && parseInt(end, 36) * 1000 > this.#options.now();
  }
}
