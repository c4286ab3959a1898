import type { Article, Question } from './engine.js';
import { randomFrom } from './random.js';

/** What articles are made of. */
export interface Material {
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
}

const SYLLABLES =
  'ba be bi bo da de di do fa fe fi ga go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi wa we xa yo za zu ex an or un'.split(
    ' ',
  );

/** How fast words get rarer: the k-th is met about 1 / (k + 2)^1.1 as often as the first. */
const STEEPNESS = 1.1;

/** Words that texts without any material are made of. */
const VOCABULARY = 40_000;

/** One word in so many is a name, a code or a version that the material does not know. */
const RARE = 30;

/** As many articles as asked for, the same in every run; a text has `words` words in the median. */
export function* makeArticles(
  count: number,
  words: number,
  material: Material = inventedMaterial(),
): Generator<Article> {
  const random = randomFrom(count);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  for (let number = 0; number < count; number++) {
    const length = Math.min(words * Math.exp(0.5 * normal(random)), words * 6);
    const text: string[] = [];
    for (let written = 0; written < length;) {
      const sentence = pick(material.sentences);
      text.push(sentence);
      written += sentence.split(' ').length;
    }
    const rare = Array.from({ length: Math.ceil(length / RARE) }, () => nameOf(random));
    const title = `${pick(material.titles)} ${rare[0] ?? ''}`;
    yield {
      id: `article-${number}`,
      title,
      url: `https://help.example/article-${number}`,
      text: scatter(rare, text, random).join(' '),
    };
  }
}

/** The sentences of real articles, to be put together anew. */
export function materialOf(articles: readonly Article[]): Material {
  return {
    titles: articles.map(({ title }) => title),
    sentences: articles.flatMap(({ text }) =>
      text.split(/\n|(?<=[.!?])\s+/).filter((sentence) => /\S\s+\S+\s+\S/.test(sentence)),
    ),
  };
}

/** Sentences of words that nobody knows, spread as those of a language are. */
export function inventedMaterial(): Material {
  const random = randomFrom(1);
  const word = zipf(VOCABULARY, random);
  const sentence = (least: number, most: number) => {
    const length = least + Math.floor(random() * (most - least));
    return Array.from({ length }, () => wordOf(word())).join(' ');
  };
  return {
    titles: Array.from({ length: 2_000 }, () => sentence(3, 9)),
    sentences: Array.from({ length: 20_000 }, () => `${sentence(5, 24)}.`),
  };
}

/** Questions of invented words, where there are no real ones. */
export function inventedQuestions(count: number): Question[] {
  const { titles, sentences } = inventedMaterial();
  return Array.from({ length: count }, (_, number) => ({
    subject: titles[(number * 7) % titles.length] ?? '',
    description: sentences.slice(number * 11, number * 11 + 8).join(' '),
  }));
}

/** Puts each of the rare words somewhere between the sentences. */
function scatter(rare: readonly string[], text: readonly string[], random: () => number) {
  const all = [...text];
  for (const word of rare) all.splice(Math.floor(random() * (all.length + 1)), 0, word);
  return all;
}

/** A code, a version or a made-up name; the rarer, the more there are of them. */
function nameOf(random: () => number): string {
  const rank = Math.floor(10 ** (random() * 5));
  const kinds = [
    () => `E${1000 + rank}`,
    () => `${1 + (rank % 90)}.${Math.floor(rank / 90) % 100}.${rank % 10}`,
    () => wordOf(VOCABULARY + rank),
    () => `${wordOf(VOCABULARY + rank)}_${wordOf(rank % 500)}`,
  ];
  return (kinds[Math.floor(random() * kinds.length)] ?? (() => ''))();
}

/** A word of its own for every number; frequent ones are short. */
function wordOf(rank: number): string {
  const count = SYLLABLES.length;
  let [word, rest] = ['', rank];
  do {
    word += SYLLABLES[rest % count] ?? '';
    rest = Math.floor(rest / count) - 1;
  } while (rest >= 0);
  return word.length < 3 ? `${word}t` : word;
}

/** Draws ranks as often as words of that rank are met. */
function zipf(count: number, random: () => number): () => number {
  const sums = new Float64Array(count);
  let total = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = total += (rank + 2) ** -STEEPNESS;
  return () => {
    const wanted = random() * total;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Box and Muller's. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
