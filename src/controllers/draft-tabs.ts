import { listOf, maybe, object, oneOf, text } from '../schema/checks.js';
import { KeySchema } from '../schema/draft.js';
import { type KeptDraft, KeptDraftSchema } from '../schema/kept-draft.js';
import { parse } from '../schema/parse.js';

const CHANNEL = 'case-elements drafts';

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
  }

  tell(news: News): void {
    try {
      this.#channel?.postMessage(news);
    } catch {
      // An answer of a host’s own kind that cannot be copied stays in its tab.
    }
  }
}
