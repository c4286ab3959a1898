import { DEFAULT_ATTACHMENT_LIMITS } from '../schema/attachment.js';

/** Why a file was not taken. */
export type RejectionReason = 'type' | 'size' | 'count' | 'empty' | 'content';

/** What of a file the limits look at. */
export interface Measured {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** What one source of limits says; a definition and the attributes of an element are two. */
export interface GivenLimits {
  /** Tokens, or the attribute that lists them. */
  readonly accept?: readonly string[] | string | undefined;
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

/** The limits that hold where several are given: always the stricter one. */
export function strictestLimits(...given: readonly (GivenLimits | undefined)[]): FileLimits {
  const least = (limit: 'maxSize' | 'maxFiles') =>
    given
      .map((one) => one?.[limit] ?? 0)
      .filter((one) => one > 0)
      .sort((a, b) => a - b)[0] ?? DEFAULT_ATTACHMENT_LIMITS[limit];
  const accepts = given
    .map(
      (one) =>
        String(one?.accept ?? '')
          .toLowerCase()
          .match(/[^\s,]+/g) ?? [],
    )
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
  { name, type, size }: Measured,
  count: number,
  { accepts, maxSize, maxFiles }: FileLimits,
): RejectionReason | undefined {
  // A file's type is in lower case, says its standard.
  const kinds = [type.replace(/;.*/, ''), type.replace(/\/.*/, '/*'), '*/*'];
  const isOf = (token: string) =>
    kinds.includes(token) || (token.startsWith('.') && name.toLowerCase().endsWith(token));
  if (!accepts.every((tokens) => tokens.some(isOf))) return 'type';
  if (!size) return 'empty';
  if (size > maxSize) return 'size';
  return count < maxFiles ? undefined : 'count';
}
