import { html, nothing, render, type TemplateResult } from 'lit';
import { type FileRow, isPending } from '../../core/attachments.js';
import { visibleName } from '../../core/visible-name.js';
import type { FileMessages, UploadMessages } from '../../locales/en.js';

/** What can be done about a file. */
export type Act = 'retry' | 'edit' | 'remove';

interface RowView {
  readonly texts: UploadMessages;
  readonly words: FileMessages | undefined;
  readonly thumbnail: HTMLCanvasElement | undefined;
  /** How far it has come. */
  readonly say: string;
  readonly isDisabled: boolean;
  readonly index: number;
  /** How long the list is, where not all of it is drawn. */
  readonly count: number | undefined;
  readonly act: (act: Act) => void;
}

/** The kinds of pictures that the editor writes, too. */
const EDITABLE = /^image\/(png|jpeg|webp)$/;

/** One file, how far it has come, and what can be done about it. */
export function drawRow(item: HTMLLIElement, row: FileRow, view: RowView): void {
  const { id, file, state, isKept, isStalled, wait } = row;
  const { texts, words, count, say } = view;
  const name = visibleName(file.name);
  // Who would shorten what a server has asked for is sent away once more.
  const isLate = wait ? !wait.isAsked : isStalled;
  // One button does both, since one that vanished under the focus would take it along.
  const removal = isPending(row) ? texts.cancel : texts.remove;
  const isEditable = words && EDITABLE.test(file.type) && state.status !== 'rejected';
  item.id = `file-${id}`;
  item.setAttribute('part', `file ${isKept ? 'kept' : state.status}${isStalled ? ' stalled' : ''}`);
  item.ariaSetSize = count ? String(count) : null;
  item.ariaPosInSet = count ? String(view.index + 1) : null;
  const template = html`${view.thumbnail}
    <div>
      <bdi part="name">${name}</bdi>
      <div part="status">${file.size ? texts.size(file.size) + ' · ' : nothing}${say}</div>
    </div>
    ${state.status === 'failed' || isLate ? button('retry', '↻', texts.retry(name), view) : nothing}
    ${isEditable ? button('edit', '✎', words.edit(name), view) : nothing}
    ${button('remove', '×', removal(name), view)}
    ${
      state.status === 'uploading'
        ? html`<progress part="progress" aria-label=${name} .value=${state.fraction}></progress>`
        : nothing
    }`;
  render(template, item);
}

const button = (act: Act, sign: string, label: string, view: RowView): TemplateResult =>
  html`<button
    part="button ${act}"
    type="button"
    title=${label}
    aria-label=${label}
    ?disabled=${view.isDisabled}
    @click=${() => view.act(act)}
  >
    ${sign}
  </button>`;
