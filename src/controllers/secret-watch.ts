import type { FoundSecret } from '../core/secrets/find-secrets.js';
import type { SecretKind } from '../core/secrets/secret-rules.js';
import type { Definition } from '../schema/definition.js';

/** What is looked for in texts; it comes as a chunk of its own. */
export interface SecretFinder {
  findSecrets(text: string): FoundSecret[];
  maskSecrets(text: string, secrets?: readonly FoundSecret[]): string;
}

/** A field whose text seems to hold what nobody should see. */
export interface Suspicion {
  readonly name: string;
  readonly label: string;
  readonly kinds: readonly SecretKind[];
}

/** In the others nobody writes by chance what is secret, and a phone number is soon taken for a card. */
const READ = new Set(['text', 'multiline', 'url']);

/** Looks at what is written, here and nowhere else, before it is sent. */
export class SecretWatch {
  #finder: SecretFinder | undefined;
  /** What the person wants to send as it is. */
  readonly #meant = new Set<string>();
  /** What a text holds is looked for once. */
  readonly #found = new Map<string, readonly FoundSecret[]>();

  /** Until then nothing is found. */
  use(finder: SecretFinder): void {
    this.#finder = finder;
    this.#found.clear();
  }

  /** The fields that should be looked at again, but for what is meant. */
  suspicions({ fields }: Definition, values: Readonly<Record<string, unknown>>): Suspicion[] {
    return fields.flatMap(({ name, label, type, sensitive }) => {
      const text = values[name];
      if (sensitive || !READ.has(type) || typeof text !== 'string') return [];
      const found = this.#look(text).filter((one) => !this.#meant.has(part(text, one)));
      const kinds = [...new Set(found.map(({ kind }) => kind))];
      return kinds.length ? [{ name, label, kinds }] : [];
    });
  }

  /** A text without what should not be stored, whether it is meant to be sent or not. */
  masked(text: string): string {
    const found = this.#look(text);
    return found.length && this.#finder ? this.#finder.maskSecrets(text, found) : text;
  }

  /** The person knows, and wants to send it. */
  allow(text: string): void {
    for (const one of this.#look(text)) this.#meant.add(part(text, one));
  }

  #look(text: string): readonly FoundSecret[] {
    const known = this.#found.get(text);
    if (known) return known;
    const found = this.#finder?.findSecrets(text) ?? [];
    // A few fields are looked at in turn; what they held before is of no use.
    if (this.#found.size > 50) this.#found.clear();
    this.#found.set(text, found);
    return found;
  }
}

const part = (text: string, { start, end }: FoundSecret) => text.slice(start, end);
