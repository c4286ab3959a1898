/** Characters of a description that are looked at. */
const LOOKED_AT = 20_000;

/** What a person wrote in a description, without quoted mail and what stands below a signature mark. */
export function ownWords(description: string): string {
  const lines = description.slice(0, LOOKED_AT).split('\n');
  const signature = lines.findIndex((line) => /^(--|__) ?$/.test(line));
  const own = signature > 0 ? lines.slice(0, signature) : lines;
  const unquoted = own.filter((line) => !/^\s*(>|\|)/.test(line));
  return unquoted.join('\n').trim() ? unquoted.join('\n') : own.join('\n');
}
