/** What a value from outside holds under a name; of `a.b`, what stands under that name, or under `b` in `a`. */
export function at(value: unknown, name: string | number | undefined): unknown {
  if (name === undefined || typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, name)) return (value as Record<string | number, unknown>)[name];
  const [first = '', ...rest] = String(name).split('.');
  return rest.length > 0 ? at(at(value, first), rest.join('.')) : undefined;
}

/** The list that an object holds under a name, or nothing. */
export function listAt(value: unknown, name: string): readonly unknown[] | undefined {
  const list = at(value, name);
  return Array.isArray(list) ? list : undefined;
}

/** The list that an answer holds under a name; throws when there is none. */
export function answerList(answer: unknown, name: string): readonly unknown[] {
  const list = listAt(answer, name);
  if (!list) throw new TypeError(`There is no list of ${name}.`);
  return list;
}

/** The text that an object holds under the first of these names that has one; else the empty one. */
export function textAt(value: unknown, ...names: readonly string[]): string {
  for (const name of names) {
    const text = at(value, name);
    if (typeof text === 'string' && text.trim() !== '') return text;
  }
  return '';
}

/** A text or a number under a name, as text, or the first of a list of them; else nothing. */
export function firstTextAt(value: unknown, name: string | undefined): string | undefined {
  const found = at(value, name);
  const first: unknown = Array.isArray(found) ? found[0] : found;
  return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined;
}

/** The words that an object holds under a name: a list, or a text with commas. */
export function wordsAt(value: unknown, name: string): readonly string[] {
  const words = at(value, name);
  const list: unknown[] = typeof words === 'string' ? words.split(',') : [words].flat();
  return list.flatMap((word) => (typeof word === 'string' && word.trim() ? [word.trim()] : []));
}
