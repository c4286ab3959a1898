import type { Definition } from '../schema/definition.js';
import type { Draft } from '../schema/draft.js';
import { draftText } from './draft-text.js';
import { visibleName } from './visible-name.js';

/** What stands above the words of a person, a line for each. */
export interface ReceiptHead {
  /** What the number is called, and the number. */
  readonly title: string;
  /** When the case was opened, in words. */
  readonly time: string;
  /** The whole address of the case, where it has one. */
  readonly url?: string | undefined;
}

/** What somebody keeps of a case that they have opened: a plain text that needs nothing to be read. */
export function receiptText(
  { title, time, url }: ReceiptHead,
  draft: Draft,
  definition: Definition,
): string {
  const { subject, body } = draftText(draft, definition, { yes: '✓' });
  const head = [title, time, url].filter(Boolean);
  const files = draft.attachments.map(({ name }) => `- ${visibleName(name)}`);
  // Where nobody asks for a subject, it is the first line of the text.
  const topic = body.startsWith(subject) ? '' : subject;
  return paragraphs([head.join('\n'), topic, body, files.join('\n')]);
}

/** Those of some texts that say something, with a blank line between two. */
export const paragraphs = (texts: readonly string[]): string =>
  `${texts.filter(Boolean).join('\n\n')}\n`;
