const EMPTY = -1;

/**
 * Gives numbers to texts, the same to the same text, from 0 on. A `Map` does so, too; for the many short
 * words of a corpus this is quicker.
 */
export class TokenTable {
  /** The texts by their numbers. */
  readonly tokens: string[] = [];
  readonly #hashes: number[] = [];
  /** Numbers by their hashes; a power of two of them, of which at most half are taken. */
  #slots = new Int32Array(1 << 12).fill(EMPTY);

  numberOf(text: string): number {
    const hash = hashOf(text);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const token = this.#slots[slot] as number;
      if (token === EMPTY) return this.#add(text, hash, slot);
      if (this.#hashes[token] === hash && this.tokens[token] === text) return token;
    }
  }

  #add(text: string, hash: number, slot: number): number {
    const number = this.tokens.push(text) - 1;
    this.#slots[slot] = number;
    this.#hashes.push(hash);
    if (this.tokens.length * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    for (const [number, hash] of this.#hashes.entries()) {
      let slot = hash & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

/** FNV-1a (Fowler, Noll, Vo, 1991) over code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
