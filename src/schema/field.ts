import type * as z from 'zod/mini';
import {
  checked,
  custom,
  listOf,
  maybe,
  must,
  oneOf,
  record,
  strictObject,
  text,
} from './checks.js';
import { type Condition, ConditionSchema, isCondition } from './condition.js';
import { wholePattern } from './safe-pattern.js';
import type { DeepReadonly } from './readonly.js';

const words = text(Infinity, 'expected string');
const maybeWords = maybe(words);
const count = maybe(custom<number>(Number.isFinite, 'expected number'));
const when = maybe(ConditionSchema);
const bound = maybe(
  custom<number | string>(
    (value) => Number.isFinite(value) || typeof value === 'string',
    'expected number or string',
  ),
);

/** One answer of a choice; with `when`, only offered while the condition holds. */
export const OptionSchema = strictObject({ value: words, label: words, when });
export type Option = DeepReadonly<z.infer<typeof OptionSchema>>;

/** Options under one heading, or under one condition, or both. */
export interface OptionGroup {
  readonly label?: string | undefined;
  readonly when?: Condition | undefined;
  readonly options: readonly Option[];
}

interface Entry extends Partial<OptionGroup> {
  readonly value?: string | undefined;
}

const EntrySchema = checked<Entry>(
  strictObject({
    value: maybeWords,
    label: maybeWords,
    when,
    options: maybe(listOf(OptionSchema)),
  }),
  must(
    ({ value, label, options }) =>
      options ? value === undefined : value !== undefined && label !== undefined,
    'is neither an option { value, label } nor a group { options }',
  ),
);

/** A name that is safe as an object key, a form control's name and part of an id. */
export const FieldNameSchema = checked<string>(
  words,
  must(
    // What every object has is no answer to a question: `constructor`, `toString`, `valueOf`.
    (name) => /^[A-Za-z][\w-]{0,63}$/.test(name) && !(name in Object.prototype),
    'is no name',
  ),
);

/** One question of the form. */
export const FieldSchema = strictObject({
  name: FieldNameSchema,
  /** A built-in field type, or one that the host adds with `fieldTypes`. */
  type: words,
  label: words,
  help: maybeWords,
  placeholder: maybeWords,
  /** `true`, or the condition under which an answer is needed. */
  required: maybe(
    custom<boolean | Condition>((value) => typeof value === 'boolean' || isCondition(value)),
  ),
  /** When the field shows; without it, always. */
  visible: when,
  /** Whether the value of a hidden field stays out of the draft (`omit`, the default) or goes along. */
  whenHidden: maybe(oneOf('omit', 'keep')),
  /** What the field holds before anybody has written; JSON of the field's own type. */
  default: custom(() => true),
  /** Never stored on the device, never filled from an address. */
  sensitive: maybe(oneOf(true, false)),
  /** The `autocomplete` token of HTML. */
  autocomplete: maybeWords,
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
  pattern: maybe(
    checked<string>(
      words,
      must((pattern) => !!wholePattern(pattern), 'is not a safe pattern'),
    ),
  ),
  /** Lines that a multiline field shows. */
  rows: count,
  /** Answers that a text field proposes; the person may write another. */
  suggestions: maybe(listOf(words)),
  /** The answers of a choice. */
  options: maybe(listOf(EntrySchema)),
  /** How a choice is drawn; `select` when not given. */
  display: maybe(oneOf('select', 'radio')),
  /** What a host's own field type needs to know. */
  settings: maybe(record()),
});
export type Field = DeepReadonly<Omit<z.infer<typeof FieldSchema>, 'options'>> & {
  readonly options?: readonly (Option | OptionGroup)[] | undefined;
};
