const encoder = new TextEncoder();

/** Bytes written one after the other, in a buffer that grows. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 12);
  length = 0;

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.length++] = value;
  }

  /** The number that `Reader.number` reads. */
  number(value: number): void {
    this.#room(5);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.length++] = rest;
  }

  bytes(values: Uint8Array): void {
    this.#room(values.length);
    this.#bytes.set(values, this.length);
    this.length += values.length;
  }

  /** A text after the number of its bytes. */
  text(value: string): void {
    this.#room(value.length * 3 + 10);
    const start = this.length + 5;
    const { written } = encoder.encodeInto(value, this.#bytes.subarray(start));
    this.number(written);
    this.#bytes.copyWithin(this.length, start, start + written);
    this.length += written;
  }

  /** Forgets what was written. */
  clear(): void {
    this.length = 0;
  }

  /** What was written so far, in the buffer that later bytes may change. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  /** What was written so far. */
  done(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  #room(more: number): void {
    const needed = this.length + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}

/** Numbers written one after the other, in a buffer that grows. */
export class NumberList {
  #numbers = new Uint32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = value;
  }

  /** What was written so far, without a copy. */
  done(): Uint32Array {
    return this.#numbers.subarray(0, this.length);
  }
}
