import { type Case, CaseSchema } from '../../schema/case.js';
import type { Schema } from '../../schema/checks.js';
import { type Issue, RefusalSchema } from '../../schema/outcome.js';
import { parse } from '../../schema/parse.js';

/** What was asked for, or why there is nothing. */
export type Answered<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly value?: undefined; readonly issues: readonly Issue[] };

/** Why a backend refuses, where it says so in a way that has words of its own. */
export type RefusalCode = 'notFound' | 'identity' | 'notAllowed';

const CODES: readonly unknown[] = ['notFound', 'identity', 'notAllowed'] satisfies RefusalCode[];

/**
 * An answer from outside, as what its schema says or as a refusal.
 *
 * @throws {TypeError} When it is neither.
 */
export function readAnswer<Value>(schema: Schema<Value>, answer: unknown): Answered<Value> {
  const { value } = parse(schema, answer);
  if (value !== undefined) return { value };
  const refusal = parse(RefusalSchema, answer).value;
  if (refusal) return refusal;
  throw new TypeError('The answer is neither what was asked for nor { issues }.');
}

/** The same for one whole case. */
export const readCase = (answer: unknown): Answered<Case> => readAnswer(CaseSchema, answer);

/** The code of a refusal that has words of its own. */
export function refusalCode(issues: readonly Issue[]): RefusalCode | undefined {
  return issues.map(({ code }) => code).find((code) => CODES.includes(code)) as
    RefusalCode | undefined;
}

/** A refusal in words: ours where its code is known, else those of the backend. */
export function refusalText(
  issues: readonly Issue[],
  texts: Readonly<Record<RefusalCode, string>>,
): string {
  const code = refusalCode(issues);
  return code ? texts[code] : issues.map(({ message }) => message).join(' ');
}
