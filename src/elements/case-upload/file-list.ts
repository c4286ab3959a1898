import { html, type TemplateResult } from 'lit';
import type { FileEntry } from '../../core/attachments.js';
import type { Rejection } from '../../core/file-limits.js';
import { visibleName } from '../../core/visible-name.js';
import { fileRow, type RowContext, statusOf } from './file-row.js';
import { progress } from './form-value.js';

/** A folder can bring more reasons than anyone reads. */
const REJECTIONS_SHOWN = 5;

/** The files, those that were not taken first; and the same in words, for whoever cannot see it. */
export function fileList(
  { entries, rejections }: { entries: readonly FileEntry[]; rejections: readonly Rejection[] },
  context: RowContext,
): TemplateResult {
  const { texts } = context;
  const shown = rejections.slice(0, REJECTIONS_SHOWN);
  const rest = rejections.length - shown.length;
  const more = rest ? texts.rejectedMore(rest) : '';
  return html`
    <ul part="files" aria-label=${texts.files} ?hidden=${!entries.length && !shown.length}>
      ${shown.map((one, index) => fileRow(one, context, index))}
      <li ?hidden=${!more}>${more}</li>
      ${entries.map((one, index) => fileRow(one, context, shown.length + index))}
    </ul>
    <div role="status" aria-atomic="false">
      <p>${progress(entries, texts)}</p>
      <p>
        ${shown.map((one) => `${visibleName(one.file.name)}: ${statusOf(one, context)} `)}${more}
      </p>
    </div>
  `;
}
