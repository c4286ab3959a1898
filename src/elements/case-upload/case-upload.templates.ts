import { html, type TemplateResult } from 'lit';
import type { UploadController } from '../../controllers/upload-controller.js';
import { type FileLimits, rejection } from '../../core/file-limits.js';
import { visibleName } from '../../core/visible-name.js';
import type { UploadMessages } from '../../locales/en.js';

const PICTURE = { name: '.png', type: 'image/png', size: 1 };

/** On a server there is none of it. */
const browser = globalThis as Partial<typeof globalThis>;

/** Whether the browser can take a picture of the screen; phones cannot. */
const hasScreen = () => 'getDisplayMedia' in Object(browser.navigator?.mediaDevices);

/** Whether there is a way to take a picture, and pictures are taken. */
export const canCapture = (limits: FileLimits): boolean =>
  !rejection(PICTURE, 0, limits) &&
  (hasScreen() || !!browser.matchMedia?.('(pointer:coarse)').matches);

interface CaptureButton {
  readonly texts: UploadMessages;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
}

/** The button that takes a picture of the screen, or a photo. */
export const captureButton = ({ texts, isDisabled, onClick }: CaptureButton): TemplateResult =>
  html`<button part="button capture" type="button" ?disabled=${isDisabled} @click=${onClick}>
    ${hasScreen() ? texts.screenshot : texts.photo}
  </button>`;

/** Where what draws the list cannot be loaded: nothing is lost, and all can be taken off. */
export const plainList = (uploads: UploadController, texts: UploadMessages): TemplateResult[] =>
  uploads.rows.map((row) => {
    const { file, state } = row;
    const { status } = state;
    const name = visibleName(file.name);
    const say =
      status === 'rejected'
        ? texts.rejected(state.reason, uploads.limits)
        : texts[status === 'uploading' ? 'waiting' : status];
    return html`<p part="file">
      <bdi part="name">${name}</bdi> ${say}
      <button part="button" type="button" @click=${() => uploads.drop(row)}>
        ${texts.remove(name)}
      </button>
    </p>`;
  });
