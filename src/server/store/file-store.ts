import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** What is known of bytes once they are on the disk. */
export interface StoredBytes {
  /** The random name that they lie under. */
  readonly ref: string;
  readonly size: number;
  readonly sha256: string;
}

/** More bytes came than are taken; nothing was kept. */
export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError';
}

/** The bytes ended early; nothing was kept. */
export class IncompleteFileError extends Error {
  override readonly name = 'IncompleteFileError';
}

/** Milliseconds after which what a killed process has left behind is nobody's any more. */
const ABANDONED = 24 * 60 * 60 * 1000;

/** The bytes of files, each under a random name, none in memory as a whole. */
export class FileStore {
  readonly #files: string;
  readonly #incoming: string;

  constructor(folder: string) {
    this.#files = join(folder, 'files');
    this.#incoming = join(folder, 'incoming');
    for (const path of [this.#files, this.#incoming])
      mkdirSync(path, { recursive: true, mode: 0o700 });
  }

  /**
   * Writes bytes as they come. Once it resolves they survive a crash; when it rejects there is no trace.
   *
   * @param limits - `maxSize` in bytes, and the `expected` number of bytes where the sender has told it.
   * @throws {FileTooLargeError | IncompleteFileError}
   */
  async receive(
    bytes: AsyncIterable<Uint8Array>,
    limits: { maxSize: number; expected?: number | undefined },
  ): Promise<StoredBytes> {
    const ref = randomBytes(18).toString('base64url');
    const incoming = join(this.#incoming, ref);
    try {
      const known = await writeAll(incoming, bytes, limits.maxSize);
      if (limits.expected !== undefined && limits.expected !== known.size) {
        throw new IncompleteFileError(`${known.size} of ${limits.expected} bytes have come.`);
      }
      await rename(incoming, join(this.#files, ref));
      await syncFolder(this.#files);
      return { ref, ...known };
    } catch (error) {
      await rm(incoming, { force: true });
      throw error;
    }
  }

  /** The bytes of a file that is on record. */
  async read(ref: string): Promise<ReadableStream<Uint8Array>> {
    const stream = createReadStream(join(this.#files, ref));
    await once(stream, 'open'); // Else a missing file would show only after the answer has begun.
    return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  }

  async delete(ref: string): Promise<void> {
    await rm(join(this.#files, ref), { force: true });
  }

  /**
   * Deletes the half files that a killed process has left behind. Whole ones stay, even those that are on
   * no record: the database may be an older one that was put back.
   */
  sweep(): void {
    const before = Date.now() - ABANDONED;
    for (const name of readdirSync(this.#incoming)) {
      const path = join(this.#incoming, name);
      const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
      if (since !== undefined && since < before) rmSync(path, { force: true });
    }
  }
}

async function writeAll(path: string, bytes: AsyncIterable<Uint8Array>, maxSize: number) {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      if (size > maxSize) throw new FileTooLargeError(`More than ${maxSize} bytes have come.`);
      hash.update(chunk);
      // The next chunk is asked for when this one is written: the sender waits for the disk.
      await writeChunk(handle, chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { size, sha256: hash.digest('hex') };
}

/** One call may write less than it is given. */
async function writeChunk(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength;) {
    at += (await handle.write(chunk, at)).bytesWritten;
  }
}

/** A new name in a folder survives a power cut only once the folder itself is on the disk. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // Folders cannot be opened there.
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
