import { html, nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { keyed } from 'lit/directives/keyed.js';
import type { FileEntry } from '../../core/attachments.js';
import type { FileLimits, Rejection } from '../../core/file-limits.js';
import { visibleName } from '../../core/visible-name.js';
import type { UploadMessages } from '../../locales/en.js';

/** What a row needs beside its file. */
export interface RowContext {
  readonly texts: UploadMessages;
  readonly limits: FileLimits;
  readonly disabled: boolean;
  readonly thumbnail: HTMLCanvasElement | undefined;
  readonly retry: () => void;
  readonly remove: () => void;
}

/** One file of the list, or one that did not get there. */
export function fileRow(row: FileEntry | Rejection, context: RowContext): DirectiveResult {
  const { id, file, state } = row;
  const { texts, thumbnail } = context;
  const name = visibleName(file.name);
  return keyed(
    id,
    html`<li part=${`file ${state.status}`}>
      <span part="thumbnail" aria-hidden="true">${thumbnail ?? extension(name)}</span>
      <div class="details">
        <bdi part="name">${name}</bdi>
        <div part="status">
          ${file.size ? texts.size(file.size) + ' · ' : nothing}${statusOf(row, context)}
        </div>
      </div>
      ${state.status === 'failed' ? button('retry', '↻', texts.retry(name), context) : nothing}
      ${button('remove', '×', removal(state.status, texts)(name), context)}
      ${
        state.status === 'uploading'
          ? html`<progress part="progress" aria-label=${name} .value=${state.fraction}></progress>`
          : nothing
      }
    </li>`,
  );
}

/** In words, how far a file has come. */
export function statusOf(
  { state }: FileEntry | Rejection,
  { texts, limits }: Pick<RowContext, 'texts' | 'limits'>,
): string {
  switch (state.status) {
    case 'uploading':
      return texts.uploading(Math.floor(state.fraction * 100));
    case 'failed':
      return [texts.failed, ...state.issues.map(({ message }) => message)].join(' · ');
    case 'rejected':
      return {
        type: texts.rejectedType,
        size: texts.rejectedSize(limits.maxSize),
        count: texts.rejectedCount(limits.maxFiles),
        empty: texts.rejectedEmpty,
        folder: texts.rejectedFolder,
      }[state.reason];
    default:
      return texts[state.status];
  }
}

/** One button says all of these, since one that vanished under the focus would take it along. */
function removal(status: string, texts: UploadMessages): (name: string) => string {
  if (status === 'rejected') return texts.dismiss;
  return status === 'waiting' || status === 'uploading' ? texts.cancel : texts.remove;
}

/** A button that only a sign stands on; its label says what it does, and to what. */
function button(
  act: 'retry' | 'remove',
  sign: string,
  label: string,
  context: RowContext,
): TemplateResult {
  return html`<button
    part=${act}
    type="button"
    title=${label}
    aria-label=${label}
    ?disabled=${context.disabled}
    @click=${context[act]}
  >
    ${sign}
  </button>`;
}

/** The extension, as long as it fits where a small picture would stand. */
function extension(name: string): string {
  return /\.(\w{1,4})$/.exec(name)?.[1] ?? '';
}
