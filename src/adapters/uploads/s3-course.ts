import type { UploadOptions } from '../../ports/file-uploader.js';
import { AnswerError } from './answer-error.js';
import type { Pacing } from './pacing.js';
import { persist } from './persist.js';
import type { S3Request, S3UploaderOptions } from './s3.js';
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

  async #complete(parts: Parts): Promise<void> {
    const { uploadId, etags } = parts;
    try {
      await this.#ask('POST', { uploadId }, { body: completion(etags) });
    } catch (error) {
      if (!(error instanceof AnswerError) || error.status !== 404) throw error;
      // It may have been completed, and the answer lost.
      const found = await this.#ask('HEAD', {});
      if (!isThere(found, this.#file.size)) throw error;
    }
  }

  #ask(
    method: S3Request['method'],
    query: S3Request['query'],
    { body, progress, signal = this.#given.upload.signal }: Asking = {},
  ): Promise<Answer> {
    const { sign, pacing, upload, XMLHttpRequest } = this.#given;
    const { name, type, size } = this.#file;
    const file = { id: upload.id, key: upload.key, name, type, size };
    const [request, watch] = [
      { method, query, file },
      { pacing, signal },
    ];
    const attempt = async (): Promise<Answer> => {
      const signed = await watched((_, either) => sign(request, { signal: either }), watch).catch(
        (error: unknown) => {
          signal.throwIfAborted();
          throw error instanceof TypeError ? new AnswerError(0) : error;
        },
      );
      const how = { ...signed, method, body: body ?? null, signal, pacing, XMLHttpRequest };
      const answer = await send({ ...how, ...(progress && { progress }) });
      const failure = failureOfS3(answer);
      if (failure) throw failure;
      this.#url = signed.url;
      return answer;
    };
    const options = { ...upload, signal };
    // Every attempt is signed anew.
    const renew = () => undefined;
    return persist(attempt, { file: this.#file, pacing, options, renew });
  }

  #tell(fraction: number): void {
    // What is sent anew is not told as if the file went back.
    this.#furthest = Math.max(this.#furthest, fraction);
    this.#given.upload.progress(this.#furthest);
  }
}
