import { isOnItsWay, type SentFiles } from '../core/sent-files.js';
import { enDelivery } from '../locales/en-delivery.js';
import type { KeptForm } from './draft-keeper.js';

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

  /** `goOn` tries again to bring the files to the case. */
  constructor(form: KeptForm, goOn: () => void) {
    this.#form = form;
    this.#goOn = goOn;
    this.#note.setAttribute('part', 'help');
  }

  show(files: SentFiles, trouble: LedgerTrouble | undefined): void {
    const { messages } = this.#form;
    const said = this.#find('ledger');
    if (!said) return;
    const texts = this.#texts(said);
    const parts = files.total ? [texts.ledger(files)] : [];
    say(said, [...parts, ...(trouble ? [texts[trouble]] : [])].join(' · '));
    const again = this.#find<HTMLButtonElement>('attach');
    if (again) {
      again.hidden = trouble !== 'notAttached';
      again.onclick = this.#goOn;
      say(again, messages.form.tryAgain);
    }
    // Another draft would take the place of files that are on their way.
    const restart = this.#find<HTMLButtonElement>('restart');
    if (restart) restart.disabled = isOnItsWay(files) && trouble !== 'notAttached';
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

  /** English, where the page's language has no words for it. */
  #texts(place: HTMLElement) {
    const { delivery, language, direction } = this.#form.messages;
    place.lang = delivery ? language : 'en';
    place.dir = delivery ? direction : 'ltr';
    return delivery ?? enDelivery;
  }

  #find<Found extends HTMLElement>(id: string): Found | null {
    return (this.#form.shadowRoot?.getElementById(id) ?? null) as Found | null;
  }
}

/** What is the same is not said again. */
function say(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
