import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CaseUploadMessages } from '../locales/en.js';
import { caseFormAround } from './case-form-around.js';
import { droppedFiles } from './dropped-files.js';
import type { UploadController } from './upload-controller.js';

/** The element that an intake belongs to. */
export interface IntakeHost extends ReactiveControllerHost, HTMLElement {
  readonly messages: CaseUploadMessages;
}

/** Whether files hover above the area. */
export interface Intake extends ReactiveController {
  isDropping: boolean;
  /** A name for a picture that has none, each a new one, without its end. */
  pictureName(): string;
}

/**
 * Notices files that are dropped or pasted. In a `<case-form>` they may fall anywhere: a browser that
 * was let to would leave the page for a file that missed its target, and the draft would be gone.
 */
export function intake(host: IntakeHost, uploads: UploadController): Intake {
  let listening = new AbortController();
  let pictures = 0;

  const hover = (isDropping: boolean) => {
    controller.isDropping = isDropping;
    host.requestUpdate();
  };

  /** Whoever has prevented the default has taken the files already. */
  const mayTake = (event: Event) => !event.defaultPrevented && !host.matches(':disabled');

  const onDrag = (event: DragEvent) => {
    const { type, currentTarget, relatedTarget, dataTransfer } = event;
    if (!dataTransfer?.types.includes('Files') || !mayTake(event)) return;
    event.preventDefault();
    // Going from one thing inside to another is no leaving.
    const stays = type === 'dragleave' && (currentTarget as Node).contains(relatedTarget as Node);
    hover(type === 'dragover' || stays);
    if (type === 'drop') {
      void droppedFiles(dataTransfer.items).then((dropped) => uploads.add(...dropped));
    }
  };

  const onPaste = (event: ClipboardEvent) => {
    const { clipboardData } = event;
    const [target] = event.composedPath() as Element[];
    // A paste with text is left to the field it goes to.
    const field = target?.closest('input, textarea, [contenteditable]');
    if (!clipboardData?.files.length || (field && clipboardData.getData('text'))) return;
    if (!mayTake(event)) return;
    event.preventDefault();
    uploads.add([...clipboardData.files].map(named));
  };

  const pictureName = () => `${host.messages.upload.pastedName} ${++pictures}`;

  /** Browsers call every pasted picture `image.png`. */
  const named = (file: File) =>
    new File([file], file.name.replace(/^image(?=\.\w+$)/, pictureName), file);

  const controller: Intake = {
    isDropping: false,
    pictureName,

    hostConnected() {
      if (!host.isConnected) return; // There is nothing to listen to on a server.
      listening = new AbortController();
      const target = caseFormAround(host);
      for (const type of ['dragover', 'dragleave', 'drop'] as const) {
        (target ?? host).addEventListener(type, onDrag, listening);
      }
      (target ?? host.closest('form') ?? host).addEventListener('paste', onPaste, listening);
    },

    hostDisconnected() {
      listening.abort();
      hover(false);
    },
  };
  host.addController(controller);
  return controller;
}
