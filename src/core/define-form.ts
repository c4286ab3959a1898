import type { Definition } from '../schema/definition.js';
import type { Draft } from '../schema/draft.js';
import type { Field } from '../schema/field.js';

type FieldOf<D extends Definition> = D['fields'][number];

type OptionOf<F extends Field> = F extends { options: readonly (infer Entry)[] }
  ? Entry extends { value: infer Value }
    ? Value
    : Entry extends { options: readonly { value: infer Value }[] }
      ? Value
      : never
  : string;

interface ValueOf<F extends Field> {
  text: string;
  multiline: string;
  email: string;
  phone: string;
  url: string;
  number: number;
  date: string;
  choice: OptionOf<F>;
  choices: OptionOf<F>[];
  checkbox: boolean;
  consent: boolean;
}

type AnswerOf<F extends Field> = F['type'] extends keyof ValueOf<F>
  ? ValueOf<F>[F['type']]
  : unknown;

/** Fields that every draft of the form answers. */
type Certain<F extends Field> = F extends { required: true }
  ? F extends { visible: object }
    ? never
    : F
  : never;

type Flat<T> = { [Key in keyof T]: T[Key] };

/** The answers to a form, as its definition literally describes them. */
export type ValuesOf<D extends Definition> = string extends FieldOf<D>['name']
  ? Record<string, unknown>
  : Flat<
      { [F in Certain<FieldOf<D>> as F['name']]: AnswerOf<F> } & {
        [F in Exclude<FieldOf<D>, Certain<FieldOf<D>>> as F['name']]?: AnswerOf<F>;
      }
    >;

/** A draft of a form, as its definition literally describes it. */
export type DraftOf<D extends Definition> = Draft<ValuesOf<D>>;

/** A definition written in TypeScript, whose drafts the compiler then knows (`DraftOf<typeof form>`). */
export function defineForm<const D extends Definition>(definition: D): D {
  return definition;
}
