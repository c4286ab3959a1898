import type { TemplateResult } from 'lit';
import type { FormBeside } from '../../controllers/form-beside.js';
import { MatterBeside } from '../../controllers/matter-beside.js';
import type { QuietMoment } from '../../controllers/quiet-moment.js';
import { isWritten } from '../../core/draft-matter.js';
import { foundIncidents } from '../../core/found-incidents.js';
import { type KnownIncident, knownIncidents } from '../../core/known-incidents.js';
import { type MatterReader, matterReader } from '../../core/matter-words.js';
import { CaseIncidentsShownEvent } from '../../events/incident-events.js';
import { enIncidents, type IncidentMessages } from '../../locales/en-incidents.js';
import type { Incident } from '../../schema/incident.js';
import type { CaseIncidents } from './case-incidents.js';
import { IncidentNotifying } from './incident-notifying.js';
import { incidentsTemplate } from './incidents.templates.js';

const BLANK = { subject: '', description: '', product: '', topic: '' };

export interface IncidentsViewParts {
  readonly form: FormBeside;
  readonly quiet: QuietMoment;
}

/** Shows incidents: those that may be the matter before all others. */
export class IncidentsView {
  /** What is announced. */
  said = '';
  readonly #host: CaseIncidents;
  readonly #parts: IncidentsViewParts;
  #incidents: readonly Incident[] = [];
  #shown: readonly KnownIncident[] = [];
  #reader: MatterReader = matterReader();
  /** Who has been told, and has written. */
  #person: string | undefined;
  readonly #notifying: IncidentNotifying;
  readonly #beside: MatterBeside;
  /** What has been announced already. */
  readonly #announced = new Set<string>();

  constructor(host: CaseIncidents, parts: IncidentsViewParts) {
    this.#host = host;
    this.#parts = parts;
    this.#notifying = new IncidentNotifying(host, parts.form);
    this.#beside = new MatterBeside(parts.form);
    this.#person = this.#whoever;
  }

  /** Takes what a source has told. Resolves when it may be shown. */
  async take(incidents: readonly unknown[]): Promise<void> {
    this.#incidents = foundIncidents(incidents);
    await this.read();
  }

  /** Reads in the language of the page. Without its words, every word tells as it is written. */
  async read(): Promise<void> {
    const { language } = this.#host.messages;
    const reader = await this.#beside.reader(language);
    if (language !== this.#host.messages.language) return; // It speaks another one by now, which follows.
    this.#reader = reader;
    this.follow();
  }

  /** Something else is written: something else may be relevant. */
  follow(): void {
    const person = this.#whoever;
    // What a stranger wrote is theirs who signs in then.
    if (this.#person && person !== this.#person) this.#forget();
    this.#person = person;
    const known = this.#settled(
      knownIncidents(this.#incidents, this.#beside.matter ?? BLANK, this.#reader),
    );
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
    const notifying = this.#notifying;
    return incidentsTemplate(this.#shown, texts, {
      notifying: (incident) => notifying.of(incident),
      can: this.#host.notifies || this.#host.source?.notify ? 'notify' : undefined,
      subscribe: this.#host.source?.subscribe,
      press: (incident) => notifying.press(incident),
      cancel: (incident) => notifying.cancel(incident),
      send: (incident, email) => void notifying.send(incident, email),
      keepWriting: (incident) => notifying.keepWriting(incident),
      end: (incident) => notifying.end(incident),
      mayEnd: !!this.#parts.form.draft && isWritten(this.#parts.form.draft),
      follow: (incident, click) => notifying.follow(incident, click),
    });
  }

  get #texts(): IncidentMessages {
    return this.#host.messages.incidents ?? enIncidents;
  }

  /** Whom the form knows, or else the page. */
  get #whoever(): string | undefined {
    return this.#parts.form.person ?? this.#host.email;
  }

  /** Somebody else is there, or nobody: nothing of whoever was there before stays. */
  #forget(): void {
    this.#notifying.forget();
    this.#announced.clear();
    this.#say('');
  }

  /** Where the person has answered, they find what they were told. */
  #settled(known: readonly KnownIncident[]): readonly KnownIncident[] {
    const isHeld = ({ incident }: KnownIncident) =>
      this.#notifying.has(incident) &&
      this.#shown.some((one) => one.incident.id === incident.id && one.isRelevant);
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
}

/** What is seen of a list, as a text that can be compared. */
const namesOf = (known: readonly KnownIncident[]) =>
  JSON.stringify(known.map(({ incident, isRelevant }) => [incident, isRelevant]));
