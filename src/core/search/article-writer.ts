import type { Article } from '../../schema/article.js';
import { isWebLink } from '../../schema/link.js';
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

  done() {
    const texts = this.#texts.done();
    const kinds = new ByteWriter();
    for (const kind of this.#kinds.keys()) kinds.text(kind);
    return {
      articles: bytesOf(Uint32Array.from(this.#heads.done())),
      kinds: kinds.done(),
      kindOf: bytesOf(Uint16Array.from(this.#kindOf.done())),
      days: bytesOf(Uint16Array.from(this.#days.done())),
      textSums: bytesOf(checksums(texts)),
      texts,
    };
  }
}

const bytesOf = (numbers: Uint32Array | Uint16Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** One checksum for each block of the texts. */
function checksums(texts: Uint8Array): Uint32Array {
  const words = new Uint32Array((texts.length + 3) >> 2);
  new Uint8Array(words.buffer).set(texts);
  const count = Math.ceil(texts.length / TEXT_BLOCK);
  return Uint32Array.from({ length: count }, (_, block) =>
    checksum(words, block * TEXT_BLOCK, Math.min((block + 1) * TEXT_BLOCK, words.byteLength)),
  );
}
