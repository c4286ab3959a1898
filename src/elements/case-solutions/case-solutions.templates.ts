import { html, nothing, type TemplateResult } from 'lit';
import type { Range } from '../../core/highlight.js';
import type { SolutionRow } from '../../core/solution-rows.js';
import type { SolutionMessages } from '../../locales/en.js';
import type { Solution } from '../../schema/solution.js';

type Action = () => void;

/** What is in one row of the list: an article, with a button once it has been opened elsewhere. */
export function rowTemplate(
  { solution, title, excerpt }: SolutionRow,
  texts: SolutionMessages,
  { opened, open, accept }: { opened: boolean; open: (click: MouseEvent) => void; accept: Action },
): TemplateResult {
  const { url, text } = solution;
  return html`<a
      part="link"
      href=${url}
      target=${text ? nothing : '_blank'}
      rel="noopener"
      @click=${open}
      @auxclick=${open}
      ><bdi>${marked(solution.title, title)}</bdi>${text ? nothing : newTab(texts)}</a
    >
    ${
      solution.excerpt
        ? html`<p part="excerpt" dir="auto">${marked(solution.excerpt, excerpt)}</p>`
        : nothing
    }
    ${date(solution, texts)} ${opened ? button(texts.solved, accept, solution.title) : nothing}`;
}

/** An article that is read in place. Its text is text, whatever it looks like. */
export function articleTemplate(
  solution: Solution,
  texts: SolutionMessages,
  { back, accept }: { back: Action; accept: Action },
): TemplateResult {
  const close = (press: KeyboardEvent) => {
    if (press.key !== 'Escape') return;
    press.preventDefault(); // A dialog around the panel stays open.
    back();
  };
  const paragraphs = solution.text?.split(/\n\s*\n/) ?? [];
  return html`<article part="article" aria-labelledby="title" @keydown=${close}>
    ${button(texts.back, back)}
    <h3 id="title" part="title" tabindex="-1" dir="auto">${solution.title}</h3>
    ${date(solution, texts)}
    <div part="text">${paragraphs.map((text) => html`<p dir="auto">${text}</p>`)}</div>
    <a part="link" href=${solution.url} target="_blank" rel="noopener"
      >${texts.openArticle}${newTab(texts)}</a
    >
    ${button(texts.solved, accept)}
  </article>`;
}

export function thanksTemplate(texts: SolutionMessages, back: Action): TemplateResult {
  return html`<div part="note">
    <p id="title" tabindex="-1">${texts.thanks}</p>
    ${button(texts.back, back)}
  </div>`;
}

/** A button; a description tells it from others with the same words. */
export function button(label: string, press: Action, description?: string): TemplateResult {
  return html`<button part="button" type="button" title=${description ?? nothing} @click=${press}>
    ${label}
  </button>`;
}

function newTab({ newTab }: SolutionMessages): TemplateResult {
  return html`&nbsp;<span role="img" aria-label=${newTab}>↗</span>`;
}

function date({ updated }: Solution, texts: SolutionMessages): TemplateResult | typeof nothing {
  if (!updated) return nothing;
  const time = new Date(updated);
  return html`<time part="date" datetime=${time.toISOString()}>${texts.updated(time)}</time>`;
}

/** A text with its matches marked, made of texts and elements, never of markup. */
function marked(text: string, ranges: readonly Range[]): unknown[] {
  let done = 0;
  const pieces = ranges.flatMap(([start, end]) => {
    const before = text.slice(done, start);
    done = end;
    return [before, html`<mark part="mark">${text.slice(start, end)}</mark>`];
  });
  return [...pieces, text.slice(done)];
}
