import type { Attachment } from '../schema/attachment.js';
import type { Definition } from '../schema/definition.js';
import { type Draft, DraftSchema } from '../schema/draft.js';
import { parse } from '../schema/parse.js';
import { isEmpty } from './conditions.js';
import { newKey } from './key.js';
import { type ResolvedField, resolveFields, valuesOf } from './resolve-fields.js';

/** A box without a tick says no more than a text without characters. */
const isBlank = (value: unknown) => value === false || isEmpty(value);

type Values = Readonly<Record<string, unknown>>;

/** Holds what a person has written, over what the fields held before. */
export class DraftState {
  /** Stays the same over retries; a new one begins with a new draft. */
  key = newKey();
  #initial: Values = {};
  #written: Values = {};

  /** What the fields hold before anybody has written: defaults, then what the host fills in. */
  set initial(values: Values) {
    this.#initial = values;
  }

  /** Everything, hidden and withdrawn answers included: they come back when their field does. */
  get values(): Values {
    return { ...this.#initial, ...this.#written };
  }

  /** Whether something would be lost. */
  get isDirty(): boolean {
    return Object.entries(this.#written).some(([name, value]) => {
      const before = this.#initial[name];
      return value !== before && !(isBlank(value) && isBlank(before));
    });
  }

  write(name: string, value: unknown): void {
    this.#written = { ...this.#written, [name]: value };
  }

  /** Takes up a draft from elsewhere; what is none is refused by its schema. */
  restore(draft: unknown): void {
    const { value, issues } = parse(DraftSchema, draft);
    if (!value) throw new TypeError(`This is no draft: look at ${issues[0]?.path.join('.')}.`);
    const { key, values } = value;
    this.key = key;
    this.#written = values;
  }

  /** A blank draft. */
  restart(): void {
    this.key = newKey();
    this.#written = {};
  }

  resolve(definition: Definition): ResolvedField[] {
    return resolveFields(definition, this.values);
  }

  toDraft(definition: Definition, attachments: readonly Attachment[]): Draft {
    return {
      key: this.key,
      form: definition.id,
      values: valuesOf(this.resolve(definition)),
      attachments: attachments.filter(({ status }) => status === 'uploaded'),
    };
  }
}
