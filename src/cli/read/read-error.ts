/** A file that cannot be read: why, and in which line, if that is known. */
export class ReadError extends Error {
  override readonly name = 'ReadError';

  constructor(
    message: string,
    readonly line?: number,
  ) {
    super(message);
  }
}

/** Where something is wrong, as editors and terminals link to it: `docs/mail.md:3`. */
export function placeOf(where: string, error: unknown): string {
  return error instanceof ReadError && error.line !== undefined ? `${where}:${error.line}` : where;
}

/** What is wrong, in one line. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(/\s+/g, ' ').trim();
}
