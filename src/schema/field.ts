import * as z from 'zod/mini';
import { oneOf, record } from './checks.js';
import { type Condition, ConditionSchema } from './condition.js';
import { wholePattern } from './safe-pattern.js';
import type { DeepReadonly } from './readonly.js';

const text = z.string();
const optionalText = z.optional(text);
const count = z.optional(z.number());
const when = z.optional(ConditionSchema);
const bound = z.optional(
  z.custom<number | string>((value) => typeof value === 'number' || typeof value === 'string'),
);

/** One answer of a choice; with `when`, only offered while the condition holds. */
export const OptionSchema = z.strictObject({ value: text, label: text, when });
export type Option = DeepReadonly<z.infer<typeof OptionSchema>>;

/** Options under one heading, or under one condition, or both. */
export interface OptionGroup {
  readonly label?: string | undefined;
  readonly when?: Condition | undefined;
  readonly options: readonly Option[];
}

const EntrySchema = z
  .strictObject({
    value: optionalText,
    label: optionalText,
    when,
    options: z.optional(z.array(OptionSchema)),
  })
  .check(
    z.refine(
      ({ value, label, options }) =>
        options ? value === undefined : value !== undefined && label !== undefined,
      'is neither an option { value, label } nor a group { options }',
    ),
  );

/** A name that is safe as an object key, a form control's name and part of an id. */
export const FieldNameSchema = text.check(
  z.refine(
    // What every object has is no answer to a question: `constructor`, `toString`, `valueOf`.
    (name) => /^[A-Za-z][\w-]{0,63}$/.test(name) && !(name in Object.prototype),
    'is no name',
  ),
);

/** One question of the form. */
export const FieldSchema = z.strictObject({
  name: FieldNameSchema,
  /** A built-in field type, or one that the host adds with `fieldTypes`. */
  type: z.string(),
  label: text,
  help: optionalText,
  placeholder: optionalText,
  /** `true`, or the condition under which an answer is needed. */
  required: z.optional(
    z.custom<boolean | Condition>(
      (value) => typeof value === 'boolean' || ConditionSchema.safeParse(value).success,
    ),
  ),
  /** When the field shows; without it, always. */
  visible: when,
  /** Whether the value of a hidden field stays out of the draft (`omit`, the default) or goes along. */
  whenHidden: z.optional(oneOf('omit', 'keep')),
  /** What the field holds before anybody has written; JSON of the field's own type. */
  default: z.optional(z.unknown()),
  /** Never stored on the device, never filled from an address. */
  sensitive: z.optional(oneOf(true, false)),
  /** The `autocomplete` token of HTML. */
  autocomplete: optionalText,
  /** Characters. */
  minLength: count,
  /** Characters. */
  maxLength: count,
  /** The least number, or the earliest date as `YYYY-MM-DD`. */
  min: bound,
  /** The greatest number, or the latest date as `YYYY-MM-DD`. */
  max: bound,
  step: count,
  /** A safe regular expression that the whole text must match. */
  pattern: z.optional(text.check(z.refine(wholePattern, 'is not a safe pattern'))),
  /** Lines that a multiline field shows. */
  rows: count,
  /** Answers that a text field proposes; the person may write another. */
  suggestions: z.optional(z.array(text)),
  /** The answers of a choice. */
  options: z.optional(z.array(EntrySchema)),
  /** How a choice is drawn; `select` when not given. */
  display: z.optional(oneOf('select', 'radio')),
  /** What a host's own field type needs to know. */
  settings: z.optional(record()),
});
export type Field = DeepReadonly<Omit<z.infer<typeof FieldSchema>, 'options'>> & {
  readonly options?: readonly (Option | OptionGroup)[] | undefined;
};
