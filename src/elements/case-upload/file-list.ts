import { html, type TemplateResult } from 'lit';
import type { FileEntry } from '../../core/attachments.js';
import type { FileLimits, Rejection } from '../../core/file-limits.js';
import { visibleName } from '../../core/visible-name.js';
import type { UploadMessages } from '../../locales/en.js';
import { fileRow, statusOf } from './file-row.js';
import { progress } from './form-value.js';

/** A folder can bring more reasons than anyone reads. */
const REJECTIONS_SHOWN = 5;

/** What a list needs beside its files. */
export interface ListContext {
  readonly texts: UploadMessages;
  readonly limits: FileLimits;
  readonly disabled: boolean;
  readonly thumbnail: (file: File) => HTMLCanvasElement | undefined;
  readonly act: (act: 'retry' | 'remove', id: string, index: number) => void;
}

/** The files, those that were not taken first; and the same in words, for whoever cannot see it. */
export function fileList(
  { entries, rejections }: { entries: readonly FileEntry[]; rejections: readonly Rejection[] },
  { thumbnail, act, ...context }: ListContext,
): TemplateResult {
  const { texts } = context;
  const shown = rejections.slice(0, REJECTIONS_SHOWN);
  const rest = rejections.length - shown.length;
  const more = rest ? texts.rejectedMore(rest) : '';
  const row = (one: FileEntry | Rejection, index: number) =>
    fileRow(one, {
      ...context,
      thumbnail: one.file instanceof File ? thumbnail(one.file) : undefined,
      retry: () => act('retry', one.id, index),
      remove: () => act('remove', one.id, index),
    });
  const reasons = shown.map((one) => `${visibleName(one.file.name)}: ${statusOf(one, context)} `);
  return html`
    <ul part="files" aria-label=${texts.files} ?hidden=${!entries.length && !shown.length}>
      ${shown.map(row)}
      <li ?hidden=${!more}>${more}</li>
      ${entries.map((entry, index) => row(entry, shown.length + index))}
    </ul>
    <div role="status" aria-atomic="false">
      <p>${progress(entries, texts)}</p>
      <p>${reasons}${more}</p>
    </div>
  `;
}
