/** What a form says of a case that was sent, and of its files. */
export interface SentMessages {
  /** What has become of the files; `again` has the places on the list of those tried again. */
  ledger(files: {
    total: number;
    attached: number;
    again: readonly number[];
    failed: number;
  }): string;
  /** The files are stored, and the case does not have them yet. */
  attaching: string;
  notAttached: string;
  /** The backend takes no files. */
  noFiles: string;
}

const number = /* @__PURE__ */ new Intl.NumberFormat('en');

const PLACES = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** One file by its place on the list, several by their number. */
function tried([place = 0, ...more]: readonly number[]): string {
  if (more.length) return number.format(more.length + 1);
  const name = PLACES[place - 1];
  return name ? `the ${name}` : 'one';
}

/** They come with what shows them. */
export const sent: SentMessages = {
  ledger: ({ total, attached, again, failed }) =>
    [
      'Case sent',
      `${number.format(attached)} of ${number.format(total)} ${total === 1 ? 'file' : 'files'} attached`,
      ...(again.length ? [`trying ${tried(again)} again`] : []),
      ...(failed ? [`${number.format(failed)} not uploaded`] : []),
    ].join(' · '),
  attaching: 'attaching takes longer, and is tried again by itself',
  notAttached: 'files could not be attached',
  noFiles: 'No files are taken here.',
};
