import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { caseName } from '../../core/views/case-name.js';
import type { News } from '../../core/views/news.js';
import { visibleName } from '../../core/visible-name.js';
import type { ViewMessages } from '../../locales/en.js';
import type { Case, CaseAttachment, CaseComment } from '../../schema/case.js';

/** A button; one that is busy keeps the focus, and says so. */
export function button(
  label: string,
  press: () => void,
  { part = '', isBusy = false, isPressed = undefined as boolean | undefined } = {},
): TemplateResult {
  return html`<button
    part="button ${part}"
    type="button"
    aria-pressed=${isPressed === undefined ? nothing : isPressed}
    aria-disabled=${isBusy || nothing}
    @click=${press}
  >
    ${label}
  </button>`;
}

/** What is in the way, and a button where it may help. */
export function note(
  text: string,
  again?: { readonly label: string; readonly press: () => void },
): TemplateResult {
  return html`<div part="note">
    <p>${text}</p>
    ${again ? button(again.label, again.press) : nothing}
  </div>`;
}

const fresh = (isNew: boolean, texts: ViewMessages) =>
  isNew ? html` <span part="new">${texts.isNew}</span>` : nothing;

function moment(iso: string | undefined, texts: ViewMessages) {
  if (!iso) return nothing;
  const date = new Date(iso);
  return html`<time part="time" datetime=${date.toISOString()}>${texts.moment(date)}</time>`;
}

/** What the case is, and how it stands. */
export function head(shown: Case, news: News, texts: ViewMessages): TemplateResult {
  const { number, status, label } = shown;
  const said = texts.status[status];
  return html`<header>
    <p part="number">${texts.number} <bdi>${number}</bdi></p>
    <h2 id="subject" part="subject" tabindex="-1"><bdi>${caseName(shown)}</bdi></h2>
    <p>
      <span part="status ${status}">${said}</span>
      ${label && label !== said ? html`<bdi part="label">${label}</bdi>` : nothing}
      ${fresh(news.isStatusNew, texts)}
    </p>
  </header>`;
}

/** Who, when and how. */
export function facts(shown: Case, texts: ViewMessages): TemplateResult {
  const { severity, owner, requester, organisation, contact, created, updated, details } = shown;
  const reached = [contact?.name, contact?.email, contact?.phone].filter(Boolean).join(' · ');
  const rows: [string, unknown][] = [
    [texts.severity, severity],
    [texts.owner, owner ?? texts.nobody],
    [texts.requester, requester],
    [texts.organisation, organisation],
    [texts.contact, reached],
    [texts.created, moment(created, texts)],
    [texts.updated, moment(updated, texts)],
    ...details.map(({ label, value }): [string, string] => [label, value]),
  ];
  return html`<dl part="facts">
      ${rows.map(([name, value]) =>
        value
          ? html`<div>
              <dt>${name}</dt>
              <dd><bdi>${value}</bdi></dd>
            </div>`
          : nothing,
      )}
    </dl>
    <section>
      <h3>${texts.description}</h3>
      <p part="text" dir="auto">${shown.description}</p>
    </section>`;
}

function fileLink({ name, url }: CaseAttachment) {
  const visible = html`<bdi>${visibleName(name)}</bdi>`;
  return url
    ? html`<a part="link" href=${url} target="_blank" rel="noopener">${visible}</a>`
    : visible;
}

/** All files of the case. */
export function attachmentTable(
  attachments: readonly CaseAttachment[],
  news: News,
  texts: ViewMessages,
): TemplateResult {
  if (!attachments.length) return html`<p>${texts.noAttachments}</p>`;
  const columns = [texts.fileName, texts.addedBy, texts.added, texts.fileSize];
  return html`<table part="attachments" aria-labelledby="attachments">
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${attachments.map(
        (file) =>
          html`<tr>
            <td>${fileLink(file)}${fresh(news.ids.has(file.id), texts)}</td>
            <td><bdi>${file.addedBy}</bdi></td>
            <td>${moment(file.added, texts)}</td>
            <td>${texts.size(file.size)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What has been written. */
export function thread(
  comments: readonly CaseComment[],
  news: News,
  texts: ViewMessages,
): TemplateResult {
  if (!comments.length) return html`<p>${texts.noComments}</p>`;
  return html`<ol part="thread">
    ${repeat(
      comments,
      ({ id }) => id,
      (comment) => item(comment, news.ids.has(comment.id), texts),
    )}
  </ol>`;
}

function item(
  { author, text, created, attachments = [] }: CaseComment,
  isNew: boolean,
  texts: ViewMessages,
): TemplateResult {
  return html`<li part="comment ${author.isStaff ? 'staff' : ''} ${isNew ? 'fresh' : ''}">
    <p>
      <bdi part="author">${author.name}</bdi>
      ${author.isStaff ? html`<span part="role">${texts.staff}</span>` : nothing}
      ${moment(created, texts)} ${fresh(isNew, texts)}
    </p>
    <p part="text" dir="auto">${text}</p>
    ${attachments.map((file) => html`<p part="file">${fileLink(file)}</p>`)}
  </li>`;
}
