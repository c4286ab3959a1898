import { Reader } from './bytes.js';
import { ARTICLES_PER_HEAD } from './file-format.js';
import type { LateBytes } from './late-bytes.js';
import type { TextReader } from './text-reader.js';

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
  readonly #records: LateBytes;
  readonly #texts: TextReader;

  constructor(heads: Uint32Array, { records, texts }: { records: LateBytes; texts: TextReader }) {
    this.#heads = heads;
    this.#records = records;
    this.#texts = texts;
  }

  /** @throws IndexError where the article's bytes are damaged. */
  read(number: number): StoredArticle {
    const next = this.#fieldsOf(number);
    const text = () => decoder.decode(next());
    return {
      id: text(),
      title: text(),
      url: text(),
      excerpt: text(),
      updated: text(),
      headings: text().split('\n').filter(Boolean),
      text: this.#texts.read(next()),
    };
  }

  /** Its id alone, which costs less than a long text. */
  idOf(number: number): string {
    return decoder.decode(this.#fieldsOf(number)());
  }

  /** What is stored of an article, one after the other. */
  #fieldsOf(number: number): () => Uint8Array {
    const { bytes } = this.#records;
    const reader = new Reader(bytes, this.#heads[Math.floor(number / ARTICLES_PER_HEAD)]);
    for (let skip = number % ARTICLES_PER_HEAD; skip > 0; skip--) reader.slice(reader.number());
    const length = reader.number();
    this.#records.check(reader.at, reader.at + length);
    return () => reader.slice(reader.number());
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
