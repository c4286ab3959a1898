import { ArticleReader, readKinds } from './article-reader.js';
import { type Section, damaged, splitSections } from './file-format.js';
import { LateBytes } from './late-bytes.js';
import type { Traits } from './rank.js';
import { TextReader } from './text-reader.js';
import { WordList } from './word-list.js';

/** What an index holds, ready to be read. */
export interface IndexParts extends Meta {
  readonly terms: WordList;
  readonly forms: WordList;
  readonly postings: LateBytes;
  readonly norms: Uint8Array;
  readonly articles: ArticleReader;
  readonly traits: Traits;
  /** @throws IndexError where one of the parts that every search reads is damaged. */
  readonly check: () => void;
}

/** What is said of an index as a whole. */
interface Meta {
  /** Articles, and those of them that past cases name. */
  readonly size: number;
  readonly cases: number;
  readonly languages: readonly string[];
  /** Letters that are tried where a word is misspelt. */
  readonly alphabet: string;
}

/** @throws IndexError where the bytes are foreign, of another version or not whole. */
export function readParts(bytes: Uint8Array): IndexParts {
  const { sections, check } = splitSections(bytes);
  const meta = readMeta(sections.meta);
  if (sections.norms.length !== meta.size) throw damaged();
  const late = (part: Section, sums: Section) =>
    new LateBytes(sections[part], words(sections[sums]));
  return {
    ...meta,
    check,
    terms: new WordList(late('terms', 'termSums'), words(sections.termHeads), true),
    forms: new WordList(late('forms', 'formSums'), words(sections.formHeads), false),
    postings: late('postings', 'postingSums'),
    norms: sections.norms,
    articles: new ArticleReader(words(sections.articles), {
      records: late('texts', 'textSums'),
      texts: new TextReader(late('words', 'wordSums'), words(sections.wordHeads)),
    }),
    traits: {
      kinds: readKinds(sections.kinds),
      kindOf: halfWords(sections.kindOf),
      days: halfWords(sections.days),
    },
  };
}

function readMeta(bytes: Uint8Array): Meta {
  try {
    const { size, cases, languages, alphabet } = JSON.parse(
      new TextDecoder().decode(bytes),
    ) as Meta;
    const isFit = Number.isInteger(size) && size >= 0 && Array.isArray(languages);
    if (isFit && typeof alphabet === 'string') {
      return { size, cases, languages, alphabet: alphabet.slice(0, 100) };
    }
  } catch {
    // Said below.
  }
  throw damaged();
}

const words = (part: Uint8Array) => new Uint32Array(part.buffer, part.byteOffset, part.length >> 2);

const halfWords = (part: Uint8Array) =>
  new Uint16Array(part.buffer, part.byteOffset, part.length >> 1);
