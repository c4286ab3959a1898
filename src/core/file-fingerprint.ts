/** What tells a file from every other one. */
export interface FileTraits {
  /** The `key` of the draft that it belongs to. */
  key: string;
  /** Its id on the list. */
  id: string;
  /** Bytes. */
  size: number;
  /** Some of its bytes, each from a place that `samplesOf` names. */
  samples: readonly Uint8Array[];
}

const SAMPLE = 65_536;

/** Where to read a few bytes of a file: its head, its middle and its tail, as offsets. */
export function samplesOf(size: number): (readonly [start: number, end: number])[] {
  const middle = Math.max(Math.floor((size - SAMPLE) / 2), 0);
  const starts = size > 3 * SAMPLE ? [0, middle, size - SAMPLE] : [0];
  return starts.map((start) => [
    start,
    Math.min(start + (starts.length > 1 ? SAMPLE : size), size),
  ]);
}

/**
 * Names a file by what it holds and where it belongs, and not by what it is called: every pasted picture
 * is called `image.png`, and two of one size and date are two files.
 */
export function fileFingerprint({ key, id, size, samples }: FileTraits): string {
  return [key, id, size.toString(36), hash(samples)].map(encodeURIComponent).join('/');
}

/** FNV-1a over 2 × 32 bits; it tells mistakes apart, and holds off nobody. */
function hash(samples: readonly Uint8Array[]): string {
  let [low, high] = [0x811c9dc5, 0xcbf29ce4];
  for (const sample of samples) {
    for (const byte of sample) {
      low = Math.imul(low ^ byte, 0x01000193);
      high = Math.imul(high ^ byte ^ (low >>> 24), 0x01000197);
    }
    low = Math.imul(low ^ 0x100, 0x01000193);
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}
