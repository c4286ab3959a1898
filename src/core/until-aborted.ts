/** What somebody waits for, but no longer than they want it: rejects with the signal's reason when it aborts first. */
export async function untilAborted<Value>(
  awaited: Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  const leaving = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { signal: leaving.signal });
  });
  try {
    return await Promise.race([awaited, aborted]);
  } finally {
    leaving.abort();
  }
}
