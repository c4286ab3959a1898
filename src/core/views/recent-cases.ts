import { CaseNumberSchema } from '../../schema/case.js';
import { listOf, object, text } from '../../schema/checks.js';
import { parse } from '../../schema/parse.js';

/** How many are kept. */
const MOST = 5;

/** A case that somebody has looked at. */
export interface RecentCase {
  readonly number: string;
  readonly subject: string;
}

const RecentSchema = listOf(object({ number: CaseNumberSchema, subject: text(2000) }));

/** What was kept; nothing where that makes no sense. */
export const readRecent = (kept: unknown): readonly RecentCase[] =>
  (parse(RecentSchema, kept).value ?? []).slice(0, MOST);

/** The last one comes first, and is there once. */
export function withRecent(
  recent: readonly RecentCase[],
  { number, subject }: RecentCase,
): readonly RecentCase[] {
  const others = recent.filter((one) => one.number !== number);
  return [{ number, subject }, ...others].slice(0, MOST);
}
