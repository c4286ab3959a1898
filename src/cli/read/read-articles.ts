import type { Article } from '../../schema/article.js';
import type { Read } from './page.js';
import type { ReadOptions } from './read-options.js';
import { readSource } from './read-source.js';

/** Something that was read, and what is to be said of it. */
export interface Remark {
  readonly where: string;
  readonly why: string;
}

/** What became of everything that sources hold. */
export interface Collection {
  readonly articles: readonly Article[];
  /** Whether the texts of all are but words, which are good to search and nothing to read. */
  readonly isWords: boolean;
  readonly leftOut: readonly Remark[];
  /** What should have become an article. */
  readonly faults: readonly Remark[];
}

/** Reads sources one after the other; of two articles with one id, the first is kept. */
export async function readArticles(
  sources: Iterable<string>,
  options: ReadOptions,
): Promise<Collection> {
  const collector = new Collector();
  for (const source of sources) {
    for await (const read of readSource(source, options)) collector.add(read);
  }
  return collector.done();
}

type Found = Extract<Read, { article: Article }>;

class Collector {
  readonly #leftOut: Remark[] = [];
  readonly #faults: Remark[] = [];
  readonly #found = new Map<string, Found>();

  add(read: Read): void {
    const { where } = read;
    if ('fault' in read) this.#faults.push({ where, why: read.fault });
    else if ('leftOut' in read) this.#leftOut.push({ where, why: read.leftOut });
    else this.#addArticle(read);
  }

  #addArticle(read: Found): void {
    const { where, article } = read;
    const first = this.#found.get(article.id);
    if (!first) this.#found.set(article.id, read);
    else this.#leftOut.push({ where, why: `${first.where} has the same id, ${article.id}` });
  }

  /** Beside articles that can be read, those of words alone would be shown as heaps of words. */
  done(): Collection {
    const found = [...this.#found.values()];
    const ofWords = found.filter(({ isWords }) => isWords);
    const isWords = ofWords.length === found.length;
    const why = 'its index has words and no text, which goes with no other source: name its page';
    const parted = isWords ? [] : ofWords.map(({ where }) => ({ where, why }));
    return {
      articles: found.filter((one) => isWords || !one.isWords).map(({ article }) => article),
      isWords,
      leftOut: [...this.#leftOut, ...parted],
      faults: this.#faults,
    };
  }
}
