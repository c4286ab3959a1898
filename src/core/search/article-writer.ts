import type { Article } from '../../schema/article.js';
import { isWebLink } from '../../schema/web-link.js';
import { ByteWriter, NumberList } from './byte-writer.js';
import { TEXT_BLOCK, checksum } from './file-format.js';

/** Articles between two places where reading can begin. */
export const ARTICLES_PER_HEAD = 8;

/** Milliseconds of a day. */
const DAY = 86_400_000;

/** Writes what is shown of articles, and what is known of them beside their words. */
export class ArticleWriter {
  /** The numbers of articles by their ids. */
  readonly numbers = new Map<string, number>();
  readonly #texts = new ByteWriter();
  readonly #heads = new NumberList();
  readonly #kinds = new Map<string, number>();
  readonly #kindOf = new NumberList();
  readonly #days = new NumberList();

  get count(): number {
    return this.numbers.size;
  }

  /** Adds an article, or returns why it cannot be recommended. */
  add(article: Article): string | undefined {
    const { id, title, url, text, excerpt = '', updated = '', product = '', topic = '' } = article;
    if (![id, title, url, text].every((value) => typeof value === 'string')) {
      return 'it lacks an id, a title, a url or a text';
    }
    if (this.numbers.has(id)) return 'another article has the same id';
    if (!title.trim()) return 'its title is empty';
    if (!isWebLink(url)) return 'its url is no web link';
    if (this.count % ARTICLES_PER_HEAD === 0) this.#heads.push(this.#texts.length);
    this.numbers.set(id, this.count);
    const record = new ByteWriter();
    for (const value of [id, title.slice(0, 300), url, excerpt.slice(0, 600), updated, text]) {
      record.text(value);
    }
    this.#texts.number(record.length);
    this.#texts.bytes(record.done());
    const kind = `${product}\n${topic}`;
    if (!this.#kinds.has(kind)) this.#kinds.set(kind, this.#kinds.size);
    this.#kindOf.push(this.#kinds.get(kind) ?? 0);
    this.#days.push(Math.max(0, Math.min(65_535, Math.floor(Date.parse(updated) / DAY) || 0)));
    return undefined;
  }

  /** The parts of the file, in steps. */
  *done() {
    const texts = this.#texts.done();
    yield;
    const textSums = bytesOf(yield* checksums(texts));
    const kinds = new ByteWriter();
    for (const kind of this.#kinds.keys()) kinds.text(kind);
    return {
      articles: bytesOf(Uint32Array.from(this.#heads.done())),
      kinds: kinds.done(),
      kindOf: bytesOf(Uint16Array.from(this.#kindOf.done())),
      days: bytesOf(Uint16Array.from(this.#days.done())),
      textSums,
      texts,
    };
  }
}

const bytesOf = (numbers: Uint32Array | Uint16Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** One checksum for each block of the texts. */
function* checksums(texts: Uint8Array): Generator<undefined, Uint32Array> {
  const sums = new Uint32Array(Math.ceil(texts.length / TEXT_BLOCK));
  const words = new Uint32Array(TEXT_BLOCK / 4);
  const bytes = new Uint8Array(words.buffer);
  for (const block of sums.keys()) {
    const part = texts.subarray(block * TEXT_BLOCK, (block + 1) * TEXT_BLOCK);
    bytes.fill(0);
    bytes.set(part);
    sums[block] = checksum(words, 0, part.length);
    yield;
  }
  return sums;
}
