import { html, nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { keyed } from 'lit/directives/keyed.js';
import type { FileEntry } from '../../core/attachments.js';
import type { FileLimits, Rejection } from '../../core/file-limits.js';
import { visibleName } from '../../core/visible-name.js';
import type { UploadMessages } from '../../locales/en.js';

/** A file of the list, or one that did not get there. */
export type Row = FileEntry | Rejection;

/** What a row needs beside its file. */
export interface RowContext {
  readonly texts: UploadMessages;
  readonly limits: FileLimits;
  readonly disabled: boolean;
  readonly thumbnail: (file: Row['file']) => HTMLCanvasElement | undefined;
  readonly act: (act: 'retry' | 'remove', id: string, index: number) => void;
}

/** One file, how far it has come, and what can be done about it. */
export function fileRow(row: Row, context: RowContext, index: number): DirectiveResult {
  const { id, file, state } = row;
  const { texts, disabled, thumbnail, act } = context;
  const name = visibleName(file.name);
  const button = (part: 'retry' | 'remove', sign: string, label: string): TemplateResult =>
    html`<button
      part=${part}
      type="button"
      title=${label}
      aria-label=${label}
      ?disabled=${disabled}
      @click=${() => act(part, id, index)}
    >
      ${sign}
    </button>`;
  return keyed(
    id,
    html`<li part=${`file ${state.status}`}>
      <span part="thumbnail" aria-hidden="true">${thumbnail(file) ?? extension(name)}</span>
      <div class="details">
        <bdi part="name">${name}</bdi>
        <div part="status">
          ${file.size ? texts.size(file.size) + ' · ' : nothing}${statusOf(row, context)}
        </div>
      </div>
      ${state.status === 'failed' ? button('retry', '↻', texts.retry(name)) : nothing}
      ${button('remove', '×', removal(state.status, texts)(name))}
      ${
        state.status === 'uploading'
          ? html`<progress part="progress" aria-label=${name} .value=${state.fraction}></progress>`
          : nothing
      }
    </li>`,
  );
}

/** In words, how far a file has come. */
export function statusOf({ state }: Row, { texts, limits }: RowContext): string {
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

/** The extension, as long as it fits where a small picture would stand. */
function extension(name: string): string {
  return /\.(\w{1,4})$/.exec(name)?.[1] ?? '';
}
