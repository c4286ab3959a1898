import { UploadError } from '../../core/upload-error.js';
import { AnswerError } from './answer-error.js';

/**
 * Gives the headers that let a file in, such as `{ authorization: 'Bearer …' }`. Asked before the first
 * file, and with `renew` again when the server answers 401 or 403.
 */
export type Authorize = (request: {
  renew: boolean;
}) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;

export interface Authorization {
  headers: () => Promise<Readonly<Record<string, string>>>;
  /** What renews it; nothing where nobody can. */
  renew: (() => void) | undefined;
}

/** What several uploads share: a token that has expired is asked for once, and not by each. */
export class SharedAuthorization {
  readonly #authorize: Authorize | undefined;
  #headers: ReturnType<Authorization['headers']> | undefined;
  #isStale = false;

  constructor(authorize: Authorize | undefined) {
    this.#authorize = authorize;
  }

  /** For one upload, which knows which headers it was refused with. */
  forUpload(): Authorization {
    let used: ReturnType<Authorization['headers']> | undefined;
    return {
      headers: () => (used = this.#headers ??= this.#ask()),
      renew: this.#authorize && (() => this.#drop(used)),
    };
  }

  #drop(used: unknown): void {
    if (used !== this.#headers) return;
    this.#headers = undefined;
    this.#isStale = true;
  }

  async #ask(): Promise<Readonly<Record<string, string>>> {
    const renew = this.#isStale;
    try {
      const headers = (await this.#authorize?.({ renew })) ?? {};
      this.#isStale = false;
      return headers;
    } catch (error) {
      this.#headers = undefined;
      // Who gives the token is asked over the same connection.
      throw error instanceof UploadError ? error : new AnswerError(0);
    }
  }
}
