import { storable } from '../core/drafts/kept-draft.js';
import { QUESTION, type Unanswered } from '../core/drafts/kept-reply.js';
import type { Definition } from '../schema/definition.js';
import type { KeptDraft, KeptField } from '../schema/kept-draft.js';
import { type DraftActions, DraftNotices, type DraftView } from './draft-notices.js';
import type { ReplyParts } from './reply-keeper.js';
import { SecretWatch } from './secret-watch.js';

export interface ReplyNoticesOptions extends Pick<DraftActions, 'choose' | 'dismissLeftovers'> {
  /** What the reply is called. */
  readonly label: () => string;
  /** What is written has been masked. */
  readonly changed: () => void;
}

/** What there is to say of a reply, but for the secrets in it, which are found here. */
export type ReplyView = Omit<DraftView, 'mail' | 'suspicions' | 'delivery'>;

/** Nothing of a reply is sensitive by itself. */
const NOTHING_SENSITIVE: Definition = { id: 'reply', fields: [] };

/** Says how a reply is kept, and asks about what seems to be secret in it. */
export class ReplyNotices {
  /** Resolves when secrets are found; a page that cannot load what finds them does without. */
  readonly ready: Promise<void>;
  readonly #parts: ReplyParts;
  readonly #options: ReplyNoticesOptions;
  readonly #notices: DraftNotices;
  readonly #secrets = new SecretWatch();
  #view: ReplyView | undefined;
  /** What the person has been asked about before sending. */
  #asked = '';
  /** Whether a press of Send waits for the person. */
  #isHeld = false;

  constructor(parts: ReplyParts, options: ReplyNoticesOptions) {
    const { choose, dismissLeftovers } = options;
    this.#parts = parts;
    this.#options = options;
    const actions = {
      choose,
      dismissLeftovers,
      mask: () => this.#mask(),
      sendAsIs: () => this.#sendAsIs(),
    };
    this.#notices = new DraftNotices(parts.view, actions, parts.place);
    this.ready = this.#load();
  }

  /** A new reply begins, of which nothing has been said. */
  forget(): void {
    this.#asked = '';
    this.#isHeld = false;
    this.#notices.forget();
  }

  show(view = this.#view): void {
    if (!view) return;
    this.#view = view;
    const suspicions = this.#suspicions;
    // Whoever mends by hand what they were asked about has to press Send again.
    if (JSON.stringify(suspicions) !== this.#asked) this.#isHeld = false;
    this.#notices.show({
      ...view,
      suspicions,
      delivery: undefined,
      mail: undefined,
    });
  }

  /** Whether the reply may go. If it seems to hold a secret the person is asked first, once. */
  mayGo(): boolean {
    const found = JSON.stringify(this.#suspicions);
    this.#isHeld = false;
    if (found === '[]' || found === this.#asked) return true;
    this.#asked = found;
    this.#isHeld = true;
    this.show();
    this.#notices.focusWarning();
    return false;
  }

  /** What may be written to a device. */
  storable(draft: KeptDraft): KeptDraft {
    return storable(draft, NOTHING_SENSITIVE, (field) => this.#masked(field));
  }

  async #load(): Promise<void> {
    const finder = await import('../core/secrets/find-secrets.js').catch(() => undefined);
    if (finder) this.#secrets.use(finder);
  }

  get #suspicions() {
    const { text } = this.#parts.written();
    const label = this.#options.label();
    const fields = [{ name: QUESTION, type: 'multiline' as const, label }];
    return this.#secrets.suspicions({ id: 'reply', fields }, { [QUESTION]: text });
  }

  /** A text, or the texts of what is unanswered, without what must not be stored. */
  #masked(field: KeptField): KeptField {
    const mask = (value: unknown) =>
      typeof value === 'string' ? this.#secrets.masked(value) : value;
    const { texts, comments } = Object(field.value) as Partial<Unanswered>;
    return { ...field, value: texts ? { texts: texts.map(mask), comments } : mask(field.value) };
  }

  #mask(): void {
    const isHeld = this.#isHeld;
    const { key, text } = this.#parts.written();
    this.#parts.give({ key, text: this.#secrets.masked(text) });
    this.#options.changed();
    this.#release(isHeld);
  }

  #sendAsIs(): void {
    const isHeld = this.#isHeld;
    this.#secrets.allow(this.#parts.written().text);
    this.#release(isHeld);
  }

  /** The person has decided; what they had begun goes on. */
  #release(isHeld: boolean): void {
    this.#isHeld = false;
    this.show();
    if (isHeld) this.#parts.send();
  }
}
