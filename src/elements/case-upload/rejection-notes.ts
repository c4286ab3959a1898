import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Rejection } from '../../controllers/upload-controller.js';
import type { FileLimits } from '../../core/file-limits.js';
import { visibleName } from '../../core/visible-name.js';
import type { UploadMessages } from '../../locales/en.js';

/** A folder can bring more reasons than anyone reads. */
const SHOWN_AT_MOST = 5;

/** Says of each file that was not taken why. */
export function rejectionNotes(
  rejections: readonly Rejection[],
  limits: FileLimits,
  texts: UploadMessages,
  dismiss: (rejection: Rejection, index: number) => void,
): TemplateResult {
  const shown = rejections.slice(0, SHOWN_AT_MOST);
  const rest = rejections.length - shown.length;
  return html`<div aria-live="polite">
    <ul part="rejections" ?hidden=${!shown.length}>
      ${shown.map((rejection, index) => {
        const name = visibleName(rejection.name);
        return keyed(
          rejection,
          html`<li part="rejection">
            <span><bdi>${name}</bdi> ${reason(rejection, limits, texts)}</span>
            <button
              part="action dismiss"
              type="button"
              aria-label=${texts.dismiss(name)}
              @click=${() => dismiss(rejection, index)}
            >
              ×
            </button>
          </li>`,
        );
      })}
      ${rest ? html`<li>${texts.rejectedMore(rest)}</li>` : nothing}
    </ul>
  </div>`;
}

function reason(
  { reason }: Rejection,
  { maxSize, maxFiles }: FileLimits,
  texts: UploadMessages,
): string {
  switch (reason) {
    case 'type':
      return texts.rejectedType;
    case 'size':
      return texts.rejectedSize(maxSize);
    case 'count':
      return texts.rejectedCount(maxFiles);
    case 'empty':
      return texts.rejectedEmpty;
    case 'folder':
      return texts.rejectedFolder;
  }
}
