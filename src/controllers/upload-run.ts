import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { httpUploader } from '../adapters/uploads/http.js';
import {
  type FileRow,
  type FileState,
  newRow,
  putBack,
  toAttachment,
} from '../core/attachments.js';
import { advance, failed, isPausing, storedAttachment, uploading } from '../core/file-progress.js';
import { retryDelay } from '../core/retry-delay.js';
import { isAsking, isRefusal, retryWait, willPass } from '../core/upload-failure.js';
import { FileAddedEvent, FileRejectedEvent } from '../events/file-events.js';
import { FileFailedEvent, FileUploadedEvent, FileUploadEvent } from '../events/upload-events.js';
import type { FileUploader } from '../ports/file-uploader.js';
import { caseFormAround } from './case-form-around.js';
import { preparedFile } from './prepared-file.js';
import type { UploadController } from './upload-controller.js';
import { countDown, UploadWatch } from './upload-watch.js';

/** The element whose files are sent. */
export interface RunHost extends ReactiveControllerHost, HTMLElement {
  readonly key: string;
  readonly uploader: FileUploader | undefined;
  readonly action: string;
  readonly atATime: number;
  /** Nothing is sent for now. */
  readonly held: boolean;
  readonly keepMetadata: boolean;
  /** The `<form>` of the page that it is a control of. */
  readonly form: HTMLFormElement | null;
}

const NOBODY = 'Nobody takes files: answer "file-upload", or set "uploader" or "action".';

/** How often a file is tried again by itself. */
const TRIES = 5;

/** Takes files from the list to where they are stored, and tells how each is getting on. */
export class UploadRun implements ReactiveController {
  readonly #host: RunHost;
  readonly #uploads: UploadController;
  readonly #random: () => number;
  /** Who has stored a file, and can take it back. */
  readonly #keepers = new WeakMap<FileRow, FileUploader | undefined>();
  #listening = new AbortController();
  #wasHeld = false;

  constructor(host: RunHost, uploads: UploadController, random = Math.random) {
    this.#host = host;
    this.#uploads = uploads;
    this.#random = random;
    uploads.start = () => this.#start();
    host.addController(this);
    if (host.isConnected) uploads.show();
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    addEventListener('online', this.#onOnline, this.#listening);
  }

  hostDisconnected(): void {
    this.#listening.abort();
  }

  /** What was held back goes. */
  hostUpdate(): void {
    const { held } = this.#host;
    if (held === this.#wasHeld) return;
    this.#wasHeld = held;
    this.#uploads.show();
  }

  /** Tries a file anew, as if it had never been tried. */
  retry(row: FileRow): void {
    row.tries = 0;
    putBack(row);
    this.#uploads.show();
  }

  /** Takes a row off the list, once its file is back from where it is stored. */
  async remove(row: FileRow): Promise<void> {
    if (row.state.status === 'uploaded') {
      // What is said again is announced only if it was not said in between.
      row.isKept = false;
      this.#uploads.show();
      const keeper = this.#keepers.has(row) ? this.#keepers.get(row) : this.#taker();
      const { signal } = new AbortController();
      try {
        await keeper?.remove?.(row.state.attachment, { key: this.#host.key, signal });
      } catch {
        row.isKept = true;
        this.#uploads.show();
        return;
      }
    }
    if (row.state.status === 'uploading' || row.state.status === 'failed') {
      const { signal } = new AbortController();
      const half = { id: row.id, key: this.#host.key, signal };
      // Nobody waits for it, and nobody is told: what is left behind there is no case.
      void this.#taker()
        ?.discard?.(half)
        .catch(() => undefined);
    }
    this.#uploads.drop(row);
  }

  /** Puts another file in the place of one that has been added, and takes that one back. */
  async replace(row: FileRow, file: File, alt: string): Promise<FileRow> {
    const next = Object.assign(newRow(file), { alt, isPrepared: true });
    const { rows } = this.#uploads;
    this.#uploads.rows = rows.flatMap((one) => (one === row ? [row, next] : one));
    this.#host.dispatchEvent(new FileAddedEvent(file));
    await this.remove(row);
    return next;
  }

  #start(): void {
    const { rows } = this.#uploads;
    let free =
      (this.#host.atATime || 1) - rows.filter(({ state }) => state.status === 'uploading').length;
    for (const row of rows) {
      this.#hold(row);
      if (free <= 0) continue;
      if (row.state.status !== 'waiting' || isPausing(row)) continue;
      // What is held is looked at all the same: once the case is sent, nobody can add another file.
      if (this.#host.held && row.isPrepared) continue;
      free--;
      void this.#upload(row);
    }
  }

  /** A file that came back as stored is given to an uploader that stores in the page alone. */
  #hold(row: FileRow): void {
    if (row.state.status !== 'uploaded' || this.#keepers.has(row)) return;
    const taker = this.#taker();
    this.#keepers.set(row, taker);
    if (row.file.size) taker?.hold?.(row.file, row.state.attachment);
  }

  /** Who takes a file when no listener does: an uploader, or the page's own form when it is sent. */
  #taker(): FileUploader | undefined {
    const { uploader, action } = this.#host;
    return uploader ?? (action ? httpUploader({ url: action }) : undefined);
  }

  async #upload(row: FileRow): Promise<void> {
    const attempt = new AbortController();
    const { signal } = attempt;
    row.state = uploading(attempt, 0);
    const watch = new UploadWatch(row, signal, () => this.#host.requestUpdate());
    const say = (state: FileState) => {
      const counts = advance(row, attempt, state);
      if (counts) this.#uploads.show();
      return counts;
    };
    try {
      if (!(await this.#prepare(row, say))) return;
      if (this.#host.held) {
        say({ status: 'waiting' });
        return;
      }
      const state = await this.#store(row, attempt, watch);
      if (say(state) && state.status === 'uploaded') {
        this.#host.dispatchEvent(new FileUploadedEvent(state.attachment));
      }
    } catch (error) {
      this.#fail(row, error, say);
    } finally {
      watch.stop();
    }
  }

  /** Looks at a file before it goes anywhere; `false` when it does not go. */
  async #prepare(row: FileRow, say: (state: FileState) => boolean): Promise<boolean> {
    if (!row.isPrepared) {
      const { limits } = this.#uploads;
      const answer = await preparedFile(row.file, limits, this.#host.keepMetadata);
      if (typeof answer === 'string') {
        const wasTaken = say({ status: 'rejected', reason: answer });
        if (wasTaken) this.#host.dispatchEvent(new FileRejectedEvent(row.file, answer));
        return false;
      }
      row.file = answer;
      row.isPrepared = true;
    }
    return row.state.status === 'uploading';
  }

  async #store(row: FileRow, attempt: AbortController, watch: UploadWatch): Promise<FileState> {
    const { id, file } = row;
    const { signal } = attempt;
    signal.throwIfAborted();
    const progress = (fraction: number) => {
      if (!advance(row, attempt, uploading(attempt, fraction))) return;
      watch.progress(fraction);
      this.#host.requestUpdate();
    };
    const waiting = (ms: number, isAsked = false) => watch.waiting(ms, isAsked);
    const event = new FileUploadEvent(file, id, this.#host.key, signal, progress, waiting);
    this.#host.dispatchEvent(event);
    const taker = event.responded ? undefined : this.#taker();
    const isEnclosed = !event.responded && !taker && this.#host.form && !caseFormAround(this.#host);
    if (isEnclosed && !event.defaultPrevented) return { status: 'enclosed' };
    const answer = await event.answer(() => {
      if (!taker) throw new Error(NOBODY);
      return taker.upload(file, event);
    });
    this.#keepers.set(row, taker);
    return { status: 'uploaded', attachment: storedAttachment(answer, file, id) };
  }

  /** What may pass is tried again by itself a few times; what is refused is not. */
  #fail(row: FileRow, error: unknown, say: (state: FileState) => boolean): void {
    row.isRefused = isRefusal(error);
    const tries = row.tries ?? 0;
    if (!willPass(error) || tries >= TRIES) {
      if (say(failed(error))) {
        this.#host.dispatchEvent(new FileFailedEvent(toAttachment(row), error));
      }
      return;
    }
    const pause = new AbortController();
    if (!say({ status: 'waiting', pause })) return;
    row.tries = tries + 1;
    const retryAfter = retryWait(error, Date.now());
    countDown(row, {
      ms: retryDelay({ attempt: row.tries, retryAfter, random: this.#random }),
      isAsked: retryAfter !== undefined && isAsking(error),
      signal: pause.signal,
      show: () => this.#host.requestUpdate(),
      over: () => {
        putBack(row);
        this.#uploads.show();
      },
    });
  }

  /** What has failed for want of a connection has one again. */
  readonly #onOnline = () => {
    for (const row of this.#uploads.rows) {
      const hasFailed = row.state.status === 'failed' && !row.isRefused;
      if ((hasFailed || isPausing(row) || row.isStalled) && !row.wait?.isAsked) {
        row.tries = 0;
        putBack(row);
      }
    }
    this.#uploads.show();
  };
}
