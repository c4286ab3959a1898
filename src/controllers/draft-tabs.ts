import { listOf, maybe, object, oneOf, text } from '../schema/checks.js';
import { KeySchema } from '../schema/draft.js';
import { type KeptDraft, KeptDraftSchema } from '../schema/kept-draft.js';
import { parse } from '../schema/parse.js';

const CHANNEL = 'case-elements drafts';

/** Milliseconds that a tab waits for another one that sends the same draft. Then it sends it, too: one key is one case. */
const TURN = 30_000;

const NewsSchema = object({
  type: oneOf('edited', 'ended', 'dropped'),
  /** Under which the draft is kept. */
  name: text(),
  key: KeySchema,
  draft: maybe(KeptDraftSchema),
  /** Of the case that it has become. */
  number: maybe(text()),
  /** The ids of the files that went along. */
  files: maybe(listOf(text())),
});

/** What one tab tells the others. */
export type News =
  | {
      readonly type: 'edited';
      readonly name: string;
      readonly key: string;
      readonly draft: KeptDraft;
    }
  | { readonly type: 'dropped'; readonly name: string; readonly key: string }
  | {
      readonly type: 'ended';
      readonly name: string;
      readonly key: string;
      readonly number: string;
      readonly files: string[];
    };

/** The other tabs of the page’s origin that have the same draft open. */
export class DraftTabs {
  readonly #hear: (news: News) => void;
  #channel: BroadcastChannel | undefined;
  #leave: (() => void) | undefined;

  constructor(hear: (news: News) => void) {
    this.#hear = hear;
  }

  open(): void {
    if (this.#channel || typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.onmessage = ({ data }) => {
      const { value } = parse(NewsSchema, data);
      if (value) this.#hear(value as News);
    };
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
    this.leave();
  }

  tell(news: News): void {
    try {
      this.#channel?.postMessage(news);
    } catch {
      // An answer of a host’s own kind that cannot be copied stays in its tab.
    }
  }

  /**
   * Resolves when no other tab is sending the draft of this key, or after half a minute; from then on this
   * one is, until it leaves. Tells whether it had to wait.
   */
  async takeTurn(key: string, waiting: () => void): Promise<boolean> {
    this.leave();
    const locks = (navigator as Partial<Navigator>).locks;
    if (!locks) return false;
    const name = `${CHANNEL} ${key}`;
    if (await this.#hold((hold) => locks.request(name, { ifAvailable: true }, hold))) return false;
    waiting();
    const signal = AbortSignal.timeout(TURN);
    await this.#hold((hold) => locks.request(name, { signal }, hold));
    return true;
  }

  /** Lets the next tab have its turn. */
  leave(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  /** Resolves when a lock is had, which it is until somebody leaves, or when it is not to be had. */
  #hold(
    request: (hold: (lock: Lock | null) => Promise<void> | undefined) => Promise<unknown>,
  ): Promise<boolean> {
    return new Promise((resolve) => {
      const hold = (lock: Lock | null) => {
        resolve(!!lock);
        return lock ? new Promise<void>((leave) => (this.#leave = leave)) : undefined;
      };
      request(hold).catch(() => resolve(false));
    });
  }
}
