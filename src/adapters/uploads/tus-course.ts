import type {
  UploadOptions as ClientOptions,
  DetailedError,
  HttpRequest,
  HttpResponse,
  Upload,
} from 'tus-js-client';
import { sleep } from '../../core/sleep.js';
import type { UploadOptions } from '../../ports/file-uploader.js';
import { AnswerError } from './answer-error.js';
import type { Authorization } from './authorization.js';
import type { Pacing } from './pacing.js';
import { failureOf } from './post-file.js';
import type { TusClient, TusUploaderOptions } from './tus.js';
import { watched } from './watched.js';

type Given = Pick<TusUploaderOptions, 'endpoint' | 'headers' | 'chunkSize' | 'metadata'>;

export interface TusCourseOptions extends Given {
  upload: UploadOptions;
  authorization: Authorization;
  pacing: Pacing;
  client: () => Promise<TusClient>;
  /** Where the file was going before. */
  url: string | undefined;
  /** Hears where the file is going; nothing when there is no such place any more. */
  onPlace: (url: string | undefined) => Promise<void>;
}

/** Bytes of a request, from the largest: what a connection loses, and what a proxy refuses, is less then. */
const CHUNKS = [Infinity, 8 * 2 ** 20, 2 ** 20] as const;

/** Milliseconds that bytes wait until it is noted where they go: a page that ends before would send them twice. */
const NOTED = 1000;

/**
 * The way of one file to a tus server, over any number of attempts. The client makes one attempt at a
 * time; what its answers mean, and what follows from them, is decided here.
 */
export class TusCourse {
  /** Bytes that the server has said it has. */
  arrived = 0;
  readonly #file: File;
  readonly #given: TusCourseOptions;
  #url: string | undefined;
  #chunk: number;
  /** Settles when it is noted where the file is going, or when nobody waits for that any longer. */
  #noted: Promise<unknown> | undefined;
  /** Bytes that have left the page. */
  #sent = 0;
  /** What the person has been told, from 0 to 1. */
  #furthest = 0;

  constructor(file: File, given: TusCourseOptions) {
    this.#file = file;
    this.#given = given;
    this.#url = given.url;
    this.#chunk = given.chunkSize ?? CHUNKS[0];
  }

  /**
   * Goes on where the server is.
   *
   * @returns Where the file is.
   */
  attempt(): Promise<string> {
    const { pacing, upload, authorization, client, headers } = this.#given;
    return watched(
      async (moved, signal) => {
        const [{ Upload }, allowing] = await Promise.all([client(), authorization.headers()]);
        signal.throwIfAborted();
        return new Promise((resolve, reject) => {
          const request: Upload = new Upload(this.#file, {
            ...this.#hooks(moved, () => request, signal),
            endpoint: this.#given.endpoint,
            uploadUrl: this.#url ?? null,
            headers: { ...headers, ...allowing },
            metadata: this.#metadata(),
            chunkSize: this.#chunk,
            // Waits, and what an answer means, are ours; so is the memory.
            retryDelays: null,
            storeFingerprintForResuming: false,
            onSuccess: () => resolve(request.url ?? ''),
            onError: (error) => reject(causeOf(error)),
          });
          signal.addEventListener('abort', () => {
            void request.abort();
            reject(signal.reason as Error);
          });
          request.start();
        });
      },
      { pacing, signal: upload.signal },
    );
  }

  #hooks(moved: () => void, request: () => Upload, signal: AbortSignal): ClientOptions {
    return {
      onBeforeRequest: async () => {
        moved();
        await this.#noted;
      },
      onAfterResponse: async (asked, answer) => {
        moved();
        await this.#judge(asked, answer);
        // The client reads it anew for every request.
        request().options.chunkSize = this.#chunk;
      },
      onUploadUrlAvailable: () => {
        const going = this.#goTo(request().url ?? undefined);
        this.#noted = Promise.race([going, sleep(NOTED, signal)]).catch(() => undefined);
      },
      onProgress: (sent, size) => {
        moved();
        this.#sent = sent;
        // What is sent anew is not told as if the file went back.
        this.#furthest = Math.max(this.#furthest, sent / size);
        this.#given.upload.progress(this.#furthest);
      },
      onChunkComplete: (_, arrived) => void (this.arrived = Math.max(this.arrived, arrived)),
    };
  }

  /** @throws AnswerError for every answer that does not bring the file on. */
  async #judge(asked: HttpRequest, answer: HttpResponse): Promise<void> {
    const [method, status] = [asked.getMethod(), answer.getStatus()];
    if (status >= 200 && status < 300) {
      if (method === 'HEAD') await this.#compare(answer);
      return;
    }
    const isOnItsWay = method !== 'POST';
    if (isOnItsWay && this.#isGone(status)) await this.#beginAnew(status);
    // The next attempt asks first how far the file has come.
    const isConflict = isOnItsWay && status === 409;
    const isTooMuch = method === 'PATCH' && status === 413 && this.#sendLess();
    throw failureOf(
      { status, text: answer.getBody(), header: (name) => answer.getHeader(name) ?? null },
      isConflict || isTooMuch || undefined,
    );
  }

  /** By the protocol 403 may say so, too, where nobody has to show who they are. */
  #isGone(status: number): boolean {
    return [404, 410].includes(status) || (status === 403 && !this.#given.authorization.renew);
  }

  async #beginAnew(status: number): Promise<never> {
    await this.#goTo(undefined);
    this.#sent = 0;
    throw new AnswerError(status, { mayPass: true });
  }

  async #compare(answer: HttpResponse): Promise<void> {
    const length = answer.getHeader('Upload-Length');
    if (length && Number(length) !== this.#file.size) await this.#beginAnew(409);
    const offset = Number(answer.getHeader('Upload-Offset'));
    if (!(offset >= 0)) return;
    this.arrived = Math.max(this.arrived, offset);
    const isLost = this.#sent - offset > CHUNKS[1];
    if (isLost) this.#chunk = Math.min(this.#chunk, CHUNKS[1]);
  }

  /** @returns Whether there is a smaller step. */
  #sendLess(): boolean {
    const next = CHUNKS.find((chunk) => chunk < Math.min(this.#chunk, this.#file.size));
    this.#chunk = next ?? this.#chunk;
    return next !== undefined;
  }

  async #goTo(url: string | undefined): Promise<void> {
    if (url === this.#url) return;
    this.#url = url;
    await this.#given.onPlace(url);
  }

  #metadata(): Record<string, string> {
    const { metadata, upload } = this.#given;
    const { name, type } = this.#file;
    const known = { filename: name, filetype: type, id: upload.id, key: upload.key };
    return metadata?.(this.#file, upload) ?? known;
  }
}

/** What the client has wrapped; anything but our own judgement is a lost connection, or nonsense. */
function causeOf(error: Error | DetailedError): AnswerError {
  const cause = 'causingError' in error ? error.causingError : undefined;
  return cause instanceof AnswerError ? cause : new AnswerError(0);
}
