import {
  type ArticleIndex,
  buildIndex,
  openIndex,
  tellingWords,
} from '../../../../src/core/search/index.js';
import type { Engine, Question } from '../engine.js';

interface Ours {
  readonly bytes: Uint8Array;
  readonly index: ArticleIndex;
}

export const asItComes: Engine<Ours> = {
  name: 'Case Elements',
  build(articles, resolved) {
    const bytes = buildIndex(articles, resolved ? { resolved } : {});
    return { bytes, index: openIndex(bytes) };
  },
  search: ({ index }, { subject, description }, limit) =>
    index.search({ subject, description }, { limit }).map(({ id }) => id ?? ''),
  file: {
    save: ({ bytes }) => bytes,
    load: (saved) => ({ bytes: saved as Uint8Array, index: openIndex(saved as Uint8Array) }),
  },
};

/** What a peer is asked for in the place of the raw text. */
export const written = (question: Question): Question => ({
  subject: tellingWords(question),
  description: '',
});
