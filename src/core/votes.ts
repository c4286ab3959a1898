import type { Vote } from './request-context.js';

/** How many found an article helpful, of how many who said so. */
export interface VoteCount {
  readonly yes: number;
  readonly total: number;
}

/** What a person has said of an article. */
export interface Said {
  /** Names what one person says of one article, and nobody: whatever it says last counts. */
  readonly id: string;
  readonly vote: Vote;
  readonly reason?: string | undefined;
  readonly comment?: string | undefined;
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** A count from outside; nothing where it is none. */
export function parseCount(value: unknown): VoteCount | undefined {
  const { yes, total } = Object(value) as Partial<VoteCount>;
  return isCount(yes) && isCount(total) && yes <= total ? { yes, total } : undefined;
}

/** What was kept of an earlier visit; nothing where it is none. */
export function parseSaid(text: string | null): Said | undefined {
  try {
    const { id, vote, reason, comment } = Object(JSON.parse(text ?? 'null')) as Record<
      string,
      unknown
    >;
    // What has another form no desk would take.
    if (typeof id !== 'string' || !/^[\w-]{16,64}$/.test(id) || (vote !== 'yes' && vote !== 'no'))
      return undefined;
    const maybe = (value: unknown) => (typeof value === 'string' ? value : undefined);
    return { id, vote, reason: maybe(reason), comment: maybe(comment) };
  } catch {
    return undefined;
  }
}

/** A count after somebody has voted, or has changed their mind. */
export function countAfter(
  { yes, total }: VoteCount,
  before: Vote | undefined,
  now: Vote,
): VoteCount {
  const added = Number(now === 'yes') - Number(before === 'yes');
  return { yes: Math.max(0, yes + added), total: before ? total : total + 1 };
}
