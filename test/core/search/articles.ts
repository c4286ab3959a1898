import type { Article } from '../../../src/core/search/index.js';

const article = (
  id: string,
  title: string,
  text: string,
  more: Partial<Article> = {},
): Article => ({
  id,
  title,
  url: `/help/${id}`,
  text,
  ...more,
});

/** A small help centre of a made-up maker of coffee machines. */
export const articles: readonly Article[] = [
  article(
    'descale',
    'Descale the machine',
    'Limescale makes coffee cold. Fill the tank with descaler and water. Press and hold the steam button until the light blinks. The programme takes twenty minutes.',
    { keywords: ['calcium', 'decalcify'], product: 'Barista One', updated: '2026-05-01' },
  ),
  article(
    'e-41',
    'Error E-41: the pump is blocked',
    'The display shows E-41 when the pump draws no water. Empty the tank, rinse the filter and restart. If ERR_PUMP_41 stays in the log, update the firmware to 3.12.4.',
    { product: 'Barista One', topic: 'errors', updated: '2026-08-01' },
  ),
  article(
    'wifi',
    'Connect the machine to your wireless network',
    'Open the app, choose Settings, then Network. The machine supports 2.4 GHz networks alone. Enter the password of your router.',
    { headings: ['Choose a network', 'When the router is not found'], product: 'Barista Two' },
  ),
  article(
    'password',
    'Reset your password',
    'Choose Forgotten password on the sign-in page. A message with a link is sent to you. Passwords have twelve characters at least.',
    { excerpt: 'How to choose a new password when the old one is lost.' },
  ),
  article(
    'milk',
    'Milk foam is thin',
    'Use cold milk with three per cent of fat. Clean the nozzle after every cup. Worn seals let air in: replace them once a year.',
    { product: 'Barista Two', updated: '2019-01-01' },
  ),
  article(
    'milk-new',
    'Milk foam is thin',
    'Use cold milk with three per cent of fat. Clean the nozzle after every cup. Worn seals let air in: replace them once a year.',
    { product: 'Barista One', updated: '2026-08-01' },
  ),
  article(
    'returns',
    'Return a machine',
    'Machines can be returned within thirty days. Print the label, pack the machine in its box and hand it to the carrier.',
  ),
  article(
    'invoice',
    'Download an invoice',
    'Invoices are kept under Orders for ten years. Select an order and press Download. The file is a PDF.',
  ),
];
