import type { Article } from '../../schema/article.js';
import { isWebLink } from '../../schema/web-link.js';
import { ByteWriter, NumberList } from './byte-writer.js';
import { ARTICLES_PER_HEAD } from './file-format.js';
import type { TokenTable } from './token-table.js';
import { TextWriter } from './text-writer.js';

const NOTHING = new Uint8Array();

/** Milliseconds of a day. */
const DAY = 86_400_000;

/** Writes what is shown of articles, and what is known of them beside their words. */
export class ArticleWriter {
  /** The numbers of articles by their ids. */
  readonly numbers = new Map<string, number>();
  /** What is stored as it is, and where that of each article ends. */
  readonly #fields = new ByteWriter();
  readonly #ends = new NumberList();
  /** Takes the words of each article; absent where its text is not stored. */
  readonly texts: TextWriter | undefined;
  readonly #kinds = new Map<string, number>();
  readonly #kindOf = new NumberList();
  readonly #days = new NumberList();

  get count(): number {
    return this.numbers.size;
  }

  /**
   * Without texts, an article is searched whole, but only its title and excerpt are stored. `words` gives
   * words their numbers.
   */
  constructor({
    texts = true,
    words,
  }: {
    readonly texts?: boolean | undefined;
    words: TokenTable;
  }) {
    this.texts = texts ? new TextWriter(words) : undefined;
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
    this.numbers.set(id, this.count);
    const outline = this.texts ? headings.join('\n') : '';
    for (const value of [id, cut(title, 300), url, cut(excerpt, 600), updated, outline]) {
      this.#fields.text(value);
    }
    this.#ends.push(this.#fields.length);
    const kind = `${product}\n${topic}`;
    if (!this.#kinds.has(kind)) this.#kinds.set(kind, this.#kinds.size);
    this.#kindOf.push(this.#kinds.get(kind) ?? 0);
    this.#days.push(Math.max(0, Math.min(65_535, Math.floor(Date.parse(updated) / DAY) || 0)));
    return undefined;
  }

  /** The parts of the file. */
  *done() {
    const { articles, texts } = yield* this.#records();
    const kinds = new ByteWriter();
    for (const kind of this.#kinds.keys()) kinds.text(kind);
    return {
      articles,
      kinds: kinds.done(),
      kindOf: unlessZero(this.#kindOf.done()),
      days: unlessZero(this.#days.done()),
      texts,
      words: NOTHING,
      wordHeads: NOTHING,
      ...this.texts?.done(),
    };
  }

  /** One article after the other, and where every eighth begins. */
  *#records(): Generator<undefined, { articles: Uint8Array; texts: Uint8Array }> {
    const fields = this.#fields.view();
    const ends = this.#ends.done();
    const [texts, record, heads] = [new ByteWriter(), new ByteWriter(), new NumberList()];
    for (let article = 0; article < this.count; article++) {
      if (article % ARTICLES_PER_HEAD === 0) heads.push(texts.length);
      record.clear();
      record.bytes(fields.subarray(article ? ends[article - 1] : 0, ends[article]));
      if (this.texts) this.texts.write(article, record);
      else record.number(0);
      texts.number(record.length);
      texts.bytes(record.view());
      if (article % 256 === 0) yield;
    }
    return { articles: bytesOf(Uint32Array.from(heads.done())), texts: texts.done() };
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
