import type { Field } from '../schema/field.js';

/** Whether a choice has this answer, on offer now or not. */
export const isOption = ({ options = [] }: Field, value: unknown): boolean =>
  options.some((entry) =>
    'options' in entry
      ? entry.options.some((option) => option.value === value)
      : entry.value === value,
  );
