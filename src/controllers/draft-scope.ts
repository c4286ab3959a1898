import { DRAFT_HOURS, type KeepingTime } from '../core/drafts/kept-draft.js';
import { identityOf } from '../core/as-requester.js';
import type { Requester } from '../schema/requester.js';
import type { Place } from './draft-shelf.js';

/** What the names of all drafts of a requester begin with. */
export const ownerOf = (identity: string | undefined) => `[${JSON.stringify(identity ?? null)},`;

/** The name that a draft is kept under. */
const nameOf = (identity: string | undefined, form: string) =>
  `${ownerOf(identity)}${JSON.stringify(form)}]`;

/** What a draft is written in. */
export interface DraftPlace {
  readonly requester: Requester | string | undefined;
  getAttribute(name: string): string | null;
}

/** Whose draft it is, and what follows from that: its name, where it is kept, and for how long. */
export class DraftScope {
  /** Whether the person, who is not known, wants the draft on the device. */
  isChosen = false;
  /** Who was signed in when the draft was taken up. */
  identity: string | undefined;
  readonly #form: DraftPlace;
  readonly #now: () => number;

  constructor(form: DraftPlace, now: () => number) {
    this.#form = form;
    this.#now = now;
    this.take();
  }

  /** From now on the draft is that of whoever the form belongs to now. */
  take(): void {
    this.identity = identityOf(this.#form.requester);
  }

  /** Whether somebody has signed in, or out, since. */
  get isOver(): boolean {
    return identityOf(this.#form.requester) !== this.identity;
  }

  get isStranger(): boolean {
    return this.identity === undefined;
  }

  /** As far as the page lets drafts be kept. */
  get limit(): 'off' | Place {
    const limit = this.#form.getAttribute('keep-drafts');
    return limit === 'off' ? 'off' : limit === 'session' ? 'tab' : 'device';
  }

  /** Where the draft is kept; the first of them has its files, too. */
  get places(): readonly [Place, ...Place[]] {
    if (this.limit !== 'device') return ['tab'];
    // The session goes along, so that a person who signs in then is known to be the same.
    if (this.isStranger) return this.isChosen ? ['device', 'tab'] : ['tab'];
    return ['device'];
  }

  get time(): KeepingTime {
    const hours = Number(this.#form.getAttribute('draft-hours')) || DRAFT_HOURS;
    return { now: this.#now(), hours };
  }

  /** What the names of all drafts of this requester begin with. */
  get owner(): string {
    return ownerOf(this.identity);
  }

  /** The name of the draft of a form. */
  nameOf(form: string): string {
    return nameOf(this.identity, form);
  }

  /** The name that it had before its writer was known. */
  nameOfStranger(form: string): string {
    return nameOf(undefined, form);
  }
}
