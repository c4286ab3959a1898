import type * as z from 'zod/mini';
import { checked, custom, object, type Schema, text } from './checks.js';
import { LinkSchema } from './link.js';
import { parse } from './parse.js';

/** Solutions that one answer may hold; a panel shows fewer. */
const MAX_SOLUTIONS = 50;
/** Ranges that are marked in one text, and headings of one article. */
const MAX_PARTS = 100;

/** A part of a text, in UTF-16 code units: from the first number up to the second. */
export type TextRange = readonly [start: number, end: number];

const ANYTHING = custom(() => true);

/** Text, cut to so many characters. */
const cut = (limit: number) =>
  checked<string>(text(), (payload) => {
    payload.value = payload.value.slice(0, limit);
  });

/** The same where there is any that is fit; whatever else is there is dropped. */
const cutIfAny = (limit: number, isFit: (value: string) => boolean = () => true) =>
  checked<string | undefined>(ANYTHING, (payload) => {
    const { value } = payload;
    payload.value = typeof value === 'string' && isFit(value) ? value.slice(0, limit) : undefined;
  });

/** The texts of a list; nothing where there is no list. */
const textsIfAny = (limit: number) =>
  checked<string[] | undefined>(ANYTHING, (payload) => {
    const { value } = payload;
    const isText = (item: unknown) => typeof item === 'string';
    payload.value = Array.isArray(value)
      ? value
          .slice(0, MAX_PARTS)
          .filter(isText)
          .map((item) => item.slice(0, limit))
      : undefined;
  });

// Browsers also make dates of `Version 2`.
const isDate = (value: string) => /^\d{4}(-|$)/.test(value) && !Number.isNaN(Date.parse(value));

/** What matched in title and excerpt. */
export interface Matches {
  readonly title?: readonly TextRange[] | undefined;
  readonly excerpt?: readonly TextRange[] | undefined;
}

/** An article recommended for a draft. Long texts are cut; an optional one that is none is dropped. */
export const SolutionSchema = checked<{
  id?: string | undefined;
  title: string;
  url: string;
  excerpt?: string | undefined;
  updated?: string | undefined;
  text?: string | undefined;
  headings?: string[] | undefined;
  source?: string | undefined;
  matches?: Matches | undefined;
}>(
  object({
    id: cutIfAny(500),
    title: cut(300),
    url: LinkSchema,
    excerpt: cutIfAny(600),
    /** When the article was last changed, as an ISO 8601 date or date and time. */
    updated: cutIfAny(40, isDate),
    /** The article as plain text, to be read in place; an empty line ends a paragraph. */
    text: cutIfAny(100_000),
    /** Paragraphs of the text that are headings, in their order. */
    headings: textsIfAny(300),
    /** Where it comes from, in a few words. */
    source: cutIfAny(100),
    /** What matched; without it, the panel marks the words of the query. */
    matches: ANYTHING as Schema<Matches | undefined>,
  }),
  ({ value }) => {
    const { title, excerpt = '' } = value;
    const given = Object(value.matches) as Matches;
    if (value.matches) {
      value.matches = {
        title: within(title, given.title),
        excerpt: within(excerpt, given.excerpt),
      };
    }
  },
);
export type Solution = z.infer<typeof SolutionSchema>;

/** Ranges that follow each other inside a text; nothing where one of them does not. */
function within(text: string, ranges: unknown): readonly TextRange[] | undefined {
  if (!Array.isArray(ranges)) return undefined;
  let last = 0;
  const fits = ranges.slice(0, MAX_PARTS).every((range) => {
    const [start, end] = Array.isArray(range) ? (range as readonly unknown[]) : [];
    if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
    const follows = (start as number) >= last && (end as number) > (start as number);
    last = end as number;
    return follows && last <= text.length;
  });
  return fits ? (ranges.slice(0, MAX_PARTS) as TextRange[]) : undefined;
}

/** An answer from outside: what is no solution is left out, the rest is kept. */
export const SolutionsSchema = checked(
  custom(Array.isArray),
  (payload: z.core.ParsePayload<unknown[]>) => {
    payload.value = payload.value.slice(0, MAX_SOLUTIONS).flatMap((candidate) => {
      const { value } = parse(SolutionSchema, candidate);
      return value?.title.trim() ? [value] : [];
    });
  },
) as unknown as Schema<Solution[]>;

/** What a person is writing about. */
export interface SolutionQuery {
  readonly subject: string;
  readonly description: string;
  readonly product?: string;
  readonly topic?: string;
  /** Address of the page that the person is on. */
  readonly page?: string;
}
