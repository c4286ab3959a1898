import { DEFAULT_ATTACHMENT_LIMITS } from '../schema/attachment.js';

/** Why a file was not taken. */
export type RejectionReason = 'type' | 'size' | 'count' | 'empty';

/** What was not added, or not all of it. */
export interface Rejection {
  readonly id: string;
  readonly file: Measured;
  readonly state: { readonly status: 'rejected'; readonly reason: RejectionReason | 'folder' };
}

/** What of a file the limits look at. */
export interface Measured {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** What one source of limits says; a definition and the attributes of an element are two. */
export interface GivenLimits {
  readonly accept?: readonly string[] | undefined;
  readonly maxSize?: number | undefined;
  readonly maxFiles?: number | undefined;
}

/** Every limit that holds for an upload area. */
export interface FileLimits {
  /** To be told: the last list that was given. */
  readonly accept: readonly string[];
  /** To be enforced: every list that was given. */
  readonly accepts: readonly (readonly string[])[];
  readonly maxSize: number;
  readonly maxFiles: number;
}

/** The tokens of an `accept` attribute. */
export function acceptTokens(accept: string): string[] {
  return accept
    .toLowerCase()
    .split(',')
    .map((token) => token.trim())
    .filter(Boolean);
}

/** The limits that hold where several are given: always the stricter one. */
export function strictestLimits(...given: readonly (GivenLimits | undefined)[]): FileLimits {
  const least = (limit: 'maxSize' | 'maxFiles') => {
    const limits = given.map((one) => one?.[limit] ?? 0).filter((one) => one > 0);
    return limits.length ? Math.min(...limits) : DEFAULT_ATTACHMENT_LIMITS[limit];
  };
  const accepts = given
    .map((one) => acceptTokens(one?.accept?.join() ?? ''))
    .filter((tokens) => tokens.length);
  return {
    accept: accepts.at(-1) ?? [],
    accepts,
    maxSize: least('maxSize'),
    maxFiles: least('maxFiles'),
  };
}

/** Why a file cannot join a list that holds `count` files, or `undefined` when it can. */
export function rejection(
  file: Measured,
  count: number,
  { accepts, maxSize, maxFiles }: FileLimits,
): RejectionReason | undefined {
  if (!accepts.every((tokens) => tokens.some((token) => matches(file, token)))) return 'type';
  if (file.size === 0) return 'empty';
  if (file.size > maxSize) return 'size';
  return count < maxFiles ? undefined : 'count';
}

/** Whether a file is of a kind, by its extension or by its media type, as in HTML's `accept`. */
function matches({ name, type }: Measured, token: string): boolean {
  if (token.startsWith('.')) return name.toLowerCase().endsWith(token);
  if (token.endsWith('/*')) return token === '*/*' || type.startsWith(token.slice(0, -1));
  return type.split(';')[0] === token; // A file's type is in lower case, says its standard.
}
