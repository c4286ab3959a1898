import type { Attachment } from '../schema/attachment.js';
import type { Consulted } from '../schema/consulted.js';
import type { Definition } from '../schema/definition.js';
import { type Draft, DraftSchema } from '../schema/draft.js';
import { parse } from '../schema/parse.js';
import { saysSomething } from './conditions.js';
import { newKey } from './key.js';
import { type ResolvedField, resolveFields, valuesOf } from './resolve-fields.js';

type Values = Readonly<Record<string, unknown>>;

/** Holds what a person has written, over what the fields held before. */
export class DraftState {
  /** Stays the same over retries; a new one begins with a new draft. */
  key = newKey();
  #initial: Values = {};
  /** What the person, or the page for them, has written; hidden and withdrawn answers included. */
  written: Values = {};
  /** Answers that nobody writes, whatever is written: those of fields that are known. */
  fixed: Values = {};
  /** Whether the page has given a draft of its own. */
  isGiven = false;
  /** By address, in the order in which they were first seen. */
  #consulted = new Map<string, Consulted>();

  /** What the fields hold before anybody has written: defaults, then what the host fills in. */
  set initial(values: Values) {
    this.#initial = values;
  }

  /** Everything, hidden and withdrawn answers included: they come back when their field does. */
  get values(): Values {
    return { ...this.#initial, ...this.written, ...this.fixed };
  }

  /** Whether something would be lost. */
  get isDirty(): boolean {
    return Object.entries(this.written).some(([name, value]) => {
      const before = this.#initial[name];
      return value !== before && (saysSomething(value) || saysSomething(before));
    });
  }

  write(name: string, value: unknown): void {
    this.written = { ...this.written, [name]: value };
  }

  /** Remembers what became of an article; what was opened or refused is no longer only shown. */
  consult({ id, title, url }: Omit<Consulted, 'as'>, as: Consulted['as']): void {
    if (as !== 'shown' || !this.#consulted.has(url))
      this.#consulted.set(url, { id, title, url, as });
  }

  /** Takes up a draft from elsewhere; what is none is refused by its schema. */
  restore(draft: unknown): void {
    const { value, issues } = parse(DraftSchema, draft);
    if (!value) throw new TypeError(`This is no draft: look at ${issues[0]?.path.join('.')}.`);
    const { key, values, solutions = [] } = value;
    this.key = key;
    this.isGiven = true;
    this.written = values;
    this.#consulted = new Map(solutions.map((solution) => [solution.url, solution]));
  }

  /** A blank draft. */
  restart(): void {
    this.key = newKey();
    this.written = {};
    this.#consulted.clear();
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
      ...(this.#consulted.size && { solutions: [...this.#consulted.values()] }),
    };
  }
}
