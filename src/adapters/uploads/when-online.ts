/**
 * Resolves when the browser sees a connection. A module that could not be loaded once is never asked for
 * again by the same page, so nobody should ask while it is offline.
 */
export async function whenOnline(): Promise<void> {
  if ((globalThis as { navigator?: Navigator }).navigator?.onLine !== false) return;
  await new Promise((resolve) => addEventListener('online', resolve, { once: true }));
}
