import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { CaseRouteController } from '../../controllers/case-route-controller.js';
import { identityOf } from '../../core/as-requester.js';
import type { OfferedForm } from '../../core/form-choice.js';
import { type CaseRoute, routeOfReceipt, routeText } from '../../core/views/case-route.js';
import type { CaseSubmittedEvent } from '../../events/case-events.js';
import type { CaseOpenEvent } from '../../events/view-events.js';
import { enCaseDesk, enDesk } from '../../locales/en-desk.js';
import type { CaseDeskMessages, DeskMessages } from '../../locales/en.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import type { SolutionSource } from '../../ports/solution-source.js';
import type { Definition } from '../../schema/definition.js';
import type { SignedIn } from '../../schema/requester.js';
import type { Route } from '../../schema/route.js';
import { define } from '../define.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-desk.styles.js';
import type { DeskPart } from './desk-part.js';

type Name = CaseRoute['name'];

const NAMES: readonly Name[] = ['new', 'case', 'cases'];

/** What brings each part, and defines the elements that are in it. */
const PARTS: Readonly<Record<Name, () => Promise<DeskPart>>> = {
  new: async () => (await import('./new-case-part.js')).newCasePart(),
  case: async () => (await import('./case-part.js')).casePart(),
  cases: async () => (await import('./cases-part.js')).casesPart(),
};

/**
 * A whole support page: the form for a new case beside what may solve it, the case, and the list of cases.
 *
 * Each has an address behind the `#` of the page (`#new`, `#case/123`, `#cases`), so that it can be linked
 * to and Back works; a page with a router sets `route` and hears `case-navigate` instead. Each comes when
 * the person goes there, and what they have written stays when they go elsewhere.
 *
 * @tag case-desk
 * @event {CaseNavigateEvent} case-navigate - The person goes elsewhere; cancel to go there yourself.
 * @csspart desk - Everything.
 * @csspart navigation - The links to the list and to the form.
 * @csspart notice - Says that a request has arrived, and to a guest how to come back to it.
 * @csspart new - The form and the recommended solutions.
 * @csspart note - Stands where a part could not be loaded.
 * @csspart button - The button that tries again.
 * @cssprop [--case-accent] - Of buttons, links and marks.
 * @cssprop [--case-text] - Of text.
 * @cssprop [--case-surface] - Behind notes.
 * @cssprop [--case-border] - Of lines.
 * @cssprop [--case-error] - Of what went wrong.
 * @cssprop [--case-success] - Of what is done.
 * @cssprop [--case-radius] - Of corners.
 * @cssprop [--case-gap] - Between things.
 * @cssprop [--case-focus] - Of the ring around what has the focus.
 */
export class CaseDesk extends LitElement {
  static override styles = [theme, styles];

  /** Defines `<case-desk>`, once; what it renders is defined when it is needed. */
  static define(registry?: CustomElementRegistry): void {
    define('case-desk', this, registry);
  }

  static override properties = {
    backend: { attribute: false },
    uploader: { attribute: false },
    source: { attribute: false },
    definition: {},
    prefill: { attribute: false },
    requester: { attribute: false },
    forms: { attribute: false },
    page: { attribute: false },
    routes: { attribute: false },
    messages: { attribute: false },
    person: {},
    base: {},
    route: {},
  };

  /** The ticketing system. What it does not declare is not offered. */
  backend: CaseBackend | undefined;
  /** Takes files. */
  uploader: FileUploader | undefined;
  /** Where recommended solutions come from. */
  source: SolutionSource | undefined;
  /** The form's definition, or its JSON. Without one, the new-case form of a partner portal. */
  definition: Definition | string | undefined;
  /** Answers that the page knows beforehand, by field name. */
  prefill: Readonly<Record<string, unknown>> = {};
  /** The person who has signed in: what is known of them is not asked. */
  requester: SignedIn | undefined;
  /** Forms in the place of `definition`: who gets which, the requester and the page decide, or the person. */
  forms: readonly OfferedForm[] = [];
  /** What the page says of itself, for the conditions of `forms` and `routes`. */
  page: Readonly<Record<string, unknown>> | undefined;
  /** Where cases go, in the place of the routes of the definition. */
  routes: readonly Route[] | undefined;
  /** Texts, in the language of the person who reads. */
  messages: CaseDeskMessages = enCaseDesk;
  /** Names the person who reads, so that what they have seen is remembered on this device; else in this tab. */
  person = '';
  /** What stands before a route in the address of a link, for a page with a router of its own. */
  base = '#';
  /** What is shown, for a page with a router of its own: `new`, `cases` or `case/123`. */
  route: string | undefined;

  readonly #router = new CaseRouteController(this, (asked) => {
    const { backend } = this;
    const isListed = backend?.capabilities?.list;
    // Where there is no list, as for a guest, its address leads to the form.
    if (asked?.name === 'cases' && backend && !isListed) return { name: 'new' };
    return asked ?? { name: isListed ? 'cases' : 'new' };
  });
  readonly #parts = new Map<Name, DeskPart | 'loading' | 'failed'>();
  #shown: string | undefined;
  /** Says that a request has arrived, while the route of its case is shown. */
  #notice = '';
  #arrived = '';

  /** Goes to another part of the page, as a link does. */
  navigate(route: CaseRoute): void {
    this.#router.go(route);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('person');
    if (before) void this.#forget(before); // Whoever has signed out leaves nothing here.
    const known = changed.get('requester');
    const isGone = known && identityOf(known) !== identityOf(this.requester);
    if (before || isGone) this.#notice = '';
    const { route } = this.#router;
    if (this.isConnected && !this.#parts.has(route.name)) void this.#load(route.name);
    const path = routeText(route);
    if (this.#arrived !== path && this.#shown !== path) this.#notice = '';
  }

  protected override updated(): void {
    const { route } = this.#router;
    const path = routeText(route);
    if (this.#shown === path) return;
    const isFirst = this.#shown === undefined;
    this.#shown = path;
    if (isFirst) return;
    this.shadowRoot?.getElementById(route.name)?.focus();
    const list = route.name === 'cases' && this.shadowRoot?.querySelector('case-list');
    if (list && list.hasUpdated) void list.refresh();
  }

  protected override render(): TemplateResult {
    const { language, direction } = this.messages;
    const { route } = this.#router;
    const texts = this.#texts;
    return html`<div part="desk" lang=${language} dir=${direction}>
      <nav part="navigation" aria-label=${texts.label}>
        ${this.backend?.capabilities?.list ? this.#link('cases') : nothing} ${this.#link('new')}
      </nav>
      ${this.#notice ? html`<p part="notice">${this.#notice}</p>` : nothing}
      ${NAMES.map(
        (name) =>
          html`<section
            id=${name}
            tabindex="-1"
            aria-label=${texts[name]}
            ?hidden=${name !== route.name}
          >
            ${this.#part(name)}
          </section>`,
      )}
      <p role="status">${this.#notice}</p>
    </div>`;
  }

  #link(name: 'new' | 'cases'): TemplateResult {
    const isCurrent = this.#router.route.name === name;
    return html`<a
      href="${this.base}${name}"
      aria-current=${isCurrent ? 'page' : nothing}
      @click=${(click: MouseEvent) => this.#follow(click, { name })}
      >${this.#texts[name]}</a
    >`;
  }

  /** One part, once somebody has been there. */
  #part(name: Name): unknown {
    const part = this.#parts.get(name);
    const { route } = this.#router;
    const texts = this.#texts;
    if (typeof part === 'function') {
      return part({
        desk: this,
        number: route.name === 'case' ? route.number : '',
        submitted: (event) => this.#onSubmitted(event),
        open: (event) => this.#onOpen(event),
        create: (event) => this.#onCreate(event),
      });
    }
    if (part === 'loading') return html`<p>${texts.loading}</p>`;
    if (!part) return nothing;
    return html`<div part="note">
      <p role="alert">${texts.failed}</p>
      <button part="button" type="button" @click=${() => void this.#load(name)}>
        ${texts.tryAgain}
      </button>
    </div>`;
  }

  get #texts(): DeskMessages {
    return this.messages.desk ?? enDesk;
  }

  async #load(name: Name): Promise<void> {
    this.#parts.set(name, 'loading');
    this.requestUpdate();
    const part = await PARTS[name]().catch(() => 'failed' as const);
    this.#parts.set(name, part);
    this.requestUpdate();
  }

  async #forget(person: string): Promise<void> {
    const { forgetPerson } = await import('../../controllers/forget-person.js');
    await forgetPerson(person);
  }

  /** A plain click goes through the router; every other one does what it does on any link. */
  #follow(click: MouseEvent, route: CaseRoute): void {
    if (click.button || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    this.navigate(route);
  }

  /** The page may have refused it before; what is refused here is only that the link is followed. */
  #onOpen(event: CaseOpenEvent): void {
    if (event.defaultPrevented) return;
    event.preventDefault();
    this.navigate({ name: 'case', number: event.summary.number });
  }

  #onCreate(event: Event): void {
    if (event.defaultPrevented) return;
    event.preventDefault();
    this.navigate({ name: 'new' });
  }

  /** From the form to the case, where the backend can tell it; else the form says that it has arrived. */
  #onSubmitted({ receipt }: CaseSubmittedEvent): void {
    if (!this.backend?.capabilities?.get) return;
    const route = routeOfReceipt(receipt);
    const { submitted, keepAddress } = this.#texts;
    // A guest has no list: nothing but the address leads back.
    this.#notice = `${submitted(receipt.number)} ${receipt.name ? keepAddress : ''}`.trim();
    this.#arrived = routeText(route);
    this.navigate(route);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-desk': CaseDesk;
  }
}
