import { html, nothing, render, type TemplateResult } from 'lit';
import type { Leftover } from '../core/drafts/fit-draft.js';
import type { DraftMessages, Messages } from '../locales/en.js';
import { enDrafts } from '../locales/en-drafts.js';
import { addStyles } from './add-styles.js';
import type { DeliveryView } from './delivery-notice.js';
import type { Place, Problem } from './draft-shelf.js';
import { draftStyles } from './draft-notices.styles.js';
import type { Suspicion } from './secret-watch.js';

/** Something that has happened to the draft elsewhere. */
export type Occurrence =
  | { readonly type: 'changedElsewhere' | 'droppedElsewhere' | 'beingSent' }
  | { readonly type: 'sentElsewhere'; readonly number: string };

/** What there is to say of a draft. */
export interface DraftView {
  readonly saved: Place | undefined;
  readonly problem: Problem | undefined;
  /** Whether the person may choose to keep the draft on the device, and what they have chosen. */
  readonly choice: boolean | undefined;
  readonly restored: Date | undefined;
  readonly occurrence: Occurrence | undefined;
  readonly leftovers: readonly Leftover[];
  readonly suspicions: readonly Suspicion[];
  /** How its submission is getting on. */
  readonly delivery: DeliveryView | undefined;
  /** The way out by e-mail. */
  readonly mail: TemplateResult | undefined;
}

/** What the person may do about it. */
export interface DraftActions {
  choose(isKept: boolean): void;
  /** Missing where emptying what is written is just that. */
  startOver?(): void;
  dismissLeftovers(): void;
  mask(): void;
  sendAsIs(): void;
}

/** An element with a draft. */
export type DraftHost = HTMLElement & {
  readonly messages: Pick<Messages, 'language' | 'direction' | 'drafts'>;
};

/** The part of a form that says how its draft is kept. It comes after the form, and moves nothing in it. */
export class DraftNotices {
  readonly #form: DraftHost;
  readonly #actions: DraftActions;
  readonly #place: () => ParentNode | null;
  #region: HTMLElement | undefined;
  #said: HTMLElement | undefined;
  /** What has been announced of this draft: nothing is said twice. */
  readonly #told = new Set<string>();

  /** `place` is where it stands; after everything else when it is not given. */
  constructor(
    form: DraftHost,
    actions: DraftActions,
    place: () => ParentNode | null = () => form.shadowRoot,
  ) {
    this.#form = form;
    this.#actions = actions;
    this.#place = place;
  }

  show(view: DraftView): void {
    const { messages, shadowRoot } = this.#form;
    const isSilent = !Object.values(view).some((part) =>
      Array.isArray(part) ? part.length : part,
    );
    const place = this.#place();
    if (!shadowRoot || !place || (isSilent && !this.#region)) return;
    const region = (this.#region ??= this.#build(shadowRoot));
    // What is around it may have been drawn anew.
    if (region.parentNode !== place && this.#said) place.append(region, this.#said);
    const { drafts: texts = enDrafts, language, direction } = messages;
    region.lang = messages.drafts ? language : 'en';
    region.dir = messages.drafts ? direction : 'ltr';
    const { host } = shadowRoot;
    const hadFocus = region.contains(shadowRoot.activeElement);
    render(this.#template(view, texts), region, { host });
    // What was pressed may have gone with what it was about.
    if (hadFocus && !region.contains(shadowRoot.activeElement)) region.focus();
    this.#announce(sentences(view, texts));
  }

  /** Takes the person to the warning. */
  focusWarning(): void {
    this.#region?.querySelector<HTMLElement>('[part~=draft-warning]')?.focus();
  }

  /** A new draft begins, of which nothing has been said. */
  forget(): void {
    this.#told.clear();
  }

  #build(root: ShadowRoot): HTMLElement {
    addStyles(root, draftStyles);
    const region = document.createElement('div');
    const said = document.createElement('p');
    region.setAttribute('part', 'draft');
    region.tabIndex = -1;
    said.setAttribute('part', 'draft-said');
    said.setAttribute('aria-live', 'polite');
    this.#said = said;
    return region;
  }

  #announce(all: readonly string[]): void {
    const news = all.filter((sentence) => !this.#told.has(sentence));
    for (const sentence of news) this.#told.add(sentence);
    if (news.length && this.#said) this.#said.textContent = news.join(' ');
  }

  #template(view: DraftView, texts: DraftMessages): TemplateResult {
    const { occurrence, problem, leftovers, suspicions } = view;
    const note = (text: string) => html`<p part="draft-note">${text}</p>`;
    return html`
      ${view.delivery?.template ?? nothing} ${view.mail ?? nothing}
      ${suspicions.length ? this.#warning(suspicions, texts) : nothing}
      ${occurrence ? note(said(occurrence, texts)) : nothing}
      ${problem ? note(texts.unsaved(problem)) : nothing}
      ${leftovers.length ? this.#leftovers(leftovers, texts) : nothing} ${this.#status(view, texts)}
    `;
  }

  #status({ saved, restored, choice }: DraftView, texts: DraftMessages) {
    if (!saved && !restored && choice === undefined) return nothing;
    const choose = ({ target }: Event) =>
      this.#actions.choose((target as HTMLInputElement).checked);
    return html`<div part="draft-status">
      ${saved ? html`<span>${savedText(saved, texts)}</span>` : nothing}
      ${
        restored
          ? html`<span>${texts.restored(restored, isToday(restored))}</span>
              ${this.#startOver(texts)}`
          : nothing
      }
      ${
        choice === undefined
          ? nothing
          : html`<label
              ><input type="checkbox" .checked=${choice} @change=${choose} />${texts.keep}</label
            >`
      }
    </div>`;
  }

  #startOver(texts: DraftMessages) {
    const { startOver } = this.#actions;
    return startOver
      ? html`<button part="button" type="button" @click=${startOver}>${texts.startOver}</button>`
      : nothing;
  }

  #leftovers(leftovers: readonly Leftover[], texts: DraftMessages) {
    return html`<section part="draft-note" aria-label=${texts.leftovers}>
      <p>${texts.leftovers}</p>
      ${leftovers.map(
        ({ label, text }) =>
          html`<label
            >${label}<textarea
              part="draft-leftover"
              readonly
              rows="2"
              dir="auto"
              .value=${text}
            ></textarea>
          </label>`,
      )}
      <button part="button" type="button" @click=${this.#actions.dismissLeftovers}>
        ${texts.dismiss}
      </button>
    </section>`;
  }

  #warning(suspicions: readonly Suspicion[], texts: DraftMessages) {
    const sentences = suspicions.map(({ label, kinds }) => texts.secret(label, kinds));
    return html`<div
      part="draft-note draft-warning"
      role="group"
      aria-label=${sentences.join(' ')}
      tabindex="-1"
    >
      <p>${sentences.join(' ')} ${texts.secretHint}</p>
      <p part="actions">
        <button part="button" type="button" @click=${this.#actions.mask}>${texts.mask}</button>
        <button part="button" type="button" @click=${this.#actions.sendAsIs}>
          ${texts.sendAsIs}
        </button>
      </p>
    </div>`;
  }
}

const savedText = (place: Place, texts: DraftMessages) =>
  place === 'device' ? texts.saved : texts.savedInTab;

const isToday = (date: Date) => date.toDateString() === new Date().toDateString();

const said = (occurrence: Occurrence, texts: DraftMessages) =>
  occurrence.type === 'sentElsewhere'
    ? texts.sentElsewhere(occurrence.number)
    : texts[occurrence.type];

/** What is announced, as soon as it is so. */
function sentences(view: DraftView, texts: DraftMessages): string[] {
  const { saved, problem, restored, occurrence, leftovers, suspicions, delivery } = view;
  return [
    ...(delivery ? [delivery.text] : []),
    ...suspicions.map(({ label, kinds }) => texts.secret(label, kinds)),
    ...(occurrence ? [said(occurrence, texts)] : []),
    ...(problem ? [texts.unsaved(problem)] : []),
    ...(leftovers.length ? [texts.leftovers] : []),
    ...(restored ? [texts.restored(restored, isToday(restored))] : []),
    ...(saved ? [savedText(saved, texts)] : []),
  ];
}
