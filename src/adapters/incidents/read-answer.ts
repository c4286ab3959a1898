/** The list that an answer holds; throws when there is none, since that is not “no incident”. */
export function listIn(answer: unknown, name: string): readonly unknown[] {
  const list = (Object(answer) as Record<string, unknown>)[name];
  if (!Array.isArray(list)) throw new TypeError(`There is no list of ${name}.`);
  return list;
}

/** A moment as ISO 8601, however it is written; nothing where it is none. */
export function momentOf(value: unknown): string | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
