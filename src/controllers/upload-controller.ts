import type { UploadMessages } from '../locales/en.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  type FileRow,
  isPending,
  isReady,
  isTaken,
  newRow,
  putBack,
  type RestoredFile,
  restoredRow,
  toAttachment,
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
  FileRejectedEvent,
  FileRemovedEvent,
} from '../events/file-events.js';

/** The element that uploads belong to. It has limits of its own beside those it is given. */
export interface UploadHost extends ReactiveControllerHost, HTMLElement, GivenLimits {
  readonly limits: GivenLimits | undefined;
  readonly held: boolean;
}

/** Holds the files of an area. What sends them comes with the first one. */
export class UploadController implements ReactiveController {
  /** The files, and what of those that were added last is not among them. */
  rows: readonly FileRow[] = [];
  /** Sends what waits. */
  start: () => void = () => undefined;
  /** Grows with every change but progress. */
  changes = 0;
  readonly #host: UploadHost;
  readonly #load: () => void;
  #waiters: (() => void)[] = [];

  /** `load` asks for what sends files. */
  constructor(host: UploadHost, load: () => void) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  get limits(): FileLimits {
    return strictestLimits(this.#host.limits, this.#host);
  }

  /** In words, how all of the files are getting on. */
  progress(texts: UploadMessages): string {
    const files = this.rows.filter(isTaken);
    return files.length ? texts.progress(files.filter(isReady).length, files.length) : '';
  }

  hostConnected(): void {
    this.show();
  }

  hostDisconnected(): void {
    // An element that is only moved is in the page again by then, and its uploads go on.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.rows.filter(isPending).forEach(putBack);
      this.show();
    });
  }

  /** Takes the files that the page and the limits let in. */
  add(files: readonly File[], partFolders: readonly string[] = []): void {
    if (!files.length && !partFolders.length) return;
    if (!this.#host.dispatchEvent(new FileAddEvent(files))) return;
    const { limits } = this;
    const taken = this.rows.filter(isTaken);
    let count = taken.length;
    const parts = partFolders.map((name) => newRow(new File([], name), 'folder'));
    const reasons = files.map((file) => {
      const reason = rejection(file, count, limits);
      if (!reason) count++;
      return reason;
    });
    const added = files.map((file, at) => newRow(file, reasons[at]));
    this.rows = [...parts, ...taken, ...added];
    this.#load();
    files.forEach((file, at) => {
      const reason = reasons[at];
      this.#host.dispatchEvent(
        reason ? new FileRejectedEvent(file, reason) : new FileAddedEvent(file),
      );
    });
    this.show();
  }

  /** Puts files back that a draft has kept, but for those that are on the list. */
  restore(files: readonly RestoredFile[]): void {
    const ids = new Set(this.rows.map(({ id }) => id));
    this.rows = [...this.rows, ...files.filter(({ id }) => !ids.has(id)).map(restoredRow)];
    this.#load();
    this.show();
  }

  /** Takes a row off the list. */
  drop(row: FileRow): void {
    if (!this.rows.includes(row)) return;
    const attachment = toAttachment(row);
    const isFile = isTaken(row);
    putBack(row);
    this.rows = this.rows.filter((one) => one !== row);
    this.show();
    if (isFile) this.#host.dispatchEvent(new FileRemovedEvent(attachment));
  }

  /** Empties the list; what is stored stays, since a case may hold it by now. */
  clear(): void {
    this.rows.forEach(putBack);
    this.rows = [];
    this.show();
  }

  /** What sends files could not be loaded: nothing goes on until it can. */
  fail(): void {
    for (const row of this.rows.filter(isPending)) row.state = { status: 'failed', issues: [] };
    this.show();
  }

  /** Resolves when no file is waiting or on its way, or when the host is out of the page or holds them. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
      this.show();
    });
  }

  /** Shows what has changed, and goes on with what waits. */
  show(): void {
    this.changes++;
    this.#host.requestUpdate();
    // Before it is in the page nobody can hear what an element asks.
    if (this.#host.isConnected) this.start();
    const { isConnected, held } = this.#host;
    if (held || !isConnected || !this.rows.some(isPending)) {
      this.#waiters.splice(0).forEach((resolve) => resolve());
    }
  }
}
