import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CaseUploadMessages } from '../locales/en.js';
import { caseFormAround } from './case-form-around.js';
import { droppedFiles } from './dropped-files.js';
import type { UploadController } from './upload-controller.js';

/** The element that an intake belongs to. */
export interface IntakeHost extends ReactiveControllerHost, HTMLElement {
  readonly messages: CaseUploadMessages;
}

/**
 * Notices files that are dropped or pasted. In a `<case-form>` they may fall anywhere: a browser that
 * was let to would leave the page for a file that missed its target, and the draft would be gone.
 */
export class IntakeController implements ReactiveController {
  /** Whether files hover above the target. */
  isDropping = false;
  readonly #host: IntakeHost;
  readonly #uploads: UploadController;
  #listening = new AbortController();
  #pictures = 0;

  constructor(host: IntakeHost, uploads: UploadController) {
    this.#host = host;
    this.#uploads = uploads;
    host.addController(this);
  }

  hostConnected(): void {
    const host = this.#host;
    if (!host.isConnected) return; // There is nothing to listen to on a server.
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const target = caseFormAround(host);
    for (const type of ['dragover', 'dragleave', 'drop'] as const) {
      (target ?? host).addEventListener(type, this.#onDrag, { signal });
    }
    (target ?? host.closest('form') ?? host).addEventListener('paste', this.#onPaste, { signal });
  }

  hostDisconnected(): void {
    this.#listening.abort();
    this.#hover(false);
  }

  readonly #onDrag = (event: DragEvent) => {
    const { type, currentTarget, relatedTarget, dataTransfer } = event;
    if (!dataTransfer?.types.includes('Files') || !this.#mayTake(event)) return;
    event.preventDefault();
    // Going from one thing inside to another is no leaving.
    const stays = type === 'dragleave' && (currentTarget as Node).contains(relatedTarget as Node);
    this.#hover(type === 'dragover' || stays);
    if (type === 'drop') {
      void droppedFiles(dataTransfer.items).then(({ files, partFolders }) => {
        this.#uploads.add(files, partFolders);
      });
    }
  };

  /** A paste with text is left to the field it goes to; an editor would take its markup. */
  readonly #onPaste = (event: ClipboardEvent) => {
    const { clipboardData } = event;
    const [field] = event.composedPath() as HTMLElement[];
    const isField = field?.isContentEditable || field?.matches('input, textarea');
    const text = clipboardData?.getData(field?.isContentEditable ? 'text/html' : 'text');
    if (!clipboardData?.files.length || (isField && text) || !this.#mayTake(event)) return;
    event.preventDefault();
    this.#uploads.add([...clipboardData.files].map((file) => this.#named(file)));
  };

  /** Browsers call every pasted picture `image.png`. */
  #named(file: File): File {
    const extension = /^image(\.\w+)$/.exec(file.name)?.[1];
    if (!extension) return file;
    const name = `${this.#host.messages.upload.pastedName} ${++this.#pictures}${extension}`;
    return new File([file], name, file);
  }

  /** Whoever has prevented the default has taken the files already. */
  #mayTake(event: Event): boolean {
    return !event.defaultPrevented && !this.#host.matches(':disabled');
  }

  #hover(isDropping: boolean): void {
    this.isDropping = isDropping;
    this.#host.requestUpdate();
  }
}
