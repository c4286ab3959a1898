import type { Article } from '../../schema/article.js';
import type { Read } from './page.js';
import type { ReadOptions } from './read-options.js';
import { readSource } from './read-source.js';

/** What became of everything that sources hold. */
export interface Collection {
  readonly articles: readonly Article[];
  readonly leftOut: readonly { readonly where: string; readonly why: string }[];
  /** What should have become an article. */
  readonly faults: readonly { readonly where: string; readonly why: string }[];
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
  return collector;
}

class Collector implements Collection {
  readonly articles: Article[] = [];
  readonly leftOut: { where: string; why: string }[] = [];
  readonly faults: { where: string; why: string }[] = [];
  readonly #places = new Map<string, string>();

  add(read: Read): void {
    const { where } = read;
    if ('fault' in read) this.faults.push({ where, why: read.fault });
    else if ('leftOut' in read) this.leftOut.push({ where, why: read.leftOut });
    else this.#addArticle(read.article, where);
  }

  #addArticle(article: Article, where: string): void {
    const place = this.#places.get(article.id);
    if (place !== undefined) {
      this.leftOut.push({ where, why: `${place} has the same id, ${article.id}` });
      return;
    }
    this.#places.set(article.id, where);
    this.articles.push(article);
  }
}
