import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { SectionInView } from '../../controllers/section-in-view.js';
import type { ArticleInView, Vote } from '../../core/request-context.js';
import { enHelpful, type HelpfulMessages } from '../../locales/en-helpful.js';
import type { CaseHelpfulMessages } from '../../locales/en.js';
import type { Definition } from '../../schema/definition.js';
import { isWebLink } from '../../schema/web-link.js';
import { define, emptiedRoot } from '../define.js';
import { theme } from '../theme.styles.js';
import { articleOf, isKept } from './article-of.js';
import { styles } from './case-helpful.styles.js';
import type { HelpfulFoot } from './helpful-foot.js';

const english: CaseHelpfulMessages = { language: 'en', direction: 'ltr' };

/**
 * The foot of an article: was it helpful, what was not, and a way to ask.
 *
 * Works without a server: what the person says is an event, and is kept on the device, where it can be
 * changed later. With `endpoint` it is posted there, and the count comes from there.
 *
 * @tag case-helpful
 * @slot related - Links of yours in place of `related`.
 * @event {HelpfulVoteEvent} helpful-vote - The person votes, or says why not: answer with the count; cancel to refuse.
 * @event {HelpfulVotedEvent} helpful-voted - The vote has been taken.
 * @event {RequestOpenEvent} request-open - The person has more questions; cancel to open a form yourself.
 * @csspart panel - Everything.
 * @csspart heading - The question.
 * @csspart answers - The two answers, and the count.
 * @csspart button - A button; also `yes`, `no` or `send`.
 * @csspart count - How many found it helpful.
 * @csspart note - What is said after an answer.
 * @csspart reason - The form that asks why not.
 * @csspart option - One reason.
 * @csspart input - The field for words of one's own.
 * @csspart request - The way to ask.
 * @csspart link - A link.
 * @csspart related - The articles of the section.
 * @cssprop [--case-accent] - Of links, and of the answer given.
 * @cssprop [--case-accent-text] - On the accent.
 * @cssprop [--case-text] - Of text.
 * @cssprop [--case-muted] - Of text of second rank.
 * @cssprop [--case-background] - Behind the field.
 * @cssprop [--case-border] - Of lines.
 * @cssprop [--case-radius] - Of corners.
 * @cssprop [--case-gap] - Between things.
 * @cssprop [--case-focus] - Of the ring around what has the focus.
 */
export class CaseHelpful extends LitElement {
  static override styles = [theme, styles];

  /** Defines `<case-helpful>`, once. */
  static define(registry?: CustomElementRegistry): void {
    define('case-helpful', this, registry);
  }

  static override properties = {
    article: { attribute: false },
    articleId: { attribute: 'article-id' },
    yes: { type: Number },
    total: { type: Number },
    endpoint: {},
    reasons: { attribute: false },
    related: { attribute: false },
    href: {},
    for: {},
    form: {},
    definition: { attribute: false },
    headings: {},
    search: {},
    messages: { attribute: false },
  };

  /** The article; without it, the page with its title and its canonical address. */
  article: ArticleInView | undefined;
  /** What the desk calls the article. */
  articleId: string | undefined;
  /** How many found it helpful; shown together with `total`. */
  yes: number | undefined;
  /** How many have voted. */
  total: number | undefined;
  /** Takes votes as JSON and answers with `{ yes, total }`, which it also does when it is only asked. */
  endpoint: string | undefined;
  /** Reasons why an article did not help, by value; none to ask for words alone. */
  reasons: Readonly<Record<string, string>> | undefined;
  /** Other articles of the section. */
  related: readonly { readonly title: string; readonly url: string }[] = [];
  /** The page of the form; it gets along what is known, for `prefill-from-url`. */
  href: string | undefined;
  /** The `id` of a `<case-launcher>` that opens, in the same document or shadow root. */
  for = '';
  /** The `id` of the form that the page asks for, among several. */
  form: string | undefined;
  /** Only what this definition has fields for goes into the address. */
  definition: Definition | undefined;
  /** Which elements of the page are the headings of its sections. */
  headings = 'h2, h3';
  /** What the person had searched for; without it, what the page they came from tells. */
  search: string | undefined;
  /** Texts, in the language of the page. */
  messages: CaseHelpfulMessages = english;

  /** What votes, asks why, and knows where the person is. It comes when it is first needed. */
  #foot: HelpfulFoot | undefined;
  #loading: Promise<HelpfulFoot> | undefined;
  #isBegun = false;
  readonly #section: SectionInView = new SectionInView(this, () => this.#headings());

  /** What a server has rendered gives way. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return emptiedRoot(this) ?? super.createRenderRoot();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#foot?.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = !this.#isBegun || changed.has('article') || changed.has('articleId');
    if (typeof document === 'undefined' || !isOther) return;
    this.#isBegun = true;
    const isAsked = !!this.endpoint && this.total === undefined;
    if (this.#foot || isAsked || isKept(articleOf(this))) this.#use((foot) => void foot.begin());
  }

  protected override render(): TemplateResult {
    const { language, direction, helpful: texts = enHelpful } = this.messages;
    const { yes = 0, total = 0 } = this.#foot?.count ?? this;
    return html`<section
      part="panel"
      aria-labelledby="question"
      lang=${language}
      dir=${direction}
      @pointerenter=${this.#approach}
      @focusin=${this.#approach}
    >
      <div part="answers" role="group" aria-labelledby="question">
        <h2 id="question" part="heading">${texts.question}</h2>
        ${this.#button('yes', texts)} ${this.#button('no', texts)}
        <span part="count">${total ? texts.count(yes, total) : nothing}</span>
        <span part="note" role="status">${this.#foot?.note && texts[this.#foot.note]}</span>
      </div>
      ${this.#foot?.reason(texts)} ${this.#request(texts)}
      <slot name="related">${this.#related(texts)}</slot>
    </section>`;
  }

  /** Those of the article, which ends with its foot; all of them where the foot stands before it. */
  #headings(): Element[] {
    const all = [...document.querySelectorAll(this.headings)];
    const after = Node.DOCUMENT_POSITION_FOLLOWING;
    const above = all.filter((heading) => this.compareDocumentPosition(heading) !== after);
    return above.length ? above : all;
  }

  #button(vote: Vote, texts: HelpfulMessages): TemplateResult {
    return html`<button
      part="button ${vote}"
      type="button"
      aria-pressed=${this.#foot?.said?.vote === vote}
      @click=${() => {
        this.#use((foot) => void foot.vote(vote));
      }}
    >
      ${texts[vote]}
    </button>`;
  }

  #request({ more, request }: HelpfulMessages): TemplateResult {
    const { href } = this;
    const link = html`<a
      part="link"
      href=${href ?? nothing}
      @pointerdown=${this.#address}
      @focus=${this.#address}
      @click=${this.#open}
      >${request}</a
    >`;
    const button = html`<button part="button" type="button" @click=${this.#open}>
      ${request}
    </button>`;
    return html`<p part="request">${more} ${href && isWebLink(href) ? link : button}</p>`;
  }

  #related({ related }: HelpfulMessages) {
    const links = this.related.filter(({ url }) => isWebLink(url));
    if (!links.length) return nothing;
    return html`<nav part="related" aria-labelledby="related">
      <h2 id="related">${related}</h2>
      <ul>
        ${links.map(({ title, url }) => html`<li><a part="link" href=${url}>${title}</a></li>`)}
      </ul>
    </nav>`;
  }

  /** The address says how the person came, for a click of whatever kind and for a copy of it. */
  #address = ({ currentTarget }: Event): void => {
    const link = currentTarget as HTMLAnchorElement;
    this.#use((foot) => {
      link.href = foot.address;
    });
  };

  #open = (click: MouseEvent): void => {
    const { ctrlKey, metaKey, shiftKey } = click;
    if (ctrlKey || metaKey || shiftKey) return; // A tab of its own.
    click.preventDefault();
    this.#use((foot) => {
      foot.request();
    });
  };

  #approach = (): void => {
    this.#use(() => undefined);
  };

  /** Does something with what is loaded for it. Where it cannot be, it is asked for again next time. */
  #use(what: (foot: HelpfulFoot) => void): void {
    if (this.#foot) what(this.#foot);
    else void this.#load().then(what, () => (this.#loading = undefined));
  }

  #load(): Promise<HelpfulFoot> {
    this.#loading ??= import('./helpful-foot.js').then(
      ({ HelpfulFoot }) => (this.#foot = new HelpfulFoot(this, () => this.#section.text)),
    );
    return this.#loading;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-helpful': CaseHelpful;
  }
}
