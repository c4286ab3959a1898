import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { caseFormAround } from './case-form-around.js';
import { droppedFiles } from './dropped-files.js';
import { pastedFiles } from './pasted-files.js';

/** What an intake asks of the element it belongs to. */
export interface IntakeTerms {
  isDisabled(): boolean;
  /** The form of the page that the element is in. */
  form(): HTMLFormElement | null;
  drop(files: readonly File[], partFolders: readonly string[]): void;
  paste(files: readonly File[]): void;
}

/**
 * Notices files that are dropped or pasted. In a `<case-form>` they may fall anywhere: a browser that
 * was let to would leave the page for a file that missed its target, and the draft would be gone.
 */
export class IntakeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #terms: IntakeTerms;
  #listening = new AbortController();
  #isDropping = false;

  constructor(host: ReactiveControllerHost & HTMLElement, terms: IntakeTerms) {
    this.#host = host;
    this.#terms = terms;
    host.addController(this);
  }

  /** Whether files hover above the target. */
  get isDropping(): boolean {
    return this.#isDropping;
  }

  hostConnected(): void {
    if (!this.#host.isConnected) return; // There is nothing to listen to on a server.
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const caseForm = caseFormAround(this.#host);
    const target = caseForm ?? this.#host;
    target.addEventListener('dragover', this.#onDragOver, { signal });
    target.addEventListener('dragleave', this.#onDragLeave, { signal });
    target.addEventListener('drop', this.#onDrop, { signal });
    const pasteTarget = caseForm ?? this.#terms.form() ?? this.#host;
    pasteTarget.addEventListener('paste', this.#onPaste, { signal });
  }

  hostDisconnected(): void {
    this.#listening.abort();
    this.#hover(false);
  }

  readonly #onDragOver = (event: DragEvent) => {
    if (!this.#takes(event) || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.#hover(true);
  };

  readonly #onDragLeave = ({ currentTarget, relatedTarget }: DragEvent) => {
    const isInside =
      relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget);
    if (!isInside) this.#hover(false);
  };

  readonly #onDrop = (event: DragEvent) => {
    this.#hover(false);
    if (!this.#takes(event) || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer.items).then(({ files, partFolders }) => {
      this.#terms.drop(files, partFolders);
    });
  };

  readonly #onPaste = (event: ClipboardEvent) => {
    const files = this.#takes(event) ? pastedFiles(event) : [];
    if (!files.length) return;
    event.preventDefault();
    this.#terms.paste(files);
  };

  /** Whoever has prevented the default has taken the files already. */
  #takes(event: Event): boolean {
    return !event.defaultPrevented && !this.#terms.isDisabled();
  }

  #hover(isDropping: boolean): void {
    if (isDropping === this.#isDropping) return;
    this.#isDropping = isDropping;
    this.#host.requestUpdate();
  }
}
