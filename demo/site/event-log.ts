import { type Kind, loggedEvents } from './logged-events.js';

/** More than anybody reads back. */
const ENTRIES_AT_MOST = 200;

/** What a request was answered by, once its listeners have run. */
interface Answerable extends Event {
  readonly responded?: boolean;
}

/**
 * Shows every event of the elements as it happens, the newest first.
 *
 * It says nothing aloud and never takes the focus: it is for whoever writes a page, not for whoever
 * writes a case.
 */
export class EventLog extends HTMLElement {
  #connection = new AbortController();
  readonly #entries = document.createElement('ol');
  readonly #count = document.createElement('b');
  readonly #latest = document.createElement('code');
  #total = 0;
  #last: { name: string; about: string; times: number; row: HTMLLIElement } | undefined;

  connectedCallback(): void {
    if (!this.#entries.isConnected) this.#build();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    for (const [name, [kind, summary]] of Object.entries(loggedEvents)) {
      const log = (event: Event) => {
        // After its listeners, who may have answered or refused it.
        queueMicrotask(() => this.#log(event, kind, (summary as (event: Event) => string)(event)));
      };
      // On the way down, so that a listener that stops an event does not hide it.
      document.addEventListener(name, log, { signal, capture: true });
    }
  }

  disconnectedCallback(): void {
    this.#connection.abort();
  }

  #build(): void {
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.append('Events ', this.#count, this.#latest);
    this.#count.textContent = '0';
    this.#latest.ariaHidden = 'true';
    this.#entries.tabIndex = 0; // It scrolls.
    this.#entries.ariaLabel = 'Events, newest first';
    details.append(summary, this.#entries, this.#clearButton());
    const region = document.createElement('section');
    region.ariaLabel = 'Event log';
    region.append(details);
    this.append(region);
  }

  #clearButton(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Clear';
    button.addEventListener('click', () => {
      this.#entries.replaceChildren();
      this.#last = undefined;
      this.#total = 0;
      this.#count.textContent = '0';
      this.#latest.textContent = '';
    });
    return button;
  }

  #log(event: Event, kind: Kind, text: string): void {
    const { type: name } = event;
    this.#count.textContent = String(++this.#total);
    this.#latest.textContent = name;
    // A keystroke is an event: those of one answer share a row.
    const about = text.split(':', 1)[0] ?? '';
    const isMore =
      name === 'case-changed' && this.#last?.name === name && this.#last.about === about;
    const times = isMore ? (this.#last?.times ?? 0) + 1 : 1;
    const row = makeRow(name, kind, times, text + outcome(event));
    if (isMore) this.#last?.row.replaceWith(row);
    else this.#entries.prepend(row);
    this.#last = { name, about, times, row };
    while (this.#entries.children.length > ENTRIES_AT_MOST) this.#entries.lastChild?.remove();
  }
}

function makeRow(name: string, kind: Kind, times: number, text: string): HTMLLIElement {
  const row = document.createElement('li');
  const code = document.createElement('code');
  code.textContent = times > 1 ? `${name} ×${times}` : name;
  const badge = document.createElement('small');
  badge.textContent = kind;
  badge.className = kind;
  const summary = document.createElement('span');
  summary.dir = 'auto';
  summary.textContent = text;
  row.append(code, ' ', badge, ' ', summary);
  return row;
}

function outcome(event: Answerable): string {
  if (event.defaultPrevented) return ' · refused by a listener';
  return event.responded ? ' · answered by a listener' : '';
}
