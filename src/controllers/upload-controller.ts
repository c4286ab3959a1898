import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  advance,
  failed,
  type FileEntry,
  type FileState,
  isPending,
  toAttachment,
  uploading,
} from '../core/attachments.js';
import { type FileLimits, type Measured, rejection, type Rejection } from '../core/file-limits.js';
import { newKey } from '../core/key.js';
import {
  FileAddedEvent,
  FileAddEvent,
  FileFailedEvent,
  FileRejectedEvent,
  FileRemovedEvent,
  FileUploadedEvent,
} from '../events/file-events.js';
import type { FileUploader } from '../ports/file-uploader.js';
import type { Attachment } from '../schema/attachment.js';
import { handOver, type Takers } from './hand-over.js';

/** What uploads ask of the element they belong to, each time anew. */
export interface UploadTerms extends Takers {
  /** Names the draft that files belong to. */
  readonly key: string;
  readonly limits: FileLimits;
}

const AT_A_TIME = 3;

/** Takes files from the person's hands to where they are stored, and tells how each is getting on. */
export class UploadController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #terms: () => UploadTerms;
  readonly #running = new Map<string, AbortController>();
  readonly #storedBy = new WeakMap<Attachment, FileUploader>();
  #entries: readonly FileEntry[] = [];
  #rejections: readonly Rejection[] = [];
  #waiters: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, terms: () => UploadTerms) {
    this.#host = host;
    this.#terms = terms;
    host.addController(this);
  }

  get entries(): readonly FileEntry[] {
    return this.#entries;
  }

  /** What of the files that were added last is not on the list, and was not dismissed. */
  get rejections(): readonly Rejection[] {
    return this.#rejections;
  }

  hostConnected(): void {
    this.#startWaiting();
  }

  hostDisconnected(): void {
    // An element that is only moved is in the page again by then, and its uploads go on.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      for (const id of this.#running.keys()) {
        this.#stop(id);
        this.#advance(id, { status: 'waiting' });
      }
    });
  }

  /** Takes the files that the page and the limits let in. */
  add(files: readonly File[], partFolders: readonly string[] = []): void {
    if (!files.length && !partFolders.length) return;
    const event = new FileAddEvent(files);
    if (!this.#host.dispatchEvent(event)) return;
    const { limits } = this.#terms();
    this.#rejections = [];
    for (const name of partFolders) this.#reject({ name, type: '', size: 0 }, 'folder');
    for (const file of files) this.#take(file, limits);
    this.#host.requestUpdate();
    this.#startWaiting();
  }

  retry(id: string): void {
    this.#advance(id, { status: 'waiting' });
    this.#startWaiting();
  }

  /** Takes a file off the list, and back from where it is stored; or dismisses a rejection. */
  remove(id: string): void {
    this.#rejections = this.#rejections.filter((one) => one.id !== id);
    this.#host.requestUpdate();
    const entry = this.#entries.find((one) => one.id === id);
    if (!entry) return;
    this.#stop(id);
    this.#show(this.#entries.filter((one) => one !== entry));
    const attachment = toAttachment(entry);
    const event = new FileRemovedEvent(attachment);
    this.#host.dispatchEvent(event);
    void this.#takeBack(attachment);
    this.#startWaiting();
  }

  /** Empties the list; what is stored stays, since a case may hold it by now. */
  clear(): void {
    for (const id of this.#running.keys()) this.#stop(id);
    this.#rejections = [];
    this.#show([]);
  }

  /** Resolves when no file is waiting or on its way. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
      this.#show(this.#entries);
    });
  }

  #take(file: File, limits: FileLimits): void {
    const reason = rejection(file, this.#entries.length, limits);
    if (reason) this.#reject(file, reason);
    else this.#show([...this.#entries, { id: newKey(), file: this.#own(file), state: WAITING }]);
    const event = reason ? new FileRejectedEvent(file, reason) : new FileAddedEvent(file);
    this.#host.dispatchEvent(event);
  }

  #reject(file: Measured, reason: Rejection['state']['reason']): void {
    const rejected = { id: newKey(), file, state: { status: 'rejected', reason } } as const;
    this.#rejections = [...this.#rejections, rejected];
  }

  /** One file given twice is two files, also to an uploader that tells files apart by identity. */
  #own(file: File): File {
    const isListed = this.#entries.some((entry) => entry.file === file);
    return isListed ? new File([file], file.name, file) : file;
  }

  #startWaiting(): void {
    // Before it is in the page nobody can hear what an element asks.
    while (this.#host.isConnected && this.#running.size < AT_A_TIME) {
      const next = this.#entries.find(({ state }) => state.status === 'waiting');
      if (!next) return;
      void this.#upload(next);
    }
  }

  async #upload({ id, file }: FileEntry): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    this.#running.set(id, controller);
    this.#advance(id, uploading(0));
    const { key, ...takers } = this.#terms();
    const progress = (fraction: number) => {
      if (this.#running.get(id) === controller) this.#advance(id, uploading(fraction));
    };
    try {
      const stored = await handOver(this.#host, { id, file, key, signal, progress }, takers);
      if (signal.aborted) return;
      if (stored?.by) this.#storedBy.set(stored.attachment, stored.by);
      const attachment = stored?.attachment;
      this.#finish(id, attachment ? { status: 'uploaded', attachment } : { status: 'enclosed' });
    } catch (error) {
      if (signal.aborted) return;
      this.#finish(id, failed(error), error);
    }
  }

  #finish(id: string, state: FileState, error?: unknown): void {
    this.#running.delete(id);
    this.#advance(id, state);
    const entry = this.#entries.find((one) => one.id === id);
    if (entry && state.status !== 'enclosed') {
      const attachment = toAttachment(entry);
      const event =
        state.status === 'uploaded'
          ? new FileUploadedEvent(attachment)
          : new FileFailedEvent(attachment, error);
      this.#host.dispatchEvent(event);
    }
    this.#startWaiting();
  }

  #stop(id: string): void {
    this.#running.get(id)?.abort();
    this.#running.delete(id);
  }

  async #takeBack(attachment: Attachment): Promise<void> {
    const { signal } = new AbortController();
    try {
      await this.#storedBy
        .get(attachment)
        ?.remove?.(attachment, { key: this.#terms().key, signal });
    } catch {
      // It is off the list, which is what the person asked for; the server drops what no case holds.
    }
  }

  #advance(id: string, state: FileState): void {
    this.#show(advance(this.#entries, id, state));
  }

  #show(entries: readonly FileEntry[]): void {
    this.#entries = entries;
    this.#host.requestUpdate();
    if (entries.some(isPending)) return;
    for (const resolve of this.#waiters.splice(0)) resolve();
  }
}

const WAITING = { status: 'waiting' } as const;
