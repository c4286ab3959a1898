import type { Field } from '../schema/field.js';

/** The number that a text means. Half the world writes a comma before the fraction. */
export const toNumber = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() ? Number(value.trim().replace(',', '.')) : value;

/** Whether a checkbox that posts this text is ticked. */
export const toTick = (value: unknown): unknown =>
  typeof value === 'string' ? /^(on|true)$/.test(value) : value;

/** An answer as its field's own type: controls and posted forms give text. */
export function readAnswer({ type }: Field, value: unknown): unknown {
  if (type === 'number') return toNumber(value);
  return type === 'checkbox' || type === 'consent' ? toTick(value) : value;
}
