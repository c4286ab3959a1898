import { html, nothing, type TemplateResult } from 'lit';
import type { KnownIncident } from '../../core/known-incidents.js';
import type { IncidentMessages } from '../../locales/en-incidents.js';
import type { Incident } from '../../schema/incident.js';

/** How far the wish to be notified of one incident has come. */
export type Notifying =
  | { readonly phase: 'none' }
  | {
      readonly phase: 'asking';
      readonly email: string;
      readonly isInvalid?: boolean;
      readonly hasFailed?: boolean;
    }
  | { readonly phase: 'sending'; readonly email: string }
  | {
      readonly phase: 'notified';
      readonly email: string;
      /** The person has said whether they go on writing. */
      readonly isSettled?: boolean;
      /** Brings back the draft that they have dropped. */
      readonly undo?: (() => void) | undefined;
    };

/** What somebody can do about incidents. */
export interface IncidentActions {
  notifying(incident: Incident): Notifying;
  readonly can: 'notify' | undefined;
  /** Where they can ask for it themselves. */
  readonly subscribe: string | undefined;
  readonly mayEnd: boolean;
  press(incident: Incident): void;
  cancel(incident: Incident): void;
  send(incident: Incident, email: string): void;
  follow(incident: Incident, click: Event): void;
  keepWriting(incident: Incident): void;
  end(incident: Incident): void;
}

interface ItemActions extends IncidentActions {
  /** Tells its controls from those of others. */
  readonly place: number;
}

/** Those that may be what somebody writes about, opened out, and one line for all others. */
export function incidentsTemplate(
  known: readonly KnownIncident[],
  texts: IncidentMessages,
  actions: IncidentActions,
): TemplateResult {
  const relevant = known.filter(({ isRelevant }) => isRelevant);
  const others = known.filter(({ isRelevant }) => !isRelevant);
  const list = (some: readonly KnownIncident[]) =>
    html`<ul>
      ${some.map((one) => item(one, texts, { ...actions, place: known.indexOf(one) }))}
    </ul>`;
  const [first] = others;
  return html`<section part="panel" aria-label=${texts.heading}>
    ${
      relevant.length
        ? html`<h2 part="heading">${texts.relevant}</h2>
            ${list(relevant)}`
        : nothing
    }
    ${
      first
        ? html`<details part="others">
            <summary>
              ${texts.closed(others.length, first.incident.title, relevant.length ? 'others' : 'all')}
            </summary>
            ${list(others)}
          </details>`
        : nothing
    }
  </section>`;
}

function item(
  { incident, isRelevant }: KnownIncident,
  texts: IncidentMessages,
  actions: ItemActions,
): TemplateResult {
  const { id, title, state, label, started, url, components = [] } = incident;
  const said = texts.states[state];
  const isOtherWord = label && !/^[A-Z_]+$|^[a-z_]+$/.test(label) && label !== said;
  const since = started && new Date(started);
  return html`<li part="incident ${isRelevant ? 'relevant' : ''}" data-id=${id}>
    <h3 part="title"><bdi>${title}</bdi></h3>
    <p part="state">
      ${said}${isOtherWord ? html` (<bdi>${label}</bdi>)` : nothing}${
        since
          ? html` · <time datetime=${since.toISOString()}>${texts.since(since)}</time>`
          : nothing
      }
    </p>
    ${
      components.length
        ? html`<p part="components">
            ${texts.touches}:
            ${components.map((name, at) => html`${at ? ', ' : ''}<bdi>${name}</bdi>`)}
          </p>`
        : nothing
    }
    ${url ? html`<p>${link(url, texts.more, texts)}</p>` : nothing}
    ${notify(incident, texts, actions)}
  </li>`;
}

/** A way to be told, as far as there is one. */
function notify(incident: Incident, texts: IncidentMessages, actions: ItemActions): unknown {
  const notifying = actions.notifying(incident);
  if (notifying.phase === 'notified') return notified(incident, notifying, texts, actions);
  if (notifying.phase !== 'none') return asking(incident, notifying, texts, actions);
  if (actions.can) return button(texts.notify, () => actions.press(incident));
  const follow = (click: Event) => actions.follow(incident, click);
  return actions.subscribe
    ? html`<p>${link(actions.subscribe, texts.subscribe, texts, follow)}</p>`
    : nothing;
}

function asking(
  incident: Incident,
  notifying: Extract<Notifying, { phase: 'asking' | 'sending' }>,
  texts: IncidentMessages,
  { send, cancel, place }: ItemActions,
): TemplateResult {
  const isSending = notifying.phase === 'sending';
  const { isInvalid, hasFailed } = notifying.phase === 'asking' ? notifying : {};
  const error = isInvalid ? texts.emailInvalid : hasFailed ? texts.failed : '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { elements } = event.target as HTMLFormElement;
    send(incident, (elements.namedItem('email') as HTMLInputElement).value);
  };
  // A press of Enter, or a change, is of this question and not of the form around.
  const keep = (event: Event) => event.stopPropagation();
  return html`<form part="notify" novalidate @submit=${submit} @input=${keep} @change=${keep}>
    <label for="email-${place}">${texts.email}</label>
    <input
      id="email-${place}"
      part="input"
      name="email"
      type="email"
      autocomplete="email"
      required
      aria-invalid=${isInvalid ? 'true' : nothing}
      aria-describedby=${error ? `error-${place}` : nothing}
      ?readonly=${isSending}
      .value=${notifying.email}
    />
    ${error ? html`<p part="error" id="error-${place}" role="alert">${error}</p>` : nothing}
    <p part="actions">
      <button part="button primary" aria-disabled=${isSending || nothing}>${texts.send}</button>
      ${isSending ? nothing : button(texts.cancel, () => cancel(incident))}
    </p>
  </form>`;
}

/** They will be told, so perhaps there is nothing left to send. */
function notified(
  incident: Incident,
  { email, isSettled, undo }: Extract<Notifying, { phase: 'notified' }>,
  texts: IncidentMessages,
  { mayEnd, keepWriting, end }: IncidentActions,
): TemplateResult {
  return html`<div part="notify">
    <p part="note" tabindex="-1">${undo ? texts.ended : texts.notified(email)}</p>
    ${undo ? html`<p part="actions">${button(texts.undo, undo)}</p>` : nothing}
    ${
      mayEnd && !isSettled
        ? html`<p>${texts.enough}</p>
            <p part="actions">
              ${button(texts.keepWriting, () => keepWriting(incident))}
              ${button(texts.end, () => end(incident))}
            </p>`
        : nothing
    }
  </div>`;
}

const button = (label: string, press: () => void) =>
  html`<button part="button" type="button" @click=${press}>${label}</button>`;

const link = (
  url: string,
  text: string,
  { newTab }: IncidentMessages,
  follow?: (click: Event) => void,
) =>
  html`<a part="link" href=${url} target="_blank" rel="noopener" @click=${follow}
    >${text}&nbsp;<span role="img" aria-label=${newTab}>↗</span></a
  >`;
