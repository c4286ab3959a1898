import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { CaseListController } from '../../controllers/case-list-controller.js';
import { caseMemory, forgetMemory } from '../../controllers/case-memory.js';
import { caseLink } from '../../core/views/case-link.js';
import { type CaseScope, rangeOf } from '../../core/views/case-listing.js';
import { refusalText } from '../../core/views/read-answers.js';
import { type RecentCase, readRecent } from '../../core/views/recent-cases.js';
import { CaseNewEvent, CaseOpenEvent } from '../../events/view-events.js';
import { enCaseList, enList } from '../../locales/en-list.js';
import type { CaseListMessages, ListMessages } from '../../locales/en.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import type { CaseStatus, CaseSummary } from '../../schema/case.js';
import { define } from '../define.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-list.styles.js';
import { choice, pages, recentList, table } from './case-list.templates.js';

const FILTERS = ['all', 'open', 'awaiting-you', 'solved'] as const;

/**
 * The cases of a person: their own, those they are copied on, those of their organisation.
 *
 * It asks for the page that is shown, and never for more. A row opens at the address that
 * `link-template` makes of its number, else at the case's own, else at `#case/` and the number.
 *
 * @tag case-list
 * @event {CasesLoadEvent} cases-load - Asks for a page of cases: `event.respondWith()`.
 * @event {CasesShownEvent} cases-shown - Other cases than before are on screen.
 * @event {CasesFailedEvent} cases-failed - The cases could not be loaded.
 * @event {CaseOpenEvent} case-open - A case is about to open; cancel to open it yourself.
 * @event {CaseNewEvent} case-new - The person wants to open a new case; cancel to show a form yourself.
 * @csspart list - Everything.
 * @csspart heading - The heading.
 * @csspart filters - The choices and the search.
 * @csspart choice - One row of choices.
 * @csspart search - The search.
 * @csspart table - The cases; cards where it is narrow.
 * @csspart row - One case.
 * @csspart sort - A column's name that sorts by it.
 * @csspart link - The link to a case.
 * @csspart status - The status in words; also `open`, `awaiting-you` or `solved`.
 * @csspart label - What the backend calls the status.
 * @csspart new - The mark of a case that has changed since the person last looked.
 * @csspart pages - The buttons that turn pages.
 * @csspart recent - What the person has looked at last.
 * @csspart note - What stands where there is no case.
 * @csspart button - A button; the one for a new case is also `primary`.
 * @cssprop [--case-accent] - Of buttons, links and marks.
 * @cssprop [--case-accent-text] - On the accent.
 * @cssprop [--case-text] - Of text.
 * @cssprop [--case-muted] - Of text of second rank.
 * @cssprop [--case-background] - Behind fields.
 * @cssprop [--case-surface] - Behind notes.
 * @cssprop [--case-border] - Of lines.
 * @cssprop [--case-success] - Of what is done.
 * @cssprop [--case-radius] - Of corners.
 * @cssprop [--case-gap] - Between things.
 * @cssprop [--case-focus] - Of the ring around what has the focus.
 */
export class CaseList extends LitElement {
  static override styles = [theme, styles];

  /** Defines `<case-list>`, once. */
  static define(registry?: CustomElementRegistry): void {
    define('case-list', this, registry);
  }

  static override properties = {
    backend: { attribute: false },
    scope: {},
    status: {},
    pageSize: { type: Number, attribute: 'page-size' },
    linkTemplate: { attribute: 'link-template' },
    newHref: { attribute: 'new-href' },
    person: {},
    messages: { attribute: false },
  };

  /** Lists the cases where no listener answers. What it does not declare is not offered. */
  backend: CaseBackend | undefined;
  /** Whose cases are shown first: `mine`, `copied` or `organisation`. */
  scope: CaseScope = 'mine';
  /** Which are shown first: `open`, `awaiting-you` or `solved`; all when empty. */
  status: CaseStatus | '' = '';
  /** Rows of a page, 100 at most. */
  pageSize = 25;
  /** The address of a case, with `{number}` where its number goes. */
  linkTemplate = '';
  /** The address of the form for a new case; without one, a listener of `case-new` shows it. */
  newHref = '';
  /** Names the person who reads, as in `<case-view>`, which remembers what they have looked at. */
  person = '';
  /** Texts, in the language of the person who reads. */
  messages: CaseListMessages = enCaseList;

  readonly #list = new CaseListController(this);

  /** Asks for the page on screen once more. Never rejects. */
  refresh(): Promise<void> {
    return this.#list.refresh();
  }

  override focus(options?: FocusOptions): void {
    this.shadowRoot?.getElementById('heading')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('person');
    if (before) forgetMemory(before); // Whoever has signed out leaves nothing here.
  }

  protected override render(): TemplateResult {
    const { language, direction } = this.messages;
    const { listed } = this.#list;
    const texts = this.#texts;
    return html`<section
      part="list"
      aria-labelledby="heading"
      aria-busy=${listed.phase === 'loading'}
      lang=${language}
      dir=${direction}
    >
      <header>
        <h2 id="heading" part="heading" tabindex="-1">${texts.heading}</h2>
        ${this.#newCase()}
      </header>
      ${this.#filters()} ${this.#content()} ${this.#recent()}
      <p role="status">${this.#said}</p>
    </section>`;
  }

  #newCase(): TemplateResult {
    const { newCase } = this.#texts;
    const ask = (click: Event) => {
      const event = new CaseNewEvent();
      if (!this.dispatchEvent(event)) click.preventDefault();
    };
    return this.newHref
      ? html`<a part="button primary" href=${this.newHref} @click=${ask}>${newCase}</a>`
      : html`<button part="button primary" type="button" @click=${ask}>${newCase}</button>`;
  }

  #filters(): TemplateResult {
    const { listing, counts } = this.#list;
    const texts = this.#texts;
    const can = this.backend?.capabilities;
    const scopes = (['mine', 'copied', 'organisation'] as const).filter(
      (scope) => scope === 'mine' || scope === this.scope || can?.[scope],
    );
    const whose = choice({
      name: 'scope',
      legend: texts.whose,
      values: scopes,
      chosen: listing.scope,
      say: (scope) => texts.scopes[scope],
      choose: (scope) => void this.#list.go({ type: 'scope', scope }),
    });
    const which = choice({
      name: 'status',
      legend: texts.which,
      values: FILTERS,
      chosen: listing.status ?? 'all',
      say: (filter) => {
        const count = counts[filter];
        return texts.filters[filter] + (count === undefined ? '' : ` (${texts.count(count)})`);
      },
      choose: (filter) =>
        void this.#list.go({ type: 'status', status: filter === 'all' ? undefined : filter }),
    });
    return html`<div part="filters">
      ${scopes.length > 1 ? whose : nothing} ${which} ${can?.search ? this.#search() : nothing}
    </div>`;
  }

  #search(): TemplateResult {
    const hear = ({ target }: Event) =>
      void this.#list.go({ type: 'search', search: (target as HTMLInputElement).value });
    return html`<input
      part="search"
      type="search"
      maxlength="200"
      aria-label=${this.#texts.search}
      placeholder=${this.#texts.search}
      .value=${live(this.#list.listing.search)}
      @input=${hear}
    />`;
  }

  /** The cases, or what stands where there are none. */
  #content(): unknown {
    const { page, listed, shown } = this.#list;
    const texts = this.#texts;
    const note = html`<div part="note">
      <p>${this.#trouble ?? this.#none}</p>
      ${
        this.#trouble && listed.phase !== 'loading'
          ? html`<button part="button" type="button" @click=${() => void this.#retry()}>
              ${texts.tryAgain}
            </button>`
          : nothing
      }
    </div>`;
    if (!page) return this.#trouble ? note : nothing;
    const go = this.#list;
    const { next } = page;
    const hasPages = next !== undefined || shown.cursors.length > 0;
    return html`${listed.phase === 'failed' || !page.cases.length ? note : nothing}
    ${page.cases.length ? this.#table() : nothing}
    ${
      hasPages
        ? pages({
            texts,
            range: this.#range,
            previous: shown.cursors.length ? () => void go.go({ type: 'back' }) : undefined,
            next: next === undefined ? undefined : () => void this.#turn(next),
          })
        : nothing
    }`;
  }

  #table(): TemplateResult {
    const { page, listing, shown } = this.#list;
    const others = shown.scope === 'mine' ? [] : (['requester'] as const);
    return table({
      cases: page?.cases ?? [],
      texts: this.#texts,
      columns: [
        'subject',
        'number',
        ...others,
        'status',
        'severity',
        'owner',
        'created',
        'updated',
      ],
      sort: listing.sort,
      sortBy: this.backend?.capabilities?.sort
        ? (by) => void this.#list.go({ type: 'sort', by })
        : undefined,
      href: (summary) => caseLink(summary, this.linkTemplate),
      open: (summary, click) => this.#open(summary, click),
    });
  }

  #recent(): unknown {
    // The memory is the browser's, and what a server has rendered is the same for all.
    const recent = this.hasUpdated ? readRecent(caseMemory(this.person).read('recent')) : [];
    if (!recent.length) return nothing;
    return recentList(recent, this.#texts, {
      href: (one) => caseLink({ ...one, url: undefined }, this.linkTemplate),
      open: (one, click) => this.#open(one, click),
    });
  }

  get #texts(): ListMessages {
    return this.messages.list ?? enList;
  }

  /** What is in the way of the cases. */
  get #trouble(): string | undefined {
    const { listed } = this.#list;
    const texts = this.#texts;
    if (listed.phase === 'refused') return refusalText(listed.issues, texts.refusals);
    return listed.phase === 'loading' || listed.phase === 'failed'
      ? texts[listed.phase]
      : undefined;
  }

  get #none(): string {
    const { listing } = this.#list;
    return this.#texts[listing.status || listing.search ? 'noneFound' : 'none'];
  }

  get #range(): string {
    const { page, shown, limit } = this.#list;
    if (!page?.cases.length) return '';
    const { from, to } = rangeOf(page, shown, limit);
    return this.#texts.range(from, to, page.total);
  }

  get #said(): string {
    const { page, listed } = this.#list;
    if (listed.phase !== 'shown') return this.#trouble ?? '';
    return page?.cases.length ? this.#range : this.#none;
  }

  #open(summary: CaseSummary | RecentCase, click: Event): void {
    const { button, metaKey, ctrlKey, shiftKey, altKey } = click as MouseEvent;
    if (button || metaKey || ctrlKey || shiftKey || altKey) return; // Elsewhere, by the browser.
    const event = new CaseOpenEvent(summary);
    if (!this.dispatchEvent(event)) click.preventDefault();
  }

  async #turn(cursor: string): Promise<void> {
    // Pressed twice, it is one page.
    if (this.#list.listed.phase === 'loading') return;
    await this.#list.go({ type: 'next', cursor });
  }

  async #retry(): Promise<void> {
    await this.#list.refresh();
    await this.updateComplete;
    if (document.activeElement === document.body) this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-list': CaseList;
  }
}
