/** Texts of the way out by e-mail. */
export interface MailMessages {
  /** The link that opens the mail program. */
  write: string;
  /** Said where files were added, which no link can carry. */
  files(count: number): string;
  /** Said where the e-mail begins with what was written, and the rest has to be pasted. */
  cut: string;
  copy: string;
  copied: string;
  /** Above the whole text, to copy by hand. */
  copyFailed: string;
  /** Stands for a tick. */
  yes: string;
}

/** The English texts; they come with what shows them. */
export const enMail: MailMessages = {
  write: 'Write an e-mail instead',
  files: (n) =>
    n === 1
      ? 'Your file does not go along: attach it to the e-mail.'
      : `Your ${n} files do not go along: attach them to the e-mail.`,
  cut: 'An e-mail can only begin with so much text. Copy all of it, and paste it there.',
  copy: 'Copy the text',
  copied: 'The text is copied. Paste it into the e-mail.',
  copyFailed: 'The text could not be copied by itself. Here it is:',
  yes: 'Yes',
};
