import { html, nothing, type TemplateResult } from 'lit';
import { refusalText } from '../../core/views/read-answers.js';
import type { ExistingMessages } from '../../locales/en-existing.js';
import type { CaseSummary } from '../../schema/case.js';
import type { CaseJoining, Join } from './case-joining.js';

interface Links {
  href(summary: CaseSummary): string;
  open(summary: CaseSummary, click: Event): void;
}

export interface ExistingActions extends Links {
  readonly join: Join;
  readonly mayAdd: CaseJoining['mayJoin'];
  /** Files of the draft. */
  readonly files: number;
  add(summary: CaseSummary): void;
  refuse(): void;
}

/** Open cases that may be about the same, and what somebody can do about it. */
export function existingTemplate(
  cases: readonly CaseSummary[],
  texts: ExistingMessages,
  actions: ExistingActions,
): TemplateResult {
  const { mayAdd, files, refuse } = actions;
  const hint = { yes: texts.goes(files), no: '', filesStay: texts.filesStay }[mayAdd];
  return html`<section part="panel" aria-labelledby="heading">
    <h2 id="heading" part="heading">${texts.heading(cases.length)}</h2>
    <ul>
      ${cases.map((one) => item(one, texts, actions))}
    </ul>
    ${hint ? html`<p part="hint">${hint}</p>` : nothing}
    <p part="actions">
      <button part="button" type="button" @click=${refuse}>${texts.other}</button>
    </p>
  </section>`;
}

function item(
  summary: CaseSummary,
  texts: ExistingMessages,
  { href, open, add, join, mayAdd }: ExistingActions,
): TemplateResult {
  const { number, subject } = summary;
  const isJoining = join.phase === 'joining' && join.number === number;
  const error = 'number' in join && join.number === number ? problem(join, texts) : '';
  return html`<li part="case">
    <a
      part="link"
      href=${href(summary)}
      title=${texts.read}
      @click=${(click: Event) => open(summary, click)}
      ><bdi>${subject || number}</bdi></a
    >
    <p part="state">${state(summary, texts)}</p>
    ${error ? html`<p part="error" role="alert" tabindex="-1">${error}</p>` : nothing}
    ${
      mayAdd === 'yes'
        ? html`<p part="actions">
            <button
              part="button primary"
              type="button"
              aria-disabled=${isJoining || nothing}
              aria-label=${isJoining ? nothing : `${texts.add}: ${subject}`}
              @click=${() => add(summary)}
            >
              ${isJoining ? texts.adding : texts.add}
            </button>
          </p>`
        : nothing
    }
  </li>`;
}

function state({ number, status, label, updated }: CaseSummary, texts: ExistingMessages) {
  const date = new Date(updated);
  const word = texts.status[status];
  return html`${texts.number} <bdi>${number}</bdi> ·
    ${word}${label && label !== word ? html` (<bdi>${label}</bdi>)` : nothing} ·
    <time datetime=${date.toISOString()}>${texts.changed(date)}</time>`;
}

function problem(join: Join, texts: ExistingMessages): string {
  if (join.phase === 'failed') return texts.failed;
  if (join.phase === 'busy') return texts.busy;
  if (join.phase === 'files') return texts.filesFailed(join.count);
  return join.phase === 'refused' ? refusalText(join.issues, texts.refusals) : '';
}

/** The draft is on a case. */
export function joinedTemplate(
  { summary, files }: Extract<Join, { phase: 'joined' }>,
  texts: ExistingMessages,
  { href, open }: Links,
): TemplateResult {
  return html`<section part="panel receipt" aria-labelledby="heading">
    <h2 id="heading" part="heading" tabindex="-1">${texts.added}</h2>
    <dl>
      <dt>${texts.number}</dt>
      <dd part="number"><bdi>${summary.number}</bdi></dd>
    </dl>
    ${files ? html`<p>${texts.addedFiles(files)}</p>` : nothing}
    <p>
      <a part="link" href=${href(summary)} @click=${(click: Event) => open(summary, click)}
        >${texts.open}</a
      >
    </p>
  </section>`;
}
