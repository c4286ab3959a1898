import * as z from 'zod/mini';
import { ConditionSchema } from './condition.js';
import { DEFINITION_LIMITS } from './limits.js';
import type { DeepReadonly } from './readonly.js';

const text = z.string().check(z.maxLength(DEFINITION_LIMITS.text));
const condition = z.optional(ConditionSchema);

/** One answer of a choice; with `when`, only offered while the condition holds. */
export const OptionSchema = z.strictObject({
  value: text,
  label: text,
  when: condition,
});
export type Option = DeepReadonly<z.infer<typeof OptionSchema>>;

/** Options under one heading, or under one condition, or both. */
export const OptionGroupSchema = z.strictObject({
  label: z.optional(text),
  when: condition,
  options: z.array(OptionSchema),
});
export type OptionGroup = DeepReadonly<z.infer<typeof OptionGroupSchema>>;

/** A name that is safe as an object key, a form control's name and part of an id. */
export const FieldNameSchema = z
  .string()
  .check(z.regex(/^(?!(?:constructor|prototype)$)[A-Za-z][\w-]{0,63}$/));

/** One question of the form. */
export const FieldSchema = z.strictObject({
  name: FieldNameSchema,
  /** A built-in field type, or one that the host adds with `fieldTypes`. */
  type: z.string(),
  label: text,
  help: z.optional(text),
  placeholder: z.optional(text),
  /** `true`, or the condition under which an answer is needed. */
  required: z.optional(z.union([z.boolean(), ConditionSchema])),
  /** When the field shows; without it, always. */
  visible: condition,
  /** Whether the value of a hidden field stays out of the draft (`omit`, the default) or goes along. */
  whenHidden: z.optional(z.enum(['omit', 'keep'])),
  /** What the field holds before anybody has written; JSON of the field's own type. */
  default: z.optional(z.unknown()),
  /** Never stored on the device, never filled from an address. */
  sensitive: z.optional(z.boolean()),
  /** The `autocomplete` token of HTML. */
  autocomplete: z.optional(text),
  /** Characters. */
  minLength: z.optional(z.number()),
  /** Characters. */
  maxLength: z.optional(z.number()),
  /** The least number, or the earliest date as `YYYY-MM-DD`. */
  min: z.optional(z.union([z.number(), z.string()])),
  /** The greatest number, or the latest date as `YYYY-MM-DD`. */
  max: z.optional(z.union([z.number(), z.string()])),
  step: z.optional(z.number()),
  /** A safe regular expression that the whole text must match. */
  pattern: z.optional(text),
  /** Lines that a multiline field shows. */
  rows: z.optional(z.number()),
  /** Answers that a text field proposes; the person may write another. */
  suggestions: z.optional(z.array(text)),
  /** The answers of a choice. */
  options: z.optional(z.array(z.union([OptionSchema, OptionGroupSchema]))),
  /** How a choice is drawn; `select` when not given. */
  display: z.optional(z.enum(['select', 'radio'])),
  /** What a host's own field type needs to know. */
  settings: z.optional(z.record(z.string(), z.unknown())),
});
export type Field = DeepReadonly<z.infer<typeof FieldSchema>>;
