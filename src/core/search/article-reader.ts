import { Reader } from './bytes.js';
import type { LateBytes } from './late-bytes.js';

const ARTICLES_PER_HEAD = 8;
const decoder = new TextDecoder();

/** What is shown of an article. */
export interface StoredArticle {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly updated: string;
  readonly text: string;
  readonly headings: string[];
}

/** Reads articles one by one, as they lie in the file. */
export class ArticleReader {
  readonly #heads: Uint32Array;
  readonly #texts: LateBytes;

  constructor(heads: Uint32Array, texts: LateBytes) {
    this.#heads = heads;
    this.#texts = texts;
  }

  /** @throws IndexError where the article's bytes are damaged. */
  read(number: number): StoredArticle {
    const text = this.#textsOf(number);
    return {
      id: text(),
      title: text(),
      url: text(),
      excerpt: text(),
      updated: text(),
      text: text(),
      headings: text().split('\n').filter(Boolean),
    };
  }

  /** Its id alone, which costs less than a long text. */
  idOf(number: number): string {
    return this.#textsOf(number)();
  }

  /** What is stored of an article, text by text. */
  #textsOf(number: number): () => string {
    const { bytes } = this.#texts;
    const reader = new Reader(bytes, this.#heads[Math.floor(number / ARTICLES_PER_HEAD)]);
    for (let skip = number % ARTICLES_PER_HEAD; skip > 0; skip--) reader.slice(reader.number());
    const length = reader.number();
    this.#texts.check(reader.at, reader.at + length);
    return () => decoder.decode(reader.slice(reader.number()));
  }
}

/** Product and topic of each kind of article. */
export function readKinds(bytes: Uint8Array): (readonly [product: string, topic: string])[] {
  const reader = new Reader(bytes);
  const kinds: (readonly [string, string])[] = [];
  while (reader.at < bytes.length) {
    const [product = '', topic = ''] = decoder.decode(reader.slice(reader.number())).split('\n');
    kinds.push([product, topic]);
  }
  return kinds;
}
