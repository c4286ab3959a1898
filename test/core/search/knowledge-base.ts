import {
  type Article,
  type BuildOptions,
  buildIndex,
  openIndex,
  type SearchOptions,
} from '../../../src/core/search/index.js';

/** An article of which a test says only what it is about. */
export function article(
  id: string,
  title: string,
  text = '',
  more: Partial<Article> = {},
): Article {
  return { id, title, url: `/${id}`, text, ...more };
}

/** A small knowledge base of a shop that sells a mail program, a printer and a till. */
export const knowledgeBase: readonly Article[] = [
  article('password', 'Reset your password', 'Open the account page and choose a new password.'),
  article('invoice', 'Download an invoice', 'Every invoice is a PDF below Billing.'),
  article('refund', 'Return goods and get a refund', 'Print the return label, pack the goods.'),
  article('paper', 'Clear a paper jam', 'Open the rear flap of the printer and pull the sheet.'),
  article('toner', 'Change the toner cartridge', 'Shake the new cartridge and push it in.'),
  article('wifi', 'Connect the printer to a wireless network', 'Hold the wireless key.'),
  article('scanner', 'Scan to a folder', 'The scanner stores pages in a shared folder.'),
  article('signature', 'Add a signature to messages', 'A signature stands below each message.'),
  article('calendar', 'Share a calendar', 'Others see your calendar and its appointments.'),
  article('import', 'Import contacts', 'Contacts come from a spreadsheet, row by row.'),
  article('filter', 'Sort mail by filters', 'A filter moves messages into folders.'),
  article('junk', 'Junk mail', 'Mark junk, and the program learns to recognise it.'),
  article('backup', 'Make a backup', 'A backup holds messages, contacts and calendars.'),
  article('certificate', 'Accept a certificate', 'The server shows a certificate that expired.'),
  article('encryption', 'Encrypt messages', 'Encryption needs a key of the recipient.'),
  article('drawer', 'The cash drawer does not open', 'Check the cable of the drawer.'),
  article('receipt', 'Receipts come out blank', 'Turn the roll: the thermal side is outside.'),
  article('tax', 'Set the tax rate', 'Each article of the till has a tax rate.'),
  article('barcode', 'Read barcodes', 'The barcode reader beeps when it knows an article.'),
  article('shift', 'Close a shift', 'The till counts cash at the end of a shift.'),
];

/** The ids of what is found among articles, best first. */
export function find(
  articles: Iterable<Article>,
  subject: string,
  { description = '', build, ...options }: FindOptions = {},
): string[] {
  const { product, topic, ...rest } = options;
  const query = { subject, description, ...(product && { product }), ...(topic && { topic }) };
  const index = openIndex(buildIndex(articles, build), build?.languages ? build : {});
  return index.search(query, rest).map(({ id }) => id);
}

interface FindOptions extends SearchOptions {
  readonly description?: string;
  readonly product?: string;
  readonly topic?: string;
  readonly build?: BuildOptions;
}
