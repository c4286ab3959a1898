import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { FollowedForm } from '../../controllers/followed-form.js';
import { type Found, SolutionSearch } from '../../controllers/solution-search.js';
import { queryOf } from '../../core/solution-query.js';
import { type CaseSolutionsMessages, enSolutions } from '../../locales/en.js';
import type { SolutionSource } from '../../ports/solution-source.js';
import type { SolutionQuery } from '../../schema/solution.js';
import { define, emptiedRoot } from '../define.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-solutions.styles.js';
import type { SolutionsView } from './solutions-view.js';

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
 * @event {SolutionRefusedEvent} solution-refused - The person says that an article is not what they need.
 * @csspart panel - Everything.
 * @csspart heading - The panel's heading.
 * @csspart note - What is said where there is no article: the introduction, a failure, thanks.
 * @csspart list - The list of articles.
 * @csspart item - One article of the list.
 * @csspart link - A link to an article.
 * @csspart excerpt - What an article says about the matter.
 * @csspart mark - A word of the query in a title or an excerpt.
 * @csspart date - When an article was last changed.
 * @csspart origin - When an article was changed and where it comes from.
 * @csspart source - Where an article comes from.
 * @csspart article - An article that is read in place.
 * @csspart title - Its title.
 * @csspart outline - Its headings, to jump to.
 * @csspart text - Its text.
 * @csspart answers - What the person makes of it: two buttons.
 * @csspart button - A button; the one that turns an article down is also `refuse`, the main one `primary`.
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
  readonly #search = new SolutionSearch(
    this,
    () => ({ query: this.#asked(), source: this.source }),
    async () => {
      const { SolutionsView, solutionRows } = await import('./solutions-view.js');
      this.#view ??= new SolutionsView(this, this.#search, this.#form);
      return solutionRows;
    },
  );
  /** Shows what has been found; it comes with the first search, or with the first pause. */
  #view: SolutionsView | undefined;

  /** What a server has rendered gives way. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return emptiedRoot(this) ?? super.createRenderRoot();
  }

  protected override render(): TemplateResult {
    const { language, direction, solutions: texts } = this.messages;
    const { found, settled } = this.#search;
    const note = this.#note();
    return html`
      <section part="panel" aria-labelledby="heading" lang=${language} dir=${direction}>
        <h2 id="heading" part="heading" tabindex="-1">${texts.heading}</h2>
        <p role="status" ?hidden=${this.#view?.isReading}>${found && this.#say(settled)}</p>
        ${this.#view?.render(note) ?? note}
      </section>
    `;
  }

  /** What stands where there is no article. */
  #note(): TemplateResult {
    const { solutions: texts } = this.messages;
    const { found } = this.#search;
    const retry = html`<button part="button" type="button" @click=${() => this.#search.retry()}>
      ${texts.tryAgain}
    </button>`;
    return html`<p part="note">
      ${this.#say(found) ?? texts.intro} ${found === 'failed' ? retry : nothing}
    </p>`;
  }

  #say(found: Found): string | undefined {
    const { solutions: texts } = this.messages;
    return found === 'failed' ? texts.failed : found && texts.found(this.#view?.count ?? 0);
  }

  /** What is written in the form, else what the page says. */
  #asked(): SolutionQuery {
    const { query } = this;
    const values = typeof query === 'string' ? { subject: query } : query;
    return this.#form.query ?? queryOf({ values });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-solutions': CaseSolutions;
  }
}
