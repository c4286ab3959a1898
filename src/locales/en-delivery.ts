import type { DeliveryMessages } from './en.js';

const time = /* @__PURE__ */ new Intl.DateTimeFormat('en', { timeStyle: 'medium' });

const number = /* @__PURE__ */ new Intl.NumberFormat('en');

const PLACES = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** One file by its place on the list, several by their number. */
function tried([place = 0, ...more]: readonly number[]): string {
  if (more.length) return number.format(more.length + 1);
  const name = PLACES[place - 1];
  return name ? `the ${name}` : 'one';
}

/** The English texts; they come with what shows them. */
export const enDelivery: DeliveryMessages = {
  slow: 'There is no answer yet. What you wrote is still here.',
  offline: 'You are offline. Your request goes out as soon as there is a connection.',
  failing: 'Your request did not get through yet. It is sent again by itself.',
  busy: (until) => `The service is busy. Your request is sent again at ${time.format(until)}.`,
  tryNow: 'Send now',
  stop: 'Stop sending',
  interrupted: 'The page ended while your request was being sent.',
  repeat: 'Try again: no case is opened twice.',
  unknown:
    'Nobody can say whether a case exists. If you send it again, there may be two: look into your mail first.',
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
