import type * as z from 'zod/mini';
import { CaseStatusSchema, CaseSummarySchema } from './case.js';
import { checked, custom, listOf, maybe, must, object, oneOf, text } from './checks.js';

/** Rows of one page at most. */
export const MOST_CASES = 100;

const whole = custom<number>((value) => Number.isSafeInteger(value) && (value as number) >= 0);

/** Which cases a list shows, and in which order. */
export const CaseQuerySchema = object({
  /** Those of the person, those they are copied on, or those of their organisations. */
  scope: oneOf('mine', 'copied', 'organisation'),
  status: maybe(CaseStatusSchema),
  /** Words that a case must hold. */
  search: maybe(text(200)),
  /** Most recently changed first when not given. */
  sort: maybe(
    object({
      by: oneOf('updated', 'created', 'subject', 'status'),
      descending: oneOf(true, false),
    }),
  ),
  /** Rows of a page. */
  limit: checked<number>(
    whole,
    must((value) => value >= 1 && value <= MOST_CASES),
  ),
  /** The `next` of the page before. */
  cursor: maybe(text(3000)),
});
export type CaseQuery = z.infer<typeof CaseQuerySchema>;

/** One page of a list. */
export const CasePageSchema = object({
  cases: listOf(CaseSummarySchema),
  /** How many there are on all pages, where the backend knows. */
  total: maybe(whole),
  /** The cursor of the next page; absent on the last one. */
  next: maybe(text(3000)),
});
export type CasePage = z.infer<typeof CasePageSchema>;
