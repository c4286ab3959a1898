import type { UploadOptions } from '../../ports/file-uploader.js';
import { AnswerError } from './answer-error.js';
import type { Pacing } from './pacing.js';
import { persist } from './persist.js';
import type { S3Request, S3UploaderOptions, SignedRequest } from './s3.js';
import { completion, failureOfS3, isThere, uploadIdOf } from './s3-messages.js';
import { type Parts, PartsMemory } from './s3-parts.js';
import { type Answer, send } from './send.js';
import { watched } from './watched.js';

type Given = Pick<S3UploaderOptions, 'sign' | 'multipartFrom' | 'partSize' | 'XMLHttpRequest'>;

export interface S3CourseOptions extends Given {
  upload: UploadOptions;
  pacing: Pacing;
  memory: {
    get: () => Promise<string | undefined>;
    set: (value: string | undefined) => Promise<void>;
  };
}

interface Asking {
  body?: Blob | string;
  progress?: (fraction: number) => void;
  signal?: AbortSignal;
}

const MULTIPART_FROM = 16 * 2 ** 20;
const AT_A_TIME = 3;
const BEGINNINGS = 3;

/** The way of one file into S3. */
export class S3Course {
  readonly #file: File;
  readonly #given: S3CourseOptions;
  readonly #memory: PartsMemory;
  /** How much of each part has gone out, from 0 to 1. */
  #fractions: number[] = [];
  #furthest = 0;
  #url = '';

  constructor(file: File, given: S3CourseOptions) {
    this.#file = file;
    this.#given = given;
    this.#memory = new PartsMemory(file.size, given);
  }

  /** @returns The last signed address of the object. */
  async run(): Promise<string> {
    const { multipartFrom = MULTIPART_FROM } = this.#given;
    if (this.#file.size <= multipartFrom) {
      await this.#ask('PUT', {}, { body: this.#file, progress: (part) => this.#tell(part) });
      return this.#url;
    }
    for (let beginning = 1; ; beginning++) {
      const parts = (await this.#memory.recall()) ?? (await this.#create());
      try {
        await this.#sendMissing(parts);
        await this.#complete(parts);
        this.#tell(1);
        return this.#url;
      } catch (error) {
        const isGone = error instanceof AnswerError && error.status === 404;
        if (!isGone || beginning === BEGINNINGS) throw error;
        // The parts have expired, or somebody has dropped them.
        await this.#memory.forget();
      }
    }
  }

  /** Drops the parts that have arrived. */
  async discard(signal: AbortSignal): Promise<void> {
    const { uploadId } = (await this.#memory.recall()) ?? {};
    if (!uploadId) return;
    await this.#memory.forget();
    await this.#ask('DELETE', { uploadId }, { signal });
  }

  async #create(): Promise<Parts> {
    const answer = await this.#ask('POST', { uploads: '' });
    return this.#memory.begin(uploadIdOf(answer.text));
  }

  async #sendMissing(parts: Parts): Promise<void> {
    const [leaving, missing] = [new AbortController(), this.#memory.missing(parts)];
    const signal = AbortSignal.any([leaving.signal, this.#given.upload.signal]);
    this.#fractions = parts.etags.map((etag) => (etag ? 1 : 0));
    const work = async (): Promise<void> => {
      for (let index = missing.shift(); index !== undefined; index = missing.shift()) {
        await this.#sendPart(parts, index, signal);
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_A_TIME }, work));
    } finally {
      leaving.abort();
    }
  }

  async #sendPart(parts: Parts, index: number, signal: AbortSignal): Promise<void> {
    const { partSize, uploadId } = parts;
    const start = index * partSize;
    const query = { partNumber: String(index + 1), uploadId };
    const answer = await this.#ask('PUT', query, {
      body: this.#file.slice(start, start + partSize),
      progress: (fraction) => {
        this.#fractions[index] = fraction;
        const sum = this.#fractions.reduce((one, other) => one + other, 0);
        this.#tell(sum / this.#fractions.length);
      },
      signal,
    });
    const etag = answer.header('etag');
    if (!etag) throw new TypeError("The bucket's CORS rules have to expose ETag.");
    await this.#memory.add(parts, { index, etag });
  }

  /** An answer that was lost may have been that of success, and not every server says it twice. */
  #complete({ uploadId, etags }: Parts): Promise<void> {
    const { signal } = this.#given.upload;
    const body = completion(etags);
    let mayBeDone = this.#memory.isRecalledWhole;
    return this.#persist(async () => {
      if (mayBeDone && (await this.#isThere(signal))) return;
      try {
        await this.#once('POST', { uploadId }, { body, signal });
      } catch (error) {
        mayBeDone = !(error instanceof AnswerError && error.status === 403);
        throw error;
      }
    }, signal);
  }

  async #isThere(signal: AbortSignal): Promise<boolean> {
    try {
      return isThere(await this.#once('HEAD', {}, { signal }), this.#file.size);
    } catch (error) {
      if (error instanceof AnswerError && error.status === 404) return false;
      throw error;
    }
  }

  #ask(
    method: S3Request['method'],
    query: S3Request['query'],
    asking: Asking = {},
  ): Promise<Answer> {
    const { signal = this.#given.upload.signal } = asking;
    return this.#persist(() => this.#once(method, query, { ...asking, signal }), signal);
  }

  #persist<Value>(attempt: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
    const { pacing, upload } = this.#given;
    const waiting = (ms: number) => upload.waiting?.(ms);
    // Every attempt is signed anew.
    const renew = () => undefined;
    return persist(attempt, { file: this.#file, pacing, options: { signal, waiting }, renew });
  }

  async #once(
    method: S3Request['method'],
    query: S3Request['query'],
    { body, progress, signal }: Asking & { signal: AbortSignal },
  ): Promise<Answer> {
    const { pacing, XMLHttpRequest } = this.#given;
    const signed = await this.#sign(method, query, signal);
    const how = { ...signed, method, body: body ?? null, signal, pacing, XMLHttpRequest };
    const answer = await send({ ...how, ...(progress && { progress }) });
    const failure = failureOfS3(answer);
    if (failure) throw failure;
    this.#url = signed.url;
    return answer;
  }

  async #sign(
    method: S3Request['method'],
    query: S3Request['query'],
    signal: AbortSignal,
  ): Promise<SignedRequest> {
    const { sign, pacing, upload } = this.#given;
    const { name, type, size } = this.#file;
    const file = { id: upload.id, key: upload.key, name, type, size };
    const asking = (either: AbortSignal) => sign({ method, query, file }, { signal: either });
    try {
      return await watched((_, either) => asking(either), { pacing, signal });
    } catch (error) {
      signal.throwIfAborted();
      // Who signs is asked over the same connection.
      throw error instanceof TypeError ? new AnswerError(0) : error;
    }
  }

  #tell(fraction: number): void {
    // What is sent anew is not told as if the file went back.
    this.#furthest = Math.max(this.#furthest, fraction);
    this.#given.upload.progress(this.#furthest);
  }
}
