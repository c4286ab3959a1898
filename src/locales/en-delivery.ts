import { sent } from './en-sent.js';
import type { DeliveryMessages } from './en.js';

const time = /* @__PURE__ */ new Intl.DateTimeFormat('en', { timeStyle: 'medium' });

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
  sent: () => Promise.resolve(sent),
};
