/** Milliseconds that a page may be kept from drawing and from answering keys. */
const SLICE = 6;

/** Bytes that are copied at once. */
const COPIED = 1 << 20;

/** Runs steps on the main thread, a few milliseconds at a time, until they are done or nobody waits. */
export async function inSlices<Result>(
  steps: Generator<unknown, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    await pause();
    signal?.throwIfAborted();
  }
}

/** A copy of bytes. */
export function copyInSlices(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return inSlices(copySteps(bytes));
}

function* copySteps(bytes: Uint8Array): Generator<undefined, Uint8Array<ArrayBuffer>> {
  const copy = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += COPIED) {
    copy.set(bytes.subarray(at, at + COPIED), at);
    yield;
  }
  return copy;
}

/** Lets the page do what waits. */
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resume) => setTimeout(resume));
}
