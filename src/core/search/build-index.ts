import type { Article, ResolvedCase } from '../../schema/article.js';
import { en } from '../languages/en.js';
import { languageCode } from '../languages/language-code.js';
import { toTheEnd } from '../to-the-end.js';
import { Analyzer } from './analyze.js';
import { ArticleWriter } from './article-writer.js';
import { blockSums } from './block-sums.js';
import { collectCases } from './collect-cases.js';
import { TermCollector } from './collect.js';
import { joinSections } from './file-format.js';
import type { Language } from './language.js';
import { lengthStep } from './occurrence.js';
import { writePostings } from './write-postings.js';

export interface BuildOptions {
  /** Past cases that articles solved: people's own words for what the articles are about. */
  readonly resolved?: Iterable<ResolvedCase>;
  /** The language of articles that name none: `en` unless given. */
  readonly language?: string;
  /** Stemmers and stop words; English unless given. */
  readonly languages?: readonly Language[];
  /**
   * Whether the articles' texts are stored, so that they can be read in place and a passage can be shown:
   * true unless given. Without them the file is a fraction as large.
   */
  readonly texts?: boolean;
  /** Words and phrases that mean the same to the readers of these articles, in groups. */
  readonly thesaurus?: Iterable<readonly string[]>;
  /** Called after every thousand articles with how many have been read. */
  readonly onProgress?: (articles: number) => void;
  /** Called for each article that cannot be recommended, with the reason. */
  readonly onLeftOut?: (id: string, reason: string) => void;
}

/** Builds an index of articles: bytes that `openIndex` opens, the same for the same articles and options. */
export function buildIndex(
  articles: Iterable<Article>,
  options: BuildOptions = {},
): Uint8Array<ArrayBuffer> {
  return toTheEnd(buildSteps(articles, options));
}

/** The same in steps of a few milliseconds at most, for a page that must not stop meanwhile. */
export function* buildSteps(
  articles: Iterable<Article>,
  options: BuildOptions = {},
): Generator<undefined, Uint8Array<ArrayBuffer>> {
  const { resolved = [], languages = [en], language = 'en', texts, thesaurus = [] } = options;
  const { onProgress, onLeftOut } = options;
  const analyzers = new Map(languages.map((one) => [one.code, new Analyzer(one)]));
  const inTag = (tag = language) => analyzers.get(languageCode(tag));
  const fallback = inTag() ?? [...analyzers.values()][0] ?? new Analyzer(en);
  const collector = new TermCollector(thesaurus, fallback);
  const writer = new ArticleWriter({ texts, words: collector.words });
  for (const article of articles) {
    const reason = writer.add(article);
    if (reason) {
      onLeftOut?.(article.id, reason);
      continue;
    }
    collector.add(article, inTag(article.language) ?? fallback, writer.texts);
    if (writer.count % 1000 === 0) onProgress?.(writer.count);
    yield;
  }
  const cases = collectCases(resolved, writer.numbers, fallback, (term) => collector.has(term));
  const lengths = collector.bodyLengths.done();
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(lengths.length, 1);
  const titles = collector.titleLengths.done();
  const norms = Uint8Array.from(lengths, (length, at) => lengthStep(length, mean, titles[at] ?? 0));
  const meta = {
    size: writer.count,
    languages: [...analyzers.keys()],
    alphabet: collector.alphabet(),
    cases: cases.size,
  };
  yield;
  const stored = yield* writer.done();
  yield;
  const postings = yield* writePostings(collector, cases, writer.count);
  yield;
  return yield* joinSections({
    meta: new TextEncoder().encode(JSON.stringify(meta)),
    norms,
    ...stored,
    ...postings,
    termSums: yield* blockSums(postings.terms),
    formSums: yield* blockSums(postings.forms),
    textSums: yield* blockSums(stored.texts),
    wordSums: yield* blockSums(stored.words),
    postingSums: yield* blockSums(postings.postings),
  });
}
