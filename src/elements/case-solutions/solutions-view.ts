import { type LitElement, type ReactiveController, render, type TemplateResult } from 'lit';
import type { FollowedForm } from '../../controllers/followed-form.js';
import type { Asked, Found, SolutionSearch } from '../../controllers/solution-search.js';
import type { SolutionRow } from '../../core/solution-rows.js';
import {
  SolutionAcceptedEvent,
  SolutionOpenEvent,
  SolutionRefusedEvent,
  SolutionsShownEvent,
} from '../../events/solution-events.js';
import type { CaseSolutionsMessages, SolutionMessages } from '../../locales/en.js';
import type { SolutionQuery } from '../../schema/solution.js';
import {
  articleTemplate,
  listTemplate,
  rowTemplate,
  thanksTemplate,
} from './case-solutions.templates.js';

// It comes together with what shows the rows.
export { solutionRows } from '../../core/solution-rows.js';

type Panel = LitElement & { readonly messages: CaseSolutionsMessages; readonly limit: number };

/** What is shown: the list, an article that was opened from it, or thanks for what had been found. */
type View =
  | { readonly name: 'list' }
  | { readonly name: 'article'; readonly row: SolutionRow; readonly opener: Element }
  | { readonly name: 'thanks'; readonly found: Found };

/** What an item of the list depends on. */
interface Drawn {
  readonly row: SolutionRow;
  readonly texts: SolutionMessages;
  readonly isOpened: boolean;
}

const LIST: View = { name: 'list' };

/** Shows what a panel has found, and hears what the person makes of it. */
export class SolutionsView implements ReactiveController {
  readonly #panel: Panel;
  readonly #search: SolutionSearch;
  readonly #form: FollowedForm;
  #view = LIST;
  /** The rows to choose from; newer ones wait while the pointer is among them. */
  #rows: readonly SolutionRow[] = [];
  /** What was being asked when the pointer last moved over the list. */
  #pointedAt: Asked | undefined;
  /** The keys of the articles that the person has opened elsewhere, and of those turned down. */
  readonly #opened = new Set<string>();
  readonly #refused = new Set<string>();
  #items: ReadonlyMap<string, HTMLLIElement> = new Map();
  /** What each item shows. */
  readonly #drawn = new WeakMap<HTMLLIElement, Drawn>();
  #focused: Element | null = null;
  /** Where focus goes once the view has changed. */
  #landing: Element | string | undefined;
  #shown: string | undefined;

  constructor(panel: Panel, search: SolutionSearch, form: FollowedForm) {
    this.#panel = panel;
    this.#search = search;
    this.#form = form;
    panel.addController(this);
  }

  /** Whether something else than the list is shown. */
  get isReading(): boolean {
    return this.#view.name !== 'list';
  }

  /** Articles on the list. */
  get count(): number {
    return this.#visible().length;
  }

  /** `note` stands where there is no article. */
  render(note: TemplateResult): TemplateResult {
    const view = this.#view;
    const texts = this.#panel.messages.solutions;
    const back = (landing: Element | string) => () => this.#turnTo(LIST, landing);
    if (view.name === 'thanks') return thanksTemplate(texts, back('#heading'));
    if (view.name === 'article') {
      return articleTemplate(view.row.solution, texts, {
        back: back(view.opener),
        accept: () => this.#accept(view.row),
        refuse: () => this.#refuse(view.row),
      });
    }
    const rows = this.#visible();
    this.#items = new Map(rows.map((row) => [row.key, this.#item(row)]));
    return rows.length
      ? listTemplate([...this.#items.values()], texts, {
          point: (isOver) => this.#point(isOver),
          showNewer: this.#isBehind() ? () => this.#point(false) : undefined,
        })
      : note;
  }

  /** Before the panel is drawn again. */
  hostUpdate(): void {
    const { found } = this.#search;
    const view = this.#view;
    if (view.name === 'thanks' && view.found !== found) this.#view = LIST;
    if (!this.#isHeld()) this.#rows = typeof found === 'object' ? found : [];
    this.#focused = this.#root.activeElement;
  }

  /** After it: a row that is moved loses focus, and one that goes would leave the person nowhere. */
  hostUpdated(): void {
    const wanted = this.#landing ?? this.#focused;
    if (wanted && wanted !== this.#root.activeElement) {
      const place = typeof wanted === 'string' ? this.#root.querySelector(wanted) : wanted;
      const target = place?.isConnected ? place : this.#root.querySelector('#heading');
      (target as HTMLElement).focus({ preventScroll: !this.#landing });
    }
    this.#landing = undefined;
    this.#tellShown();
  }

  get #root(): ShadowRoot {
    return this.#panel.renderRoot as ShadowRoot;
  }

  get #query(): SolutionQuery {
    return this.#search.asked?.query ?? { subject: '', description: '' };
  }

  /** Whether newer rows wait: the pointer has moved over the list since the person last wrote. */
  #isHeld(): boolean {
    return (
      this.#pointedAt !== undefined &&
      this.#pointedAt === this.#search.asked &&
      this.#rows.length > 0
    );
  }

  #isBehind(): boolean {
    return this.#isHeld() && this.#search.found !== this.#rows;
  }

  #visible(): readonly SolutionRow[] {
    const wanted = this.#rows.filter(({ key }) => !this.#refused.has(key));
    return wanted.slice(0, this.#panel.limit);
  }

  /** A row's element is the same as long as its article is on the list, wherever it stands. */
  #item(row: SolutionRow): HTMLLIElement {
    const item = this.#items.get(row.key) ?? document.createElement('li');
    const { solutions: texts } = this.#panel.messages;
    const isOpened = this.#opened.has(row.key);
    // Keys are pressed meanwhile, and most of them change nothing here.
    const drawn = this.#drawn.get(item);
    if (drawn?.row === row && drawn.texts === texts && drawn.isOpened === isOpened) return item;
    this.#drawn.set(item, { row, texts, isOpened });
    item.setAttribute('part', 'item');
    const content = rowTemplate(row, texts, {
      open: (click) => this.#open(row, click),
      accept: isOpened ? () => this.#accept(row) : undefined,
      refuse: () => this.#refuse(row),
    });
    render(content, item, { host: this.#panel });
    return item;
  }

  /** Other articles than before are on screen. */
  #tellShown(): void {
    const { found } = this.#search;
    if (this.isReading || found === 'failed') return;
    const solutions = this.#visible().map(({ solution }) => solution);
    const shown =
      found &&
      this.#visible()
        .map(({ key }) => key)
        .join('\n');
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (shown === undefined) return;
    for (const solution of solutions) this.#form.consult(solution, 'shown');
    const event = new SolutionsShownEvent(solutions, this.#query);
    this.#panel.dispatchEvent(event);
  }

  #point(isOver: boolean): void {
    const before = this.#pointedAt;
    this.#pointedAt = isOver ? this.#search.asked : undefined;
    if (before !== this.#pointedAt) this.#panel.requestUpdate();
  }

  /** A plain click opens what has a text in place; every other one does what it does on any link. */
  #open(row: SolutionRow, click: MouseEvent): void {
    const { solution } = row;
    const { button, metaKey, ctrlKey, shiftKey, altKey } = click;
    if (button > 1) return; // The link's menu.
    if (!(button || metaKey || ctrlKey || shiftKey || altKey)) {
      const event = new SolutionOpenEvent(solution, this.#query);
      const isOurs = this.#panel.dispatchEvent(event);
      if (!isOurs || solution.text) click.preventDefault();
      if (isOurs && solution.text) {
        this.#form.consult(solution, 'opened');
        const opener = click.currentTarget as Element;
        this.#turnTo({ name: 'article', row, opener }, '#title');
        return;
      }
    }
    this.#form.consult(solution, 'opened');
    this.#opened.add(row.key);
    this.#panel.requestUpdate();
  }

  #accept(row: SolutionRow): void {
    const { solution } = row;
    const event = new SolutionAcceptedEvent(solution, this.#query);
    this.#panel.dispatchEvent(event);
    void this.#teach(row);
    // A form says thanks itself, and takes the focus there.
    if (this.#form.consult(solution, 'accepted')) this.#turnTo(LIST);
    else this.#turnTo({ name: 'thanks', found: this.#search.found }, '#title');
  }

  /** The source may learn from it; when it cannot, that is nothing to the person, who has been helped. */
  async #teach({ giver, solution }: SolutionRow): Promise<void> {
    try {
      await giver?.accepted?.(solution, this.#query);
    } catch {
      // The host's own request tells the host.
    }
  }

  /** The next one moves up, and the focus with it. */
  #refuse({ key, solution }: SolutionRow): void {
    const place = this.#visible().findIndex((row) => row.key === key);
    this.#refused.add(key);
    const event = new SolutionRefusedEvent(solution, this.#query);
    this.#panel.dispatchEvent(event);
    this.#form.consult(solution, 'refused');
    const rows = this.#visible();
    const next = Math.min(place, rows.length - 1);
    this.#turnTo(LIST, next < 0 ? '#heading' : `li:nth-child(${next + 1}) a`);
  }

  #turnTo(view: View, landing?: Element | string): void {
    this.#view = view;
    this.#landing = landing;
    this.#panel.requestUpdate();
  }
}
