import * as z from 'zod/mini';
import { LinkSchema } from './link.js';

/** Solutions that one answer may hold; a panel shows fewer. */
const MAX_SOLUTIONS = 50;

const text = (max: number) =>
  z.pipe(
    z.string(),
    z.transform((value: string) => value.slice(0, max)),
  );

// `z.catch` would say the same, and bring 3.7 kB with it.
const optionalText = (max: number, isFit: (value: string) => boolean = () => true) =>
  z.optional(
    z.pipe(
      z.unknown(),
      z.transform((value) =>
        typeof value === 'string' && isFit(value) ? value.slice(0, max) : undefined,
      ),
    ),
  );

// Browsers also make dates of `Version 2`.
const isDate = (value: string) => /^\d{4}(-|$)/.test(value) && !Number.isNaN(Date.parse(value));

/** An article recommended for a draft. Long texts are cut; an optional one that is none is dropped. */
export const SolutionSchema = z.object({
  id: optionalText(500),
  title: text(300),
  url: LinkSchema,
  excerpt: optionalText(600),
  /** When the article was last changed, as an ISO 8601 date or date and time. */
  updated: optionalText(40, isDate),
  /** The article as plain text, to be read in place. */
  text: optionalText(100_000),
});
export type Solution = z.infer<typeof SolutionSchema>;

/** An answer from outside: what is no solution is left out, the rest is kept. */
export const SolutionsSchema = z.pipe(
  z.array(z.unknown()),
  z.transform((answer: unknown[]) =>
    answer.slice(0, MAX_SOLUTIONS).flatMap((candidate) => {
      const { data } = z.safeParse(SolutionSchema, candidate);
      return data?.title.trim() ? [data] : [];
    }),
  ),
);

/** What a person is writing about. */
export interface SolutionQuery {
  readonly subject: string;
  readonly description: string;
  readonly product?: string;
  readonly topic?: string;
}
