import type * as z from 'zod/mini';
import { checked, custom, object, type Schema, text } from './checks.js';
import { LinkSchema } from './link.js';
import { parse } from './parse.js';

/** Solutions that one answer may hold; a panel shows fewer. */
const MAX_SOLUTIONS = 50;

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

// Browsers also make dates of `Version 2`.
const isDate = (value: string) => /^\d{4}(-|$)/.test(value) && !Number.isNaN(Date.parse(value));

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
});
export type Solution = z.infer<typeof SolutionSchema>;

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
}
