import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { caseFormAround } from './case-form-around.js';
import { droppedFiles } from './dropped-files.js';
import { pastedFiles } from './pasted-files.js';

/** What an intake asks of the element it belongs to, each time anew. */
export interface IntakeTerms {
  readonly disabled: boolean;
  /** The form of the page that the element is in. */
  readonly form: HTMLFormElement | null;
  /** What pasted pictures are called. */
  readonly pictureName: string;
}

/** Takes files, and the names of folders of which not everything could be read. */
export type Take = (files: readonly File[], partFolders?: readonly string[]) => void;

/**
 * Notices files that are dropped or pasted. In a `<case-form>` they may fall anywhere: a browser that
 * was let to would leave the page for a file that missed its target, and the draft would be gone.
 */
export class IntakeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #terms: () => IntakeTerms;
  readonly #take: Take;
  #listening = new AbortController();
  #isDropping = false;
  #pictures = 0;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    { terms, take }: { terms: () => IntakeTerms; take: Take },
  ) {
    this.#host = host;
    this.#terms = terms;
    this.#take = take;
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
    target.addEventListener('dragover', this.#onDrag, { signal });
    target.addEventListener('dragleave', this.#onDragLeave, { signal });
    target.addEventListener('drop', this.#onDrag, { signal });
    const pasteTarget = caseForm ?? this.#terms().form ?? target;
    pasteTarget.addEventListener('paste', this.#onPaste, { signal });
  }

  hostDisconnected(): void {
    this.#listening.abort();
    this.#hover(false);
  }

  readonly #onDrag = (event: DragEvent) => {
    const { type, dataTransfer } = event;
    if (!this.#mayTake(event) || !dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#hover(type === 'dragover');
    if (type === 'drop') {
      void droppedFiles(dataTransfer.items).then(({ files, partFolders }) => {
        this.#take(files, partFolders);
      });
    }
  };

  readonly #onDragLeave = ({ currentTarget, relatedTarget }: DragEvent) => {
    // Going from one thing inside to another is no leaving.
    if (!(currentTarget as Node).contains(relatedTarget as Node | null)) this.#hover(false);
  };

  readonly #onPaste = (event: ClipboardEvent) => {
    const files = this.#mayTake(event) ? pastedFiles(event) : [];
    if (!files.length) return;
    event.preventDefault();
    this.#take(files.map((file) => this.#named(file)));
  };

  /** Browsers call every pasted picture `image.png`. */
  #named(file: File): File {
    const extension = /^image(\.\w+)$/.exec(file.name)?.[1];
    if (!extension) return file;
    this.#pictures++;
    return new File([file], `${this.#terms().pictureName} ${this.#pictures}${extension}`, file);
  }

  /** Whoever has prevented the default has taken the files already. */
  #mayTake(event: Event): boolean {
    return !event.defaultPrevented && !this.#terms().disabled;
  }

  #hover(isDropping: boolean): void {
    this.#isDropping = isDropping;
    this.#host.requestUpdate();
  }
}
