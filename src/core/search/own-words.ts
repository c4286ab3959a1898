/** Characters of a description that are looked at. */
const LOOKED_AT = 20_000;

/** A signature mark, or what mail programs write above the mail that is answered. */
const BELOW_IS_NOT_OWN =
  /^(--|__) ?$|^\s*-{2,}\s*(Original|Ursprüngliche|Forwarded|Message|Mensaje)|^\s*_{10,}\s*$|^\s*(On|Am|Le|El|Il|Op)\b.{5,100}\b(wrote|schrieb|a écrit|escribió|ha scritto|schreef)[^:]{0,40}:\s*$/i;

/** What a person wrote in a description, without quoted mail and what stands below a signature mark. */
export function ownWords(description: string): string {
  const lines = description.slice(0, LOOKED_AT).split(/\r?\n/);
  const signature = lines.findIndex((line) => BELOW_IS_NOT_OWN.test(line));
  const own = signature > 0 ? lines.slice(0, signature) : lines;
  const unquoted = own.filter((line) => !/^\s*(>|\|)/.test(line));
  return unquoted.join('\n').trim() ? unquoted.join('\n') : own.join('\n');
}
