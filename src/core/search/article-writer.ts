import type { Article } from '../../schema/article.js';
import { isWebLink } from '../../schema/web-link.js';
import { ByteWriter, NumberList } from './byte-writer.js';

/** Articles between two places where reading can begin. */
export const ARTICLES_PER_HEAD = 8;

/** Milliseconds of a day. */
const DAY = 86_400_000;

/** Writes what is shown of articles, and what is known of them beside their words. */
export class ArticleWriter {
  /** The numbers of articles by their ids. */
  readonly numbers = new Map<string, number>();
  readonly #hasTexts: boolean;
  readonly #texts = new ByteWriter();
  readonly #record = new ByteWriter();
  readonly #heads = new NumberList();
  readonly #kinds = new Map<string, number>();
  readonly #kindOf = new NumberList();
  readonly #days = new NumberList();

  get count(): number {
    return this.numbers.size;
  }

  /** Without texts, an article is searched whole, but only its title and excerpt are stored. */
  constructor({ texts = true }: { readonly texts?: boolean | undefined } = {}) {
    this.#hasTexts = texts;
  }

  /** Adds an article, or returns why it cannot be recommended. */
  add(article: Article): string | undefined {
    const { id, title, url, text, excerpt = '', updated = '', product = '', topic = '' } = article;
    const { headings = [] } = article;
    if (![id, title, url, text].every((value) => typeof value === 'string')) {
      return 'it lacks an id, a title, a url or a text';
    }
    if (this.numbers.has(id)) return 'another article has the same id';
    if (!title.trim()) return 'its title is empty';
    if (!isWebLink(url)) return 'its url is no web link';
    if (this.count % ARTICLES_PER_HEAD === 0) this.#heads.push(this.#texts.length);
    this.numbers.set(id, this.count);
    this.#record.clear();
    for (const value of [
      id,
      cut(title, 300),
      url,
      cut(excerpt, 600),
      updated,
      this.#hasTexts ? text : '',
      this.#hasTexts ? headings.join('\n') : '',
    ]) {
      this.#record.text(value);
    }
    this.#texts.number(this.#record.length);
    this.#texts.bytes(this.#record.view());
    const kind = `${product}\n${topic}`;
    if (!this.#kinds.has(kind)) this.#kinds.set(kind, this.#kinds.size);
    this.#kindOf.push(this.#kinds.get(kind) ?? 0);
    this.#days.push(Math.max(0, Math.min(65_535, Math.floor(Date.parse(updated) / DAY) || 0)));
    return undefined;
  }

  /** The parts of the file. */
  done() {
    const texts = this.#texts.done();
    const kinds = new ByteWriter();
    for (const kind of this.#kinds.keys()) kinds.text(kind);
    return {
      articles: bytesOf(Uint32Array.from(this.#heads.done())),
      kinds: kinds.done(),
      kindOf: unlessZero(this.#kindOf.done()),
      days: unlessZero(this.#days.done()),
      texts,
    };
  }
}

/** The beginning of a text, without half of a letter that takes two code units. */
const cut = (text: string, limit: number) => text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');

const bytesOf = (numbers: Uint32Array | Uint16Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** Half words, or nothing where all are 0: most sites name no products or no dates. */
function unlessZero(numbers: Uint32Array): Uint8Array {
  return bytesOf(Uint16Array.from(numbers.some((number) => number > 0) ? numbers : []));
}
