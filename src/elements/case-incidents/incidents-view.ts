import type { TemplateResult } from 'lit';
import { beginAnew, type FormBeside, isWritten } from '../../controllers/form-beside.js';
import type { QuietMoment } from '../../controllers/quiet-moment.js';
import { matterOf, shownDefinition } from '../../core/draft-matter.js';
import { fieldSchemas } from '../../core/field-schemas.js';
import { foundIncidents } from '../../core/found-incidents.js';
import { type KnownIncident, knownIncidents } from '../../core/known-incidents.js';
import { loadLanguages } from '../../core/languages/load-languages.js';
import { type MatterReader, matterReader } from '../../core/matter-words.js';
import { validate } from '../../core/standard-schema.js';
import { CaseDiscardedEvent, CaseDiscardEvent } from '../../events/case-events.js';
import {
  CaseIncidentNotifiedEvent,
  CaseIncidentNotifyEvent,
  CaseIncidentsShownEvent,
} from '../../events/incident-events.js';
import { enIncidents, type IncidentMessages } from '../../locales/en-incidents.js';
import { enForm } from '../../locales/en.js';
import type { Incident } from '../../schema/incident.js';
import type { CaseIncidents } from './case-incidents.js';
import { incidentsTemplate, type Notifying } from './incidents.templates.js';

const BLANK = { subject: '', description: '', product: '', topic: '' };
const NOT_ASKED: Notifying = { phase: 'none' };

export interface IncidentsViewParts {
  readonly form: FormBeside;
  readonly quiet: QuietMoment;
}

/** Shows incidents, and has the person notified. */
export class IncidentsView {
  /** What is announced. */
  said = '';
  readonly #host: CaseIncidents;
  readonly #parts: IncidentsViewParts;
  #incidents: readonly Incident[] = [];
  #shown: readonly KnownIncident[] = [];
  #reader: MatterReader = matterReader();
  #reading: Promise<MatterReader> | undefined;
  #language: string | undefined;
  /** Who has been told, and has written. */
  #person: string | undefined;
  readonly #notifying = new Map<string, Notifying>();
  /** What has been announced already. */
  readonly #announced = new Set<string>();

  constructor(host: CaseIncidents, parts: IncidentsViewParts) {
    this.#host = host;
    this.#parts = parts;
    this.#person = this.#whoever;
  }

  /** Takes what a source has told. Resolves when it may be shown. */
  async take(incidents: readonly unknown[]): Promise<void> {
    this.#incidents = foundIncidents(incidents);
    await this.read();
  }

  /** Reads in the language of the page. Without its words, every word tells as it is written. */
  async read(): Promise<void> {
    const reading = this.#wordsOf(this.#host.messages.language);
    const reader = await reading;
    if (reading !== this.#reading) return; // It speaks another one by now, which follows.
    this.#reader = reader;
    this.follow();
  }

  #wordsOf(language: string): Promise<MatterReader> {
    if (language !== this.#language) this.#reading = undefined;
    this.#language = language;
    this.#reading ??= loadLanguages([language])
      .catch(() => [])
      .then(([known]) => matterReader(known));
    return this.#reading;
  }

  /** Something else is written: something else may be relevant. */
  follow(): void {
    const person = this.#whoever;
    // What a stranger wrote is theirs who signs in then.
    if (this.#person && person !== this.#person) this.#forget();
    this.#person = person;
    const known = this.#settled(knownIncidents(this.#incidents, this.#matter, this.#reader));
    this.#announce(known);
    // What waits is older, also where there is nothing else to show than what is shown.
    this.#parts.quiet.run(() => {
      if (namesOf(known) !== namesOf(this.#shown)) this.#show(known);
    });
  }

  get isShown(): boolean {
    return this.#shown.length > 0;
  }

  render(): TemplateResult | undefined {
    if (!this.#shown.length) return undefined;
    const texts = this.#texts;
    return incidentsTemplate(this.#shown, texts, {
      notifying: ({ id }) => this.#notifying.get(id) ?? NOT_ASKED,
      can: this.#host.notifies || this.#host.source?.notify ? 'notify' : undefined,
      subscribe: this.#host.source?.subscribe,
      press: (incident) => this.#press(incident),
      cancel: (incident) => this.#cancel(incident),
      send: (incident, email) => void this.#send(incident, email),
      keepWriting: (incident) => this.#keepWriting(incident),
      end: (incident) => this.#end(incident),
      mayEnd: !!this.#parts.form.draft && isWritten(this.#parts.form.draft),
      follow: (incident, click) => this.#follow(incident, click),
    });
  }

  get #texts(): IncidentMessages {
    return this.#host.messages.incidents ?? enIncidents;
  }

  /** Whom the form knows, or else the page. */
  get #whoever(): string | undefined {
    return this.#parts.form.person ?? this.#host.email;
  }

  get #matter() {
    const { form } = this.#parts.form;
    return form ? matterOf(form.draft, shownDefinition(form, form.messages ?? enForm)) : BLANK;
  }

  /** Somebody else is there, or nobody: nothing of whoever was there before stays. */
  #forget(): void {
    this.#notifying.clear();
    this.#announced.clear();
    this.#say('');
  }

  /** Where the person has answered, they find what they were told. */
  #settled(known: readonly KnownIncident[]): readonly KnownIncident[] {
    const isHeld = ({ incident: { id } }: KnownIncident) =>
      this.#notifying.has(id) &&
      this.#shown.some(({ incident, isRelevant }) => incident.id === id && isRelevant);
    return known.map((one) => (isHeld(one) ? { ...one, isRelevant: true } : one));
  }

  #show(known: readonly KnownIncident[]): void {
    this.#shown = known;
    this.#host.requestUpdate();
    const relevant = known.filter(({ isRelevant }) => isRelevant).length;
    const event = new CaseIncidentsShownEvent(
      known.map(({ incident }) => incident),
      relevant,
    );
    this.#host.dispatchEvent(event);
  }

  /** Whatever is seen later, what may be the matter is said at once: that moves nothing. */
  #announce(known: readonly KnownIncident[]): void {
    const isFirst = !this.#announced.size;
    const [first] = known;
    const news = known.filter(
      ({ incident, isRelevant }) => isRelevant && !this.#announced.has(incident.id),
    );
    for (const { incident } of news) this.#announced.add(incident.id);
    const [one] = news;
    if (one) this.#say(this.#texts.maybe(one.incident.title));
    else if (first && isFirst && !this.said) this.#say(this.#texts.known(first.incident.title));
  }

  #say(text: string): void {
    this.said = text;
    this.#host.requestUpdate();
  }

  #turn(incident: Incident, notifying: Notifying): void {
    this.#notifying.set(incident.id, notifying);
    this.#host.requestUpdate();
  }

  /** Where the page knows who it is, one press is enough. */
  #press(incident: Incident): void {
    if (this.#host.email) {
      void this.#send(incident, this.#host.email);
      return;
    }
    this.#turn(incident, { phase: 'asking', email: this.#email });
    void this.#focus(incident, 'input');
  }

  /** What the form knows, or was told. */
  get #email(): string {
    const { draft, requester } = this.#parts.form.form ?? {};
    const known = typeof requester === 'object' ? requester.email : undefined;
    const { email = known } = draft?.values ?? {};
    return typeof email === 'string' ? email : '';
  }

  /** The page may take the way to the status page over. */
  #follow(incident: Incident, click: Event): void {
    const event = this.#request(incident, undefined);
    if (!event.defaultPrevented && !event.responded) return;
    click.preventDefault();
    if (event.responded) void this.#hear(incident, event);
  }

  async #send(incident: Incident, email: string): Promise<void> {
    if (this.#notifying.get(incident.id)?.phase === 'sending') return;
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
    const isOver = () => this.#notifying.get(incident.id) !== sending;
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

  #cancel(incident: Incident): void {
    this.#turn(incident, NOT_ASKED);
    void this.#focus(incident, 'way');
  }

  #keepWriting(incident: Incident): void {
    const before = this.#notifying.get(incident.id);
    if (before?.phase === 'notified') {
      this.#turn(incident, { ...before, isSettled: true, undo: undefined });
    }
    void this.#focus(incident, 'note');
  }

  /** The draft ends as it does when it is cancelled; it can be brought back. */
  #end(incident: Incident): void {
    const { form } = this.#parts.form;
    if (!form) return;
    const { draft } = form;
    const discard = new CaseDiscardEvent(draft);
    if (!form.dispatchEvent(discard)) return;
    const bringBack = beginAnew(form);
    const discarded = new CaseDiscardedEvent(draft);
    form.dispatchEvent(discarded);
    const undo = () => {
      this.#keepWriting(incident);
      void bringBack();
    };
    const before = this.#notifying.get(incident.id);
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

/** What is seen of a list, as a text that can be compared. */
const namesOf = (known: readonly KnownIncident[]) =>
  JSON.stringify(known.map(({ incident, isRelevant }) => [incident, isRelevant]));
