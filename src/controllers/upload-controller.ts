import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  advance,
  failed,
  type FileRow,
  type FileState,
  isPending,
  isTaken,
  newRow,
  putBack,
  storedAttachment,
  toAttachment,
  uploading,
} from '../core/attachments.js';
import {
  type FileLimits,
  type GivenLimits,
  rejection,
  strictestLimits,
} from '../core/file-limits.js';
import {
  FileAddedEvent,
  FileAddEvent,
  FileFailedEvent,
  FileRejectedEvent,
  FileRemovedEvent,
  FileUploadedEvent,
  FileUploadEvent,
} from '../events/file-events.js';
import type { FileUploader } from '../ports/file-uploader.js';

/** The element that uploads belong to. It has limits of its own beside those it is given. */
export interface UploadHost extends ReactiveControllerHost, HTMLElement, GivenLimits {
  readonly key: string;
  readonly limits: GivenLimits | undefined;
}

/** Who takes a file when no listener does: an uploader, or the page's own form when it is sent. */
export type FileTaker = FileUploader | 'form' | undefined;

const AT_A_TIME = 3;

const NOBODY = 'Nobody takes files: answer "file-upload", or set "uploader" or "action".';

/** Takes files from the person's hands to where they are stored, and tells how each is getting on. */
export class UploadController implements ReactiveController {
  /** The files, and what of those that were added last is not among them. */
  rows: readonly FileRow[] = [];
  readonly #host: UploadHost;
  readonly #taker: () => FileTaker;
  #waiters: (() => void)[] = [];

  constructor(host: UploadHost, taker: () => FileTaker) {
    this.#host = host;
    this.#taker = taker;
    host.addController(this);
  }

  get limits(): FileLimits {
    return strictestLimits(this.#host.limits, this.#host);
  }

  hostConnected(): void {
    this.#show();
  }

  hostDisconnected(): void {
    // An element that is only moved is in the page again by then, and its uploads go on.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.rows.filter(isPending).forEach(putBack);
      this.#show();
    });
  }

  /** Takes the files that the page and the limits let in. */
  add(files: readonly File[], partFolders: readonly string[] = []): void {
    if (!files.length && !partFolders.length) return;
    if (!this.#host.dispatchEvent(new FileAddEvent(files))) return;
    const { limits } = this;
    const parts = partFolders.map((name) => newRow(new File([], name), 'folder'));
    this.rows = [...parts, ...this.rows.filter(isTaken)];
    for (const file of files) {
      const reason = rejection(file, this.rows.filter(isTaken).length, limits);
      this.rows = [...this.rows, newRow(file, reason)];
      this.#host.dispatchEvent(
        reason ? new FileRejectedEvent(file, reason) : new FileAddedEvent(file),
      );
    }
    this.#show();
  }

  retry(row: FileRow): void {
    putBack(row);
    this.#show();
  }

  /** Takes a row off the list, once its file is back from where it is stored. */
  async remove(row: FileRow): Promise<void> {
    const { state } = row;
    if (state.status === 'uploaded') {
      // What is said again is announced only if it was not said in between.
      row.isKept = false;
      this.#show();
      try {
        await state.takeBack?.();
      } catch {
        row.isKept = true;
        this.#show();
        return;
      }
      if (!this.rows.includes(row)) return;
    }
    const attachment = toAttachment(row);
    putBack(row);
    this.rows = this.rows.filter((one) => one !== row);
    this.#show();
    if (state.status === 'rejected') return;
    this.#host.dispatchEvent(new FileRemovedEvent(attachment));
  }

  /** Empties the list; what is stored stays, since a case may hold it by now. */
  clear(): void {
    this.rows.forEach(putBack);
    this.rows = [];
    this.#show();
  }

  /** Resolves when no file is waiting or on its way, or when the host is out of the page. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
      this.#show();
    });
  }

  #show(): void {
    this.#host.requestUpdate();
    const having = (status: string) => this.rows.filter(({ state }) => state.status === status);
    // Before it is in the page nobody can hear what an element asks.
    while (this.#host.isConnected && having('uploading').length < AT_A_TIME) {
      const [next] = having('waiting');
      if (!next) break;
      void this.#upload(next);
    }
    if (!this.#host.isConnected || !this.rows.some(isPending)) {
      this.#waiters.splice(0).forEach((resolve) => resolve());
    }
  }

  async #upload(row: FileRow): Promise<void> {
    const { id, file } = row;
    const attempt = new AbortController();
    const { signal } = attempt;
    row.state = uploading(attempt, 0);
    const say = (state: FileState) => {
      const counts = advance(row, attempt, state);
      if (counts) this.#show();
      return counts;
    };
    const progress = (fraction: number) => void say(uploading(attempt, fraction));
    const event = new FileUploadEvent(file, id, this.#host.key, signal, progress);
    this.#host.dispatchEvent(event);
    const taker = event.responded ? undefined : this.#taker();
    try {
      if (taker === 'form' && !event.defaultPrevented) {
        say({ status: 'enclosed' });
        return;
      }
      const answer = await event.answer(() => {
        if (typeof taker !== 'object') throw new Error(NOBODY);
        return taker.upload(file, event);
      });
      const attachment = storedAttachment(answer, file, id);
      const takeBack = async () => (taker as FileUploader | undefined)?.remove?.(attachment, event);
      if (say({ status: 'uploaded', attachment, takeBack })) {
        this.#host.dispatchEvent(new FileUploadedEvent(attachment));
      }
    } catch (error) {
      if (!say(failed(error))) return;
      this.#host.dispatchEvent(new FileFailedEvent(toAttachment(row), error));
    }
  }
}
