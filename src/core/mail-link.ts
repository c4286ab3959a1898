/** What a mail program is opened with. */
export interface MailText {
  readonly to: string;
  readonly subject: string;
  /** The text as it was written. */
  readonly body: string;
}

export interface MailLink {
  /** A `mailto:` address (RFC 6068). */
  readonly href: string;
  /**
   * Whether the text had to be cut, since mail programs and systems drop long addresses. Then offer to copy
   * `text`, all of it.
   */
  readonly isCut: boolean;
  /** The whole text, with its subject, to copy. */
  readonly text: string;
}

/**
 * Characters of an address that every system passes on to its mail program: Windows takes 2,048 in all, and
 * some browsers need a few of them.
 */
const LONGEST = 2000;
/** Characters of the subject that are kept, before they are written in an address. */
const LONGEST_SUBJECT = 250;
/** Stands where a text was cut. */
const ELLIPSIS = '…';

/**
 * An address that opens the person's mail program with subject and text as they were written.
 *
 * A line break becomes `%0D%0A`, as RFC 6068 wants it. What is too long is cut between two words where that
 * is near, ends with “…”, and says so.
 *
 * @throws {TypeError} When `to` is no address of e-mail: with `?` or `&` it could add recipients.
 */
export function mailLink({ to, subject, body }: MailText): MailLink {
  if (!/^[^\s@?&,;:%<>"]+@[^\s@?&,;:%<>"]+$/.test(to))
    throw new TypeError(`“${to}” is no e-mail address.`);
  const line = whole(subject.replace(/\s+/g, ' ').trim());
  const start = `mailto:${to}?subject=${encode(cutTo(line, LONGEST_SUBJECT))}&body=`;
  const text = whole(body).replace(/\r\n?|\n/g, '\r\n');
  const fitting = fit(text, LONGEST - start.length);
  return {
    href: start + encode(fitting),
    isCut: fitting !== text || line.length > LONGEST_SUBJECT,
    text: `${line}\n\n${body}`,
  };
}

/** RFC 6068 keeps more characters out of an address than a browser does. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Half of a character cannot be encoded. */
const whole = (text: string) => text.replace(/\p{Cs}/gu, '\uFFFD');

/** The longest beginning whose encoded form has so much room; words stay whole where they can. */
function fit(text: string, room: number): string {
  if (encode(text).length <= room) return text;
  const left = room - encode(ELLIPSIS).length;
  let length = 0;
  let end = 0;
  for (const character of text) {
    length += encode(character).length;
    if (length > left) break;
    end += character.length;
  }
  return atWord(text.slice(0, end)) + ELLIPSIS;
}

const cutTo = (text: string, limit: number) =>
  text.length <= limit
    ? text
    : atWord(text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')) + ELLIPSIS;

/** Without the last word, of which there may be only a part; unless it is longer than words are. */
function atWord(text: string): string {
  const at = text.search(/\s\S{0,40}$/);
  return (at > 0 ? text.slice(0, at) : text).trimEnd();
}
