import { isReceipt, type Outcome, OutcomeSchema } from '../../schema/outcome.js';
import { parse } from '../../schema/parse.js';

/** Statuses with which a server refuses a draft, when it says why. */
const REFUSED = [400, 401, 409, 413, 422];

/** A receipt with a status of success, or a refusal; nothing when an answer tells neither. */
export function decodeOutcome(answer: unknown, status: number): Outcome | undefined {
  const { value } = parse(OutcomeSchema, answer);
  const isSuccess = status >= 200 && status < 300;
  return isSuccess || (value && !isReceipt(value) && REFUSED.includes(status)) ? value : undefined;
}
