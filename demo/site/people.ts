/** Who is signed in on these pages, and who could be. */
export interface People {
  readonly person: { readonly id: string } | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Signs somebody in or out; without a body it only asks. */
export async function people(body?: { readonly person: string | null }): Promise<People> {
  const response = await fetch('/person', {
    headers: { 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return (await response.json()) as People;
}
