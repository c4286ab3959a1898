import type { Field } from '../schema/field.js';
import { DEFAULT_MAX_LENGTH } from '../schema/limits.js';

/** The share of its limit from which a text is counted before the person's eyes. */
const COUNTED_FROM = 0.9;

/** The characters that a text field takes. */
export const maxLengthOf = ({ type, maxLength }: Field): number =>
  maxLength ?? (type === 'multiline' ? DEFAULT_MAX_LENGTH.multiline : DEFAULT_MAX_LENGTH.line);

/** Whether a text of this length is counted. */
export const isCounted = (field: Field, length: number): boolean =>
  length >= maxLengthOf(field) * COUNTED_FROM;
