import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { caseName } from '../../core/views/case-name.js';
import type { CaseSort } from '../../core/views/case-listing.js';
import type { RecentCase } from '../../core/views/recent-cases.js';
import type { ListMessages } from '../../locales/en.js';
import type { CaseSummary } from '../../schema/case.js';

type Column = keyof ListMessages['columns'];

/** Keys that move along the links of the rows, and by how many. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

export interface TableOptions {
  cases: readonly CaseSummary[];
  texts: ListMessages;
  columns: readonly Column[];
  sort: CaseSort;
  /** Nothing where a list cannot be sorted. */
  sortBy: ((by: CaseSort['by']) => void) | undefined;
  href: (summary: CaseSummary) => string;
  open: (summary: CaseSummary, click: Event) => void;
}

/** The columns that a list can be sorted by. */
const SORTED: readonly Column[] = ['subject', 'status', 'created', 'updated'];

const isSorted = (column: Column): column is CaseSort['by'] => SORTED.includes(column);

export function table(options: TableOptions): TemplateResult {
  const { cases, columns } = options;
  return html`<table part="table" aria-labelledby="heading" @keydown=${move}>
    <thead>
      <tr>
        ${columns.map((column) => header(column, options))}
      </tr>
    </thead>
    <tbody>
      ${cases.map(
        (summary) =>
          html`<tr part="row">
            ${columns.map((column) => cell(column, summary, options))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function move(press: KeyboardEvent): void {
  const rows = press.currentTarget as Element;
  const links = [...rows.querySelectorAll<HTMLElement>('tbody a')];
  const at = links.findIndex((link) => link === press.target);
  const step = STEPS[press.key];
  if (at < 0 || !step) return;
  press.preventDefault(); // The page stays where it is.
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
}

function header(column: Column, { texts, sort, sortBy }: TableOptions): TemplateResult {
  const name = texts.columns[column];
  if (!sortBy || !isSorted(column)) return html`<th scope="col">${name}</th>`;
  const direction = sort.descending ? 'descending' : 'ascending';
  return html`<th scope="col" aria-sort=${sort.by === column ? direction : nothing}>
    <button part="sort" type="button" @click=${() => sortBy(column)}>${name}</button>
  </th>`;
}

function cell(column: Column, summary: CaseSummary, { texts, href, open }: TableOptions) {
  const label = texts.columns[column];
  if (column === 'subject') {
    return html`<th scope="row">
      <a part="link" href=${href(summary)} @click=${(click: Event) => open(summary, click)}
        ><bdi>${caseName(summary)}</bdi></a
      >${summary.isUnread ? html` <span part="new">${texts.isNew}</span>` : nothing}
    </th>`;
  }
  // No blank in it, so that an empty one takes no room on a card.
  return html`<td data-label=${label}>${value(column, summary, texts)}</td>`;
}

function value(column: Exclude<Column, 'subject'>, summary: CaseSummary, texts: ListMessages) {
  if (column === 'created' || column === 'updated') {
    const date = new Date(summary[column]);
    return html`<time datetime=${date.toISOString()}>${texts.day(date)}</time>`;
  }
  if (column !== 'status') {
    const text = summary[column];
    return text ? html`<bdi>${text}</bdi>` : nothing;
  }
  const { status, label } = summary;
  const said = texts.status[status];
  return html`<span part="status ${status}">${said}</span> ${
      label && label !== said ? html`<bdi part="label">${label}</bdi>` : nothing
    }`;
}

export interface ChoiceOptions<Value extends string> {
  name: string;
  legend: string;
  values: readonly Value[];
  chosen: Value;
  say: (value: Value) => string;
  choose: (value: Value) => void;
}

/** One of a few, as radio buttons that look like tabs. */
export function choice<Value extends string>({
  name,
  legend,
  values,
  chosen,
  say,
  choose,
}: ChoiceOptions<Value>): TemplateResult {
  return html`<fieldset>
    <legend>${legend}</legend>
    <div part="choice">
      ${values.map(
        (one) =>
          html`<label
            ><input
              type="radio"
              name=${name}
              .checked=${live(one === chosen)}
              @change=${() => choose(one)}
            />${say(one)}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

export interface PagesOptions {
  texts: ListMessages;
  range: string;
  /** Nothing where there is no such page. */
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
}

/** Buttons that are there even where there is no page, so that the focus stays on them. */
export function pages({ texts, range, previous, next }: PagesOptions): TemplateResult {
  const button = (label: string, press: (() => void) | undefined) =>
    html`<button
      part="button"
      type="button"
      aria-disabled=${press ? nothing : 'true'}
      @click=${() => press?.()}
    >
      ${label}
    </button>`;
  return html`<nav part="pages" aria-labelledby="heading">
    ${button(texts.previous, previous)}<span>${range}</span>${button(texts.next, next)}
  </nav>`;
}

/** What the person has looked at last. */
export function recentList(
  recent: readonly RecentCase[],
  texts: ListMessages,
  {
    href,
    open,
  }: {
    href: (recent: RecentCase) => string;
    open: (recent: RecentCase, click: Event) => void;
  },
): TemplateResult {
  return html`<nav part="recent" aria-labelledby="recent">
    <h3 id="recent">${texts.recent}</h3>
    <ul>
      ${recent.map(
        (one) =>
          html`<li>
            <a href=${href(one)} @click=${(click: Event) => open(one, click)}
              ><bdi>${caseName(one)}</bdi></a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
