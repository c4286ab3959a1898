import { beginAnew } from '../../controllers/begin-anew.js';
import type { FormBeside } from '../../controllers/form-beside.js';
import { fieldSchemas } from '../../core/field-schemas.js';
import { validate } from '../../core/standard-schema.js';
import { CaseDiscardedEvent, CaseDiscardEvent } from '../../events/case-events.js';
import {
  CaseIncidentNotifiedEvent,
  CaseIncidentNotifyEvent,
} from '../../events/incident-events.js';
import type { Incident } from '../../schema/incident.js';
import type { CaseIncidents } from './case-incidents.js';
import type { Notifying } from './incidents.templates.js';

const NOT_ASKED: Notifying = { phase: 'none' };

/** Has the person notified of incidents: by the page, by the source, or by themselves elsewhere. */
export class IncidentNotifying {
  readonly #host: CaseIncidents;
  readonly #form: FormBeside;
  /** How far the wish to be notified has come, by the id of its incident. */
  readonly #wishes = new Map<string, Notifying>();

  constructor(host: CaseIncidents, form: FormBeside) {
    this.#host = host;
    this.#form = form;
  }

  of({ id }: Incident): Notifying {
    return this.#wishes.get(id) ?? NOT_ASKED;
  }

  /** Whether the person has answered anything about it. */
  has({ id }: Incident): boolean {
    return this.#wishes.has(id);
  }

  /** Whoever asked for it is gone. */
  forget(): void {
    this.#wishes.clear();
  }

  #turn(incident: Incident, notifying: Notifying): void {
    this.#wishes.set(incident.id, notifying);
    this.#host.requestUpdate();
  }

  /** Where the page knows who it is, one press is enough. */
  press(incident: Incident): void {
    if (this.#host.email) {
      void this.send(incident, this.#host.email);
      return;
    }
    this.#turn(incident, { phase: 'asking', email: this.#email });
    void this.#focus(incident, 'input');
  }

  /** What the form knows, or was told. */
  get #email(): string {
    const { draft, requester } = this.#form.form ?? {};
    const known = typeof requester === 'object' ? requester.email : undefined;
    const { email = known } = draft?.values ?? {};
    return typeof email === 'string' ? email : '';
  }

  /** The page may take the way to the status page over. */
  follow(incident: Incident, click: Event): void {
    const event = this.#request(incident, undefined);
    if (!event.defaultPrevented && !event.responded) return;
    click.preventDefault();
    if (event.responded) void this.#hear(incident, event);
  }

  async send(incident: Incident, email: string): Promise<void> {
    if (this.#wishes.get(incident.id)?.phase === 'sending') return;
    const { issues } = await validate(EMAIL, email);
    if (!email.trim() || issues) {
      this.#turn(incident, { phase: 'asking', email, isInvalid: true });
      await this.#focus(incident, 'input');
      return;
    }
    const event = this.#request(incident, email.trim());
    if (event.defaultPrevented) this.#turn(incident, NOT_ASKED);
    else await this.#hear(incident, event);
  }

  #request(incident: Incident, email: string | undefined): CaseIncidentNotifyEvent {
    const event = new CaseIncidentNotifyEvent(incident, email, new AbortController().signal);
    this.#host.dispatchEvent(event);
    return event;
  }

  async #hear(incident: Incident, event: CaseIncidentNotifyEvent): Promise<void> {
    const { email = '', signal } = event;
    const { source } = this.#host;
    const sending: Notifying = { phase: 'sending', email };
    const isOver = () => this.#wishes.get(incident.id) !== sending;
    this.#turn(incident, sending);
    try {
      await event.answer(() => {
        if (source?.notify) return source.notify(incident, { email, signal });
        throw new TypeError('Answer "incident-notify", or set a source that can notify.');
      });
    } catch {
      if (isOver()) return;
      this.#turn(incident, { phase: 'asking', email, hasFailed: true });
      await this.#focus(incident, 'input');
      return;
    }
    if (isOver()) return; // Whoever asked for it is gone.
    this.#turn(incident, { phase: 'notified', email });
    const notified = new CaseIncidentNotifiedEvent(incident, event.email);
    this.#host.dispatchEvent(notified);
    await this.#focus(incident, 'note');
  }

  cancel(incident: Incident): void {
    this.#turn(incident, NOT_ASKED);
    void this.#focus(incident, 'way');
  }

  keepWriting(incident: Incident): void {
    const before = this.#wishes.get(incident.id);
    if (before?.phase === 'notified') {
      this.#turn(incident, { ...before, isSettled: true, undo: undefined });
    }
    void this.#focus(incident, 'note');
  }

  /** The draft ends as it does when it is cancelled; it can be brought back. */
  end(incident: Incident): void {
    const { form } = this.#form;
    if (!form) return;
    const { draft } = form;
    const discard = new CaseDiscardEvent(draft);
    if (!form.dispatchEvent(discard)) return;
    const bringBack = beginAnew(form);
    const discarded = new CaseDiscardedEvent(draft);
    form.dispatchEvent(discarded);
    const undo = () => {
      this.keepWriting(incident);
      void bringBack();
    };
    const before = this.#wishes.get(incident.id);
    if (before?.phase === 'notified') this.#turn(incident, { ...before, isSettled: true, undo });
    void this.#focus(incident, 'note');
  }

  /** What was pressed may be gone. */
  async #focus({ id }: Incident, place: keyof typeof PLACES): Promise<void> {
    await this.#host.updateComplete;
    const items = this.#host.renderRoot.querySelectorAll<HTMLElement>('[part~=incident]');
    const item = [...items].find(({ dataset }) => dataset['id'] === id);
    const found = item?.querySelectorAll<HTMLElement>(PLACES[place]) ?? [];
    [...found].at(-1)?.focus();
  }
}

/** Where the focus goes. The last control of an incident is the way to be told of it. */
const PLACES = { input: '[part=input]', note: '[part=note]', way: '[part=button], [part=link]' };

const EMAIL = fieldSchemas.email.schema({ name: 'email', type: 'email', label: '' });
