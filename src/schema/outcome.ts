import * as z from 'zod/mini';
import { atLeast, atMost } from './checks.js';
import { LinkSchema } from './link.js';

const text = z.string().check(atMost(1000));

/** What is wrong with one field of a draft, or with the draft as a whole (an empty path). */
export const IssueSchema = z.object({
  /** Where: a field's name, or `attachments` and an index. */
  path: z.array(z.custom<string | number>((part) => /^(string|number)$/.test(typeof part))),
  /** What to tell the person. */
  message: text,
  /** A key of `Messages.errors`; a form that knows it says it in its own language. */
  code: z.optional(text),
});
export type Issue = z.infer<typeof IssueSchema>;

/** The case exists. A backend may add what else it knows. */
export interface Receipt {
  /** What people call the case. */
  number: string;
  /** Where the person finds it. */
  url?: string | undefined;
  [more: string]: unknown;
}

/** The case does not exist, and why. */
export const RefusalSchema = z.object({ issues: z.array(IssueSchema).check(atLeast(1)) });
export type Refusal = z.infer<typeof RefusalSchema>;

/** The backend's answer to a draft. */
export type Outcome = Receipt | Refusal;

/** Takes what it can use, and drops the rest without a word. */
const taken = <Value>(take: (value: unknown) => Value) =>
  z.optional(z.pipe(z.unknown(), z.transform(take)));

const AnswerSchema = z.looseObject({
  number: taken((value) => {
    const number = Number.isFinite(value) ? String(value) : value;
    return text.safeParse(number).data || undefined;
  }),
  // A receipt with an unsafe address is still a receipt.
  url: taken((url) => LinkSchema.safeParse(url).data),
});

/**
 * An answer from outside, as a receipt `{ number, … }` or a refusal `{ issues }`. With a number the case
 * exists, whatever else the answer holds.
 */
export const OutcomeSchema = AnswerSchema.check(
  z.refine((answer) => answer.number !== undefined || RefusalSchema.safeParse(answer).success),
) as unknown as z.ZodMiniType<Outcome>;

/** Whether the case exists. */
export const isReceipt = (outcome: Outcome): outcome is Receipt =>
  (outcome as Partial<Receipt>).number !== undefined;
