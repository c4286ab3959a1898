import { isOnItsWay, type SentFiles } from '../core/sent-files.js';
import { type SentMessages, sent } from '../locales/en-sent.js';
import type { DeliveryMessages } from '../locales/en.js';
import type { KeptForm } from './kept-form.js';

/** Why the files of a case are not there yet, beside what their own list says. */
export type LedgerTrouble = 'attaching' | 'notAttached';

/**
 * Says on the receipt what was sent, and in the form that no files are taken. The form draws the places for
 * it once; what changes in them is put there by this, as often as a file moves.
 */
export class CaseLedger {
  readonly #form: KeptForm;
  readonly #goOn: () => void;
  readonly #note = document.createElement('p');
  /** The words of a language, once they are there. */
  readonly #words = new WeakMap<DeliveryMessages, SentMessages | 'asked'>();

  /** `goOn` tries again to bring the files to the case. */
  constructor(form: KeptForm, goOn: () => void) {
    this.#form = form;
    this.#goOn = goOn;
    this.#note.setAttribute('part', 'help');
  }

  show(files: SentFiles, trouble: LedgerTrouble | undefined): void {
    const said = this.#find('ledger');
    if (!said) return;
    const texts = this.#texts(said);
    const parts = files.total ? [texts.ledger(files)] : [];
    say(said, [...parts, ...(trouble ? [texts[trouble]] : [])].join(' · '));
    const again = this.#find('attach');
    if (again) {
      const isLeft = again === this.#form.shadowRoot?.activeElement && trouble !== 'notAttached';
      again.hidden = trouble !== 'notAttached';
      if (isLeft) this.#find('notice')?.focus();
      again.onclick = this.#goOn;
    }
    // Another draft would take the place of files that are on their way.
    const restart = this.#find('restart');
    if (restart instanceof HTMLButtonElement)
      restart.disabled = isOnItsWay(files) && trouble !== 'notAttached';
  }

  /** No files are taken, now: what invites to add some goes. */
  close(isClosed: boolean): void {
    const root = this.#form.shadowRoot;
    const later = this.#find('files');
    if (later) later.hidden = isClosed;
    const slot = root?.querySelector('form slot[name=attachments]');
    if (isClosed && slot && slot.previousSibling !== this.#note) slot.before(this.#note);
    if (!isClosed) this.#note.remove();
    say(this.#note, this.#texts(this.#note).noFiles);
  }

  /** English, where the page's language has no words for it, or they cannot be loaded. */
  #texts(place: HTMLElement): SentMessages {
    const { delivery, language, direction } = this.#form.messages;
    const words = delivery && this.#words.get(delivery);
    if (delivery && !words) void this.#load(delivery);
    const isThere = typeof words === 'object';
    place.lang = isThere ? language : 'en';
    place.dir = isThere ? direction : 'ltr';
    return isThere ? words : sent;
  }

  async #load(delivery: DeliveryMessages): Promise<void> {
    this.#words.set(delivery, 'asked');
    this.#words.set(delivery, await delivery.sent().catch(() => sent));
    this.#form.requestUpdate();
  }

  #find(id: string): HTMLElement | null {
    return this.#form.shadowRoot?.getElementById(id) ?? null;
  }
}

/** What is the same is not said again. */
function say(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
