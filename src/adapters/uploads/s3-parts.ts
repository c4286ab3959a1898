import type * as z from 'zod/mini';
import { custom, listOf, object, text } from '../../schema/checks.js';
import { parse } from '../../schema/parse.js';
import type { S3CourseOptions } from './s3-course.js';
import { jsonOf } from './send.js';

const PartsSchema = object({
  uploadId: text(2000),
  /** Bytes. */
  partSize: custom<number>(Number.isFinite),
  /** What S3 calls each part that has arrived; empty for any other one. */
  etags: listOf(text(200)),
});
export type Parts = z.infer<typeof PartsSchema>;

const PART_SIZE = 8 * 2 ** 20;
const MOST_PARTS = 10_000;

/** Remembers which parts of a file have arrived. */
export class PartsMemory {
  readonly #partSize: number;
  readonly #count: number;
  readonly #memory: S3CourseOptions['memory'];
  /** What holds while the store does not. */
  #parts: Parts | undefined;
  /** Every part had arrived before, so that the object may be there already. */
  isRecalledWhole = false;

  constructor(size: number, { memory, partSize = PART_SIZE }: S3CourseOptions) {
    this.#memory = memory;
    this.#partSize = Math.max(partSize, Math.ceil(size / MOST_PARTS));
    this.#count = Math.ceil(size / this.#partSize);
  }

  async recall(): Promise<Parts | undefined> {
    if (this.#parts) return this.#parts;
    const { value } = parse(PartsSchema, jsonOf((await this.#memory.get()) ?? ''));
    const isOurs = value?.partSize === this.#partSize && value.etags.length === this.#count;
    this.#parts = isOurs ? value : undefined;
    this.isRecalledWhole = this.#parts?.etags.every(Boolean) ?? false;
    return this.#parts;
  }

  async begin(uploadId: string): Promise<Parts> {
    const etags = Array<string>(this.#count).fill('');
    this.#parts = { uploadId, partSize: this.#partSize, etags };
    await this.#save();
    return this.#parts;
  }

  async add({ etags }: Parts, { index, etag }: { index: number; etag: string }): Promise<void> {
    etags[index] = etag;
    await this.#save();
  }

  async forget(): Promise<void> {
    this.#parts = undefined;
    this.isRecalledWhole = false;
    await this.#memory.set(undefined);
  }

  /** The parts that have not arrived, in order. */
  missing({ etags }: Parts): number[] {
    return etags.flatMap((etag, index) => (etag ? [] : [index]));
  }

  async #save(): Promise<void> {
    if (this.#parts) await this.#memory.set(JSON.stringify(this.#parts));
  }
}
