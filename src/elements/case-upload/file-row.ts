import { html, nothing } from 'lit';
import { type DirectiveResult } from 'lit/directive.js';
import { keyed } from 'lit/directives/keyed.js';
import { type FileEntry, type FileState, isPending } from '../../core/attachments.js';
import { visibleName } from '../../core/visible-name.js';
import type { UploadMessages } from '../../locales/en.js';

/** What a row needs beside its file. */
export interface RowContext {
  readonly texts: UploadMessages;
  readonly disabled: boolean;
  readonly thumbnail: HTMLCanvasElement | undefined;
  readonly retry: () => void;
  readonly remove: () => void;
}

/** One file of the list. */
export function fileRow(entry: FileEntry, context: RowContext): DirectiveResult {
  const { id, file, state } = entry;
  const { texts, disabled, thumbnail, remove } = context;
  const name = visibleName(file.name);
  // One button for both, since one that vanished under the focus would take it along.
  const removal = isPending(entry) ? texts.cancel(name) : texts.remove(name);
  return keyed(
    id,
    html`<li part=${`file ${state.status}`}>
      <span part="thumbnail" aria-hidden="true">${thumbnail ?? extension(file.name)}</span>
      <bdi part="name">${name}</bdi>
      <span part="status">${texts.size(file.size)} · ${statusText(state, texts)}</span>
      ${state.status === 'failed' ? retryButton(name, context) : nothing}
      <button
        part="action remove"
        type="button"
        title=${removal}
        aria-label=${removal}
        ?disabled=${disabled}
        @click=${remove}
      >
        ×
      </button>
      ${
        state.status === 'uploading'
          ? html`<progress part="progress" aria-label=${name} .value=${state.fraction}></progress>`
          : nothing
      }
    </li>`,
  );
}

function retryButton(name: string, { texts, disabled, retry }: RowContext) {
  const text = texts.retry(name);
  return html`<button
    part="action retry"
    type="button"
    title=${text}
    aria-label=${text}
    ?disabled=${disabled}
    @click=${retry}
  >
    ↻
  </button>`;
}

function statusText(state: FileState, texts: UploadMessages): string {
  switch (state.status) {
    case 'uploading':
      return texts.uploading(Math.floor(state.fraction * 100));
    case 'failed':
      return [texts.failed, ...state.issues.map(({ message }) => message)].join(' · ');
    default:
      return texts[state.status];
  }
}

/** The extension, as long as it fits where a small picture would stand. */
function extension(name: string): string {
  return /\.(\w{1,4})$/.exec(name)?.[1] ?? '';
}
