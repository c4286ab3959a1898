import * as z from 'zod/mini';
import { LinkSchema } from './link.js';

/** The case exists. A backend may add what else it knows. */
export const ReceiptSchema = z.looseObject({
  /** What people call the case. */
  number: z.pipe(
    z.union([z.string().check(z.minLength(1), z.maxLength(100)), z.number()]),
    z.transform(String),
  ),
  /** Where the person finds it; an unsafe address is dropped. */
  url: z.catch(z.optional(LinkSchema), undefined),
});
export type Receipt = z.infer<typeof ReceiptSchema>;

/** What is wrong with one field of a draft, or with the draft as a whole (an empty path). */
export const IssueSchema = z.object({
  /** Where: a field's name, or `attachments` and an index. */
  path: z.array(z.union([z.string(), z.number()])),
  /** What to tell the person. */
  message: z.string().check(z.maxLength(1000)),
  /** A key of `Messages.errors`; a form that knows it says it in its own language. */
  code: z.optional(z.string()),
});
export type Issue = z.infer<typeof IssueSchema>;

/** The case does not exist, and why. */
export const RefusalSchema = z.object({ issues: z.array(IssueSchema).check(z.minLength(1)) });
export type Refusal = z.infer<typeof RefusalSchema>;

/** The backend's answer to a draft. */
export const OutcomeSchema = z.union([ReceiptSchema, RefusalSchema]);
export type Outcome = z.infer<typeof OutcomeSchema>;
