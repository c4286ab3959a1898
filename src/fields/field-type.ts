import type { TemplateResult } from 'lit';
import type { StandardSchema } from '../core/standard-schema.js';
import type { CaseFormMessages } from '../locales/en.js';
import type { Field, OptionGroup } from '../schema/field.js';

/** What a field type needs to draw one question. */
export interface FieldContext {
  readonly field: Field;
  /** The id of the control that a label or a link to the field goes to. */
  readonly id: string;
  readonly value: unknown;
  readonly required: boolean;
  /** The options on offer, in groups; a group without a label is only a list. */
  readonly groups: readonly OptionGroup[];
  /** What is wrong with the answer, if anything. */
  readonly error: string | undefined;
  readonly messages: CaseFormMessages;
  /** Takes the person's answer, at every key. */
  change(value: unknown): void;
}

/** How one kind of question is validated and drawn. */
export interface FieldType {
  /** Any Standard Schema; its messages are codes of `Messages.errors`, or texts for the person. */
  schema(field: Field): StandardSchema;
  render(context: FieldContext): TemplateResult;
}

/** Field types by the name that a definition gives as `type`. */
export type FieldTypes = Readonly<Record<string, FieldType>>;
