import type * as z from 'zod/mini';
import {
  atLeast,
  checked,
  custom,
  listOf,
  maybe,
  object,
  record,
  type Schema,
  text,
} from './checks.js';
import { LinkSchema } from './link.js';
import { parse } from './parse.js';

/** What is wrong with one field of a draft, or with the draft as a whole (an empty path). */
export const IssueSchema = object({
  /** Where: a field's name, or `attachments` and an index. */
  path: listOf(custom<string | number>((part) => /^(string|number)$/.test(typeof part))),
  /** What to tell the person. */
  message: text(1000),
  /** A key of `Messages.errors`; a form that knows it says it in its own language. */
  code: maybe(text(1000)),
});
export type Issue = z.infer<typeof IssueSchema>;

/** The case exists. A backend may add what else it knows. */
export interface Receipt {
  /** What people call the case. */
  number: string;
  /** Where the person finds it. */
  url?: string | undefined;
  /** What the backend is asked for it by, where that is not its number: a guest's signed name. */
  name?: unknown;
  [more: string]: unknown;
}

/** The case does not exist, and why. */
export const RefusalSchema = object({
  issues: checked<Issue[]>(listOf(IssueSchema), atLeast(1)),
});
export type Refusal = z.infer<typeof RefusalSchema>;

/** The backend's answer to a draft. */
export type Outcome = Receipt | Refusal;

function receiptOf(answer: Record<string, unknown>): Receipt | undefined {
  const given = answer['number'];
  const number = parse(text(1000), Number.isFinite(given) ? String(given) : given).value;
  if (!number) return undefined;
  const { url, ...more } = answer;
  const link = parse(LinkSchema, url).value;
  // A receipt with an unsafe address is still a receipt.
  return link === undefined ? { ...more, number } : { ...more, number, url: link };
}

/**
 * An answer from outside, as a receipt `{ number, … }` or a refusal `{ issues }`. With a number the case
 * exists, whatever else the answer holds.
 */
export const OutcomeSchema = checked(
  record(),
  (payload: z.core.ParsePayload<Record<string, unknown>>) => {
    const { value } = payload;
    const outcome = receiptOf(value) ?? parse(RefusalSchema, value).value;
    if (outcome) payload.value = outcome;
    else payload.issues.push({ code: 'custom', input: value });
  },
) as unknown as Schema<Outcome>;

/** Whether the case exists. */
export const isReceipt = (outcome: Outcome): outcome is Receipt =>
  (outcome as Partial<Receipt>).number !== undefined;
