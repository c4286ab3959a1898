import {
  adoptStyles,
  html,
  LitElement,
  nothing,
  type PropertyValues,
  render,
  type TemplateResult,
} from 'lit';
import { FollowedForm } from '../../controllers/followed-form.js';
import { type Found, SolutionSearch } from '../../controllers/solution-search.js';
import { queryOf } from '../../core/solution-query.js';
import type { SolutionRow } from '../../core/solution-rows.js';
import {
  SolutionAcceptedEvent,
  SolutionOpenEvent,
  SolutionsShownEvent,
} from '../../events/solution-events.js';
import { type CaseSolutionsMessages, enSolutions } from '../../locales/en.js';
import type { SolutionSource } from '../../ports/solution-source.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { define } from '../define.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-solutions.styles.js';
import {
  articleTemplate,
  button,
  rowTemplate,
  thanksTemplate,
} from './case-solutions.templates.js';

/** What is shown: the list, an article that was opened from it, or thanks for what had been found. */
type View =
  | { readonly name: 'list' }
  | { readonly name: 'article'; readonly solution: Solution; readonly opener: Element }
  | { readonly name: 'thanks'; readonly found: Found };

const LIST: View = { name: 'list' };

/**
 * Recommends articles that may solve the problem while the person writes about it.
 *
 * Articles come from a listener of `solutions-search`, else from `source`; with neither, the panel
 * keeps to its introduction. An article that comes with its text is read in place.
 *
 * @tag case-solutions
 * @event {SolutionsSearchEvent} solutions-search - Asks for articles: `event.respondWith()`; cancel to show none.
 * @event {SolutionsShownEvent} solutions-shown - Other articles than before are on screen.
 * @event {SolutionOpenEvent} solution-open - An article is about to open; cancel to open it yourself.
 * @event {SolutionAcceptedEvent} solution-accepted - The person says that an article solved the problem.
 * @csspart panel - Everything.
 * @csspart heading - The panel's heading.
 * @csspart note - What is said where there is no article: the introduction, a failure, thanks.
 * @csspart list - The list of articles.
 * @csspart item - One article of the list.
 * @csspart link - A link to an article.
 * @csspart excerpt - What an article says about the matter.
 * @csspart mark - A word of the query in a title or an excerpt.
 * @csspart date - When an article was last changed.
 * @csspart article - An article that is read in place.
 * @csspart title - Its title.
 * @csspart text - Its text.
 * @csspart button - A button.
 * @cssprop --case-accent - Links, and the button that matters most.
 * @cssprop --case-accent-text - Text on that button.
 * @cssprop --case-text - Text.
 * @cssprop --case-muted - Text of less importance.
 * @cssprop --case-surface - The panel's background.
 * @cssprop --case-border - Lines.
 * @cssprop --case-radius - Rounding of corners.
 * @cssprop --case-gap - Distance between things.
 * @cssprop --case-focus - The ring around what has focus.
 */
export class CaseSolutions extends LitElement {
  static override styles = [theme, styles];

  /** Defines `<case-solutions>`, once. */
  static define(registry?: CustomElementRegistry): void {
    define('case-solutions', this, registry);
  }

  static override properties = {
    for: {},
    query: {},
    source: { attribute: false },
    limit: { type: Number },
    messages: { attribute: false },
  };

  /** The `id` of the form, in the same document or shadow root, that the articles are for. */
  for = '';
  /** What to search for where there is no form. */
  query: string | SolutionQuery = '';
  /** Searched when no listener answers `solutions-search`. */
  source: SolutionSource | undefined;
  /** How many articles are shown at most. */
  limit = 5;
  /** Texts, in the language of the person who reads. */
  messages: CaseSolutionsMessages = enSolutions;

  readonly #form = new FollowedForm(this);
  readonly #search = new SolutionSearch(this, () => ({
    query: this.#asked(),
    source: this.source,
    limit: this.limit,
  }));
  #view = LIST;
  /** Where focus goes once the view has changed. */
  #landing: Element | string | undefined;
  /** The keys of the articles that the person has opened elsewhere. */
  readonly #opened = new Set<string>();
  #items: ReadonlyMap<string, HTMLLIElement> = new Map();
  #shown: string | undefined;

  /** What a server has rendered gives way. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = this.shadowRoot;
    if (!root) return super.createRenderRoot();
    root.replaceChildren();
    adoptStyles(root, CaseSolutions.elementStyles);
    return root;
  }

  protected override willUpdate(): void {
    if (this.#view.name === 'thanks' && this.#view.found !== this.#search.found) this.#view = LIST;
  }

  protected override render(): TemplateResult {
    const { language, direction, solutions: texts } = this.messages;
    const { found, settled } = this.#search;
    return html`
      <section part="panel" aria-labelledby="heading" lang=${language} dir=${direction}>
        <h2 id="heading" part="heading" tabindex="-1">${texts.heading}</h2>
        <div ?hidden=${this.#view.name !== 'list'}>
          <p role="status">${found && this.#say(settled)}</p>
          ${this.#renderFound()}
        </div>
        ${this.#renderView()}
      </section>
    `;
  }

  #renderFound(): TemplateResult {
    const { found } = this.#search;
    const texts = this.messages.solutions;
    if (typeof found === 'object' && found.length) {
      this.#items = new Map(found.map((row) => [row.key, this.#item(row)]));
      return html`<ul part="list">
        ${this.#items.values()}
      </ul>`;
    }
    const retry = () => this.#search.retry();
    return html`<p part="note">
      ${this.#say(found) ?? texts.intro}
      ${found === 'failed' ? button(texts.tryAgain, retry) : nothing}
    </p>`;
  }

  /** A row's element is the same as long as its article is on the list, wherever it stands. */
  #item(row: SolutionRow): HTMLLIElement {
    const item = this.#items.get(row.key) ?? document.createElement('li');
    item.setAttribute('part', 'item');
    const content = rowTemplate(row, this.messages.solutions, {
      opened: this.#opened.has(row.key),
      open: (click) => this.#open(row, click),
      accept: () => this.#accept(row.solution),
    });
    render(content, item, { host: this });
    return item;
  }

  #renderView(): TemplateResult | typeof nothing {
    const view = this.#view;
    const texts = this.messages.solutions;
    if (view.name === 'list') return nothing;
    if (view.name === 'thanks') return thanksTemplate(texts, () => this.#turnTo(LIST, '#heading'));
    return articleTemplate(view.solution, texts, {
      back: () => this.#turnTo(LIST, view.opener),
      accept: () => this.#accept(view.solution),
    });
  }

  protected override update(changed: PropertyValues<this>): void {
    const root = this.renderRoot as ShadowRoot;
    const focused = root.activeElement;
    super.update(changed);
    // A row that is moved loses focus, and one that goes would leave the person nowhere.
    const wanted = this.#landing ?? focused;
    if (wanted && wanted !== root.activeElement) {
      const place = typeof wanted === 'string' ? root.querySelector(wanted) : wanted;
      const target = place?.isConnected ? place : root.querySelector('#heading');
      (target as HTMLElement).focus({ preventScroll: !this.#landing });
    }
    this.#landing = undefined;
  }

  protected override updated(): void {
    const { found } = this.#search;
    if (this.#view.name !== 'list' || found === 'failed') return;
    const shown = found?.map(({ key }) => key).join('\n');
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (!found) return;
    const event = new SolutionsShownEvent(found.map(({ solution }) => solution));
    this.dispatchEvent(event);
  }

  /** What is written in the form, else what the page says. */
  #asked(): SolutionQuery {
    const { query } = this;
    const values = typeof query === 'string' ? { subject: query } : query;
    return this.#form.query ?? queryOf({ values });
  }

  #say(found: Found): string | undefined {
    const texts = this.messages.solutions;
    return found === 'failed' ? texts.failed : found && texts.found(found.length);
  }

  /** A plain click opens what has a text in place; every other one does what it does on any link. */
  #open({ key, solution }: SolutionRow, click: MouseEvent): void {
    const { button, metaKey, ctrlKey, shiftKey, altKey } = click;
    if (button > 1) return; // The link's menu.
    if (!(button || metaKey || ctrlKey || shiftKey || altKey)) {
      const event = new SolutionOpenEvent(solution);
      const isOurs = this.dispatchEvent(event);
      if (!isOurs || solution.text) click.preventDefault();
      if (isOurs && solution.text) {
        const opener = click.currentTarget as Element;
        this.#turnTo({ name: 'article', solution, opener }, '#title');
        return;
      }
    }
    this.#opened.add(key);
    this.requestUpdate();
  }

  #accept(solution: Solution): void {
    const event = new SolutionAcceptedEvent(solution);
    this.dispatchEvent(event);
    // A form says thanks itself, and takes the focus there.
    if (this.#form.accept(solution)) this.#turnTo(LIST);
    else this.#turnTo({ name: 'thanks', found: this.#search.found }, '#title');
  }

  #turnTo(view: View, landing?: Element | string): void {
    this.#view = view;
    this.#landing = landing;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-solutions': CaseSolutions;
  }
}
