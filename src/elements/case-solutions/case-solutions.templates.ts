import { html, nothing, type TemplateResult } from 'lit';
import { ago } from '../../core/ago.js';
import { closedIsolates } from '../../core/closed-isolates.js';
import type { SolutionRow } from '../../core/solution-rows.js';
import type { SolutionMessages } from '../../locales/en.js';
import type { Solution, TextRange } from '../../schema/solution.js';

type Action = () => void;

/** Keys that move along the list, and by how many links. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

export function listTemplate(
  items: readonly HTMLLIElement[],
  texts: SolutionMessages,
  { point, showNewer }: { point: (isOver: boolean) => void; showNewer: Action | undefined },
): TemplateResult {
  const move = (press: KeyboardEvent) => {
    const links = items.flatMap((item) => item.querySelector('a') ?? []);
    const at = links.findIndex((link) => link === press.target);
    const step = STEPS[press.key];
    if (at < 0 || !step) return;
    press.preventDefault(); // The page stays where it is.
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  };
  return html`<ul
      part="list"
      @keydown=${move}
      @pointermove=${() => point(true)}
      @pointerleave=${() => point(false)}
    >
      ${items}
    </ul>
    ${showNewer ? button(texts.newer, showNewer) : nothing}`;
}

/** What is in one row of the list: an article, with a button more once it has been opened elsewhere. */
export function rowTemplate(
  { solution, title, excerpt }: SolutionRow,
  texts: SolutionMessages,
  {
    open,
    accept,
    refuse,
  }: { open: (click: MouseEvent) => void; accept: Action | undefined; refuse: Action },
): TemplateResult {
  const { url, text } = solution;
  return html`<a
      part="link"
      href=${url}
      target=${text ? nothing : '_blank'}
      rel="noopener"
      @click=${open}
      @auxclick=${open}
      ><bdi>${marked(closedIsolates(solution.title), title)}</bdi
      >${text ? nothing : newTab(texts)}</a
    >
    <button
      part="button refuse"
      type="button"
      aria-label=${`${texts.refuse}: ${solution.title}`}
      title=${texts.refuse}
      @click=${refuse}
    >
      ×
    </button>
    ${
      solution.excerpt
        ? html`<p part="excerpt" dir="auto">${marked(solution.excerpt, excerpt)}</p>`
        : nothing
    }
    ${origin(solution, texts)} ${accept ? button(texts.solved, accept, solution.title) : nothing}`;
}

/** An article that is read in place. Its text is text, whatever it looks like. */
export function articleTemplate(
  solution: Solution,
  texts: SolutionMessages,
  { back, accept, refuse }: { back: Action; accept: Action; refuse: Action },
): TemplateResult {
  const close = (press: KeyboardEvent) => {
    if (press.key !== 'Escape') return;
    press.preventDefault(); // A dialog around the panel stays open.
    back();
  };
  const paragraphs = paragraphsOf(solution);
  const headings = paragraphs.filter(({ id }) => id);
  return html`<article part="article" aria-labelledby="title" @keydown=${close}>
    ${button(texts.back, back)}
    <h3 id="title" part="title" tabindex="-1" dir="auto">${solution.title}</h3>
    ${origin(solution, texts)} ${headings.length > 1 ? outline(headings, texts) : nothing}
    <div part="text">
      ${paragraphs.map(({ id, text }) =>
        id
          ? html`<h4 id=${id} tabindex="-1" dir="auto">${text}</h4>`
          : html`<p dir="auto">${text}</p>`,
      )}
    </div>
    <a part="link" href=${solution.url} target="_blank" rel="noopener"
      >${texts.openArticle}${newTab(texts)}</a
    >
    <div part="answers">
      <button part="button primary" type="button" @click=${accept}>${texts.solved}</button>
      ${button(texts.refuse, refuse)}
    </div>
  </article>`;
}

export function thanksTemplate(texts: SolutionMessages, back: Action): TemplateResult {
  return html`<div part="note">
    <p id="title" tabindex="-1">${texts.thanks}</p>
    ${button(texts.back, back)}
  </div>`;
}

interface Paragraph {
  readonly text: string;
  /** A heading has one, to jump to. */
  readonly id?: string;
}

/** An article's text in paragraphs; one that stands among its headings, in their order, is one. */
function paragraphsOf({ text = '', headings = [] }: Solution): Paragraph[] {
  let next = 0;
  return text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph.trim() === headings[next]?.trim()
        ? { text: paragraph, id: `heading-${next++}` }
        : { text: paragraph },
    );
}

function outline(headings: readonly Paragraph[], texts: SolutionMessages): TemplateResult {
  const jump = (click: Event, { id = '' }: Paragraph) => {
    click.preventDefault(); // The address of the page is not ours.
    const root = (click.currentTarget as Element).getRootNode() as ShadowRoot;
    root.getElementById(id)?.focus();
  };
  return html`<nav part="outline" aria-label=${texts.outline}>
    <ul>
      ${headings.map(
        (heading) =>
          html`<li>
            <a href=${`#${heading.id}`} @click=${(click: Event) => jump(click, heading)}
              >${heading.text}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** A button; a description tells it from others with the same words. */
function button(label: string, press: Action, description?: string): TemplateResult {
  return html`<button part="button" type="button" title=${description ?? nothing} @click=${press}>
    ${label}
  </button>`;
}

function newTab({ newTab }: SolutionMessages): TemplateResult {
  return html`&nbsp;<span role="img" aria-label=${newTab}>↗</span>`;
}

/** When an article was last changed, and where it comes from. */
function origin({ updated, source }: Solution, texts: SolutionMessages) {
  if (!updated && !source) return nothing;
  const time = new Date(updated ?? 0);
  const date = html`<time part="date" datetime=${time.toISOString()} title=${texts.date(time)}
    >${texts.updated(...ago(time, new Date()))}</time
  >`;
  return html`<p part="origin">
    ${updated ? date : nothing} ${source ? html`<bdi part="source">${source}</bdi>` : nothing}
  </p>`;
}

/** A text with its matches marked, made of texts and elements, never of markup. */
function marked(text: string, ranges: readonly TextRange[]): unknown[] {
  let done = 0;
  const pieces = ranges.flatMap(([start, end]) => {
    const before = text.slice(done, start);
    done = end;
    return [before, html`<mark part="mark">${text.slice(start, end)}</mark>`];
  });
  return [...pieces, text.slice(done)];
}
