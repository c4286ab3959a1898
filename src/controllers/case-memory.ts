/** Remembers small things between two looks. What cannot be kept is forgotten. */
export interface CaseMemory {
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  /** Drops all of it. */
  forget(): void;
}

/**
 * The memory of one person: on this device for a person whom the page names, since others may use the
 * browser too; for one whom nobody names, in this tab.
 */
export function caseMemory(person: string): CaseMemory {
  const store = () => (person ? localStorage : sessionStorage);
  const prefix = `case-elements:${person}:`;
  const key = (name: string) => prefix + name;
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
    forget() {
      try {
        const kept = store();
        const mine = Object.keys(kept).filter((name) => name.startsWith(prefix));
        for (const name of mine) kept.removeItem(name);
      } catch {
        // Blocked: nothing is there.
      }
    },
  };
}
