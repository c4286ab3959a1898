/**
 * What a posting says of a term in an article, in one byte: three bits for how often the body holds it,
 * two for how often the title does, and one each for excerpt, headings and keywords.
 */
export const IN_TITLE = 8;
const IN_TITLE_OFTEN = 24;
export const IN_EXCERPT = 32;
export const IN_HEADINGS = 64;
export const IN_KEYWORDS = 128;

/** How often the body holds a term is said exactly up to four times, roughly beyond. */
const FREQUENCIES = [0, 1, 2, 3, 4, 6, 10, 18];
/** The least that counts as each of these. */
const LEAST = [0, 1, 2, 3, 4, 5, 8, 14];

/** The three bits for how often the body holds a term. */
export function frequencyStep(inBody: number): number {
  let step = LEAST.length - 1;
  while (step > 0 && (LEAST[step] ?? 0) > inBody) step--;
  return step;
}

/** A posting byte that says that the title holds the term once more, up to three times. */
export function onceMoreInTitle(code: number): number {
  return (code & IN_TITLE_OFTEN) === IN_TITLE_OFTEN ? code : code + IN_TITLE;
}

/**
 * What an article's length does to its terms, in one byte: four bits for the length of its body in
 * half powers of two around the mean, two for the length of its title.
 */
export function lengthStep(body: number, meanBody: number, title: number): number {
  const ratio = Math.max(body, 1) / Math.max(meanBody, 1);
  const step = Math.round(Math.log2(ratio) * 2) + 8;
  const titleStep = title < 3 ? 0 : title < 5 ? 1 : title < 8 ? 2 : 3;
  return Math.max(0, Math.min(15, step)) | (titleStep << 4);
}

const TITLE_LENGTHS = [0.6, 0.85, 1.2, 1.8];

/** Weights of the fields, and how soon another occurrence adds little (k1) or length counts (b) in BM25. */
const BODY = { weight: 1, k1: 2, b: 0.65 };
const TITLE = { weight: 1.4, k1: 1.5, b: 0.2 };
const EXCERPT = 0.2;
const HEADINGS = 0.4;
const KEYWORDS = 1.5;

/** Where in the table of impacts the part of the other fields begins. */
export const OTHERS = 64 * 32;

/**
 * What a term adds to an article's score before the term's own weight, in two parts that are added:
 * for body and title, by length byte and the lower five bits of the posting byte; for the other
 * fields, by its upper three.
 */
export function impactTable(): Float32Array {
  const table = new Float32Array(OTHERS + 8);
  const bodies = Array.from({ length: 16 }, (_, step) =>
    FREQUENCIES.map((frequency) => saturated(frequency, 2 ** ((step - 8) / 2), BODY)),
  );
  const titles = TITLE_LENGTHS.map((length) =>
    [0, 1, 2, 3].map((frequency) => saturated(frequency, length, TITLE)),
  );
  let at = 0;
  for (const inTitle of titles) {
    for (const inBody of bodies) {
      for (const title of inTitle) for (const body of inBody) table[at++] = title + body;
    }
  }
  for (let fields = 0; fields < 256; fields += IN_EXCERPT) {
    table[at++] =
      has(fields, IN_EXCERPT, EXCERPT) +
      has(fields, IN_HEADINGS, HEADINGS) +
      has(fields, IN_KEYWORDS, KEYWORDS);
  }
  return table;
}

const has = (fields: number, field: number, weight: number) => (fields & field ? weight : 0);

/** BM25's part for one field (Robertson and Zaragoza, 2009), from 0 to the field's weight. */
function saturated(frequency: number, length: number, field: typeof BODY): number {
  const { weight, k1, b } = field;
  return (weight * frequency) / (frequency + k1 * (1 - b + b * length));
}
