/** Remembers small things between two looks. What cannot be kept is forgotten. */
export interface CaseMemory {
  read(name: string): unknown;
  write(name: string, value: unknown): void;
}

/**
 * The memory of one person: on this device for a person whom the page names, since others may use the
 * browser too; for one whom nobody names, in this tab.
 */
export function caseMemory(person: string): CaseMemory {
  const store = () => storeOf(person);
  const key = (name: string) => prefixOf(person) + name;
  return {
    read(name) {
      try {
        return JSON.parse(store().getItem(key(name)) ?? 'null') as unknown;
      } catch {
        return undefined; // Blocked, or written by somebody else.
      }
    },
    write(name, value) {
      try {
        store().setItem(key(name), JSON.stringify(value));
      } catch {
        // Full or blocked: the next look begins without it.
      }
    },
  };
}

/** Drops all that is remembered of a person. */
export function forgetMemory(person: string): void {
  try {
    const kept = storeOf(person);
    for (const name of Object.keys(kept)) {
      if (name.startsWith(prefixOf(person))) kept.removeItem(name);
    }
  } catch {
    // Blocked: nothing is there.
  }
}

const storeOf = (person: string) => (person ? localStorage : sessionStorage);
const prefixOf = (person: string) => `case-elements:${person}:`;
