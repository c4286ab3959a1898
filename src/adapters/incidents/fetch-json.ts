/** An answer as JSON. Rejects when there is none. */
export async function fetchJson(
  url: string,
  {
    fetch = globalThis.fetch,
    signal,
  }: { fetch: typeof globalThis.fetch | undefined; signal: AbortSignal },
): Promise<unknown> {
  const response = await fetch(url, { headers: { accept: 'application/json' }, signal });
  if (!response.ok) throw new Error(`No incidents: HTTP status ${response.status}.`);
  return response.json();
}

/** The address of a file below that of a page. */
export const below = (page: string | URL, path: string): string =>
  `${String(page).replace(/\/+$/, '')}/${path}`;
