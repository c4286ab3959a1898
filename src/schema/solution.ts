import * as z from 'zod/mini';
import { object, text } from './checks.js';
import { LinkSchema } from './link.js';

/** Solutions that one answer may hold; a panel shows fewer. */
const MAX_SOLUTIONS = 50;

/** Text, cut to so many characters. */
const cut = (limit: number) =>
  text().check(
    z.check((payload) => {
      payload.value = payload.value.slice(0, limit);
    }),
  );

/** The same where there is any that is fit; whatever else is there is dropped. */
const cutIfAny = (limit: number, isFit: (value: string) => boolean = () => true) =>
  z
    .custom<string | undefined>(() => true)
    .check(
      z.check((payload) => {
        const { value } = payload;
        payload.value =
          typeof value === 'string' && isFit(value) ? value.slice(0, limit) : undefined;
      }),
    );

// Browsers also make dates of `Version 2`.
const isDate = (value: string) => /^\d{4}(-|$)/.test(value) && !Number.isNaN(Date.parse(value));

/** A part of a text, in UTF-16 code units: from the first number up to the second. */
export type TextRange = readonly [start: number, end: number];

/** Ranges of one text that may be marked in it. */
const MAX_RANGES = 100;

/** Ranges that follow each other inside a text, or nothing. */
function rangesIn(text: unknown, ranges: unknown): readonly TextRange[] | undefined {
  let last = 0;
  const isRange = (range: unknown) => {
    if (!Array.isArray(range)) return false;
    const [start, end] = range as readonly unknown[];
    if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
    const fits = (start as number) >= last && (end as number) > (start as number);
    last = end as number;
    return fits && last <= (text as string).length;
  };
  const fits = typeof text === 'string' && Array.isArray(ranges) && ranges.every(isRange);
  return fits ? (ranges.slice(0, MAX_RANGES) as TextRange[]) : undefined;
}

/** Words of title and excerpt that matched; without any the panel finds them itself. */
interface Matches {
  readonly title?: readonly TextRange[] | undefined;
  readonly excerpt?: readonly TextRange[] | undefined;
}

/** An article recommended for a draft. Long texts are cut; an optional one that is none is dropped. */
export const SolutionSchema = object({
  id: cutIfAny(500),
  title: cut(300),
  url: LinkSchema,
  excerpt: cutIfAny(600),
  /** When the article was last changed, as an ISO 8601 date or date and time. */
  updated: cutIfAny(40, isDate),
  /** The article as plain text, to be read in place. */
  text: cutIfAny(100_000),
  /** Where it comes from, in words. */
  source: cutIfAny(100),
  /** Words of title and excerpt that matched; ranges that do not fit are dropped. */
  matches: z.custom<Matches | undefined>(() => true),
}).check(
  z.check(({ value }) => {
    const { title, excerpt, matches } = value;
    const { title: inTitle, excerpt: inExcerpt } = Object(matches) as Matches;
    if (matches === undefined) return;
    value.matches = { title: rangesIn(title, inTitle), excerpt: rangesIn(excerpt, inExcerpt) };
  }),
);
export type Solution = z.infer<typeof SolutionSchema>;

/** An answer from outside: what is no solution is left out, the rest is kept. */
export const SolutionsSchema = z.custom<unknown[]>(Array.isArray).check(
  z.check((payload) => {
    payload.value = payload.value.slice(0, MAX_SOLUTIONS).flatMap((candidate) => {
      const { data } = SolutionSchema.safeParse(candidate);
      return data?.title.trim() ? [data] : [];
    });
  }),
) as unknown as z.ZodMiniType<Solution[]>;

/** What a person is writing about. */
export interface SolutionQuery {
  readonly subject: string;
  readonly description: string;
  readonly product?: string;
  readonly topic?: string;
  /** Address of the page that the person is on. */
  readonly page?: string;
}
