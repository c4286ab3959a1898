import { HttpError } from './http-error.js';

/** One control of a posted form. */
export interface Part {
  readonly name: string;
  /** Present when it is a file, even one without a name. */
  readonly fileName?: string;
  readonly type: string;
  /** The content; whatever is not taken before the next part is asked for is skipped. */
  readonly chunks: AsyncGenerator<Uint8Array>;
}

const LIMITS = { parts: 1000, head: 16_384 };
const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * The parts of a `multipart/form-data` body one after the other, without holding any of them in memory.
 *
 * @throws {HttpError} 400, when the body is not of that form or ends early.
 */
export async function* partsOf(
  chunks: AsyncGenerator<Uint8Array>,
  contentType: string,
): AsyncGenerator<Part> {
  const source = new Delimited(chunks);
  const delimiter = Buffer.from(`\r\n--${boundaryOf(contentType)}`);
  try {
    source.until(delimiter);
    await source.finish();
    for (let count = 0; !(await source.startsWith('--')); count++) {
      if (count === LIMITS.parts) throw malformed('has too many parts');
      const head = await source.text(END_OF_HEAD, LIMITS.head);
      yield { ...describe(head), chunks: source.until(delimiter) };
      await source.finish();
    }
  } finally {
    await chunks.return(undefined);
  }
}

/** Bytes that are read up to a mark, which may be split between two chunks. */
class Delimited {
  // The first mark has no line before it, the others have.
  #rest: Buffer = Buffer.from('\r\n');
  /** The mark that has not been reached yet. */
  #ahead: Buffer | undefined;
  readonly #chunks: AsyncGenerator<Uint8Array>;

  constructor(chunks: AsyncGenerator<Uint8Array>) {
    this.#chunks = chunks;
  }

  /** The bytes before the next mark; whoever takes only some of them leaves the others to `finish`. */
  until(mark: Buffer): AsyncGenerator<Uint8Array> {
    this.#ahead = mark;
    return this.#upTo(mark);
  }

  /** Skips what is left before the mark. */
  async finish(): Promise<void> {
    if (!this.#ahead) return;
    const rest = this.#upTo(this.#ahead);
    while (!(await rest.next()).done);
  }

  async *#upTo(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#rest.indexOf(mark);
      if (at >= 0) {
        const last = this.#take(at);
        this.#take(mark.length);
        this.#ahead = undefined;
        if (last.length) yield last;
        return;
      }
      // The end may be the beginning of the mark.
      const certain = this.#take(Math.max(0, this.#rest.length - mark.length + 1));
      if (certain.length) yield certain;
      await this.#more();
    }
  }

  async text(mark: Buffer, limit: number): Promise<string> {
    const found: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.until(mark)) {
      size += chunk.byteLength;
      if (size > limit) throw malformed('has a part whose head is too long');
      found.push(chunk);
    }
    return Buffer.concat(found).toString('utf8');
  }

  async startsWith(text: string): Promise<boolean> {
    while (this.#rest.length < text.length) await this.#more();
    return this.#rest.subarray(0, text.length).toString('latin1') === text;
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done) throw malformed('ends early');
    this.#rest = Buffer.concat([this.#rest, next.value]);
  }
}

function boundaryOf(contentType: string): string {
  const match = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (!boundary) throw malformed('names no boundary');
  return boundary;
}

function describe(head: string): Pick<Part, 'name' | 'fileName' | 'type'> {
  const headers = new Map(
    // Not with `.` and `$`, which also stop at line ends that only Unicode knows.
    head.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const disposition = headers.get('content-disposition') ?? '';
  const name = /^form-data *;/i.test(disposition) && parameter(disposition, 'name');
  if (typeof name !== 'string') throw malformed('has a part without a name');
  const fileName = parameter(disposition, 'filename');
  const type = headers.get('content-type') ?? '';
  return { name, type, ...(fileName === undefined ? {} : { fileName }) };
}

/** Browsers write a quote and a line break as percent escapes here, and escape nothing else. */
function parameter(disposition: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(disposition);
  return match?.[1]?.replaceAll(/%(?:22|0D|0A)/gi, (escape) => decodeURIComponent(escape));
}

const malformed = (what: string) => new HttpError(400, `The multipart body ${what}.`);
