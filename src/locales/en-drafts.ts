import type { DraftMessages } from './en.js';

const clock = /* @__PURE__ */ new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const day = /* @__PURE__ */ new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' });
const list = /* @__PURE__ */ new Intl.ListFormat('en');

const KINDS = {
  password: 'a password',
  key: 'a key',
  token: 'an access token',
  card: 'a card number',
} as const;

/** They come with what shows them, and not with the form. */
export const enDrafts: DraftMessages = {
  heading: 'Your draft',
  saved: 'Saved on this device',
  savedInTab: 'Saved until you close this tab',
  keep: 'Keep on this device',
  restored: (at, isToday) =>
    `Restored from ${isToday ? '' : `${day.format(at)}, `}${clock.format(at)}`,
  startOver: 'Start over',
  changedElsewhere: 'This draft was changed in another tab.',
  droppedElsewhere: 'This draft has come to its end in another tab. Here is a new one.',
  beingSent: 'This draft is already being sent, perhaps from another tab…',
  sentElsewhere: (number) =>
    `This draft was sent from another tab${number && `: case ${number}`}. Here is a new one.`,
  leftovers: 'What no longer fits the form:',
  dismiss: 'I have what I need',
  unsaved: (problem) =>
    ({
      blocked:
        'This browser does not let drafts be kept. You can write and submit, but do not leave the page.',
      full: 'There is no room on this device to keep the draft. You can write and submit, but do not leave the page.',
      slow: 'The draft could not be kept yet. You can write and submit all the same.',
      files:
        'Not every file can be kept. You can submit; after leaving the page, add your files again.',
    })[problem],
  secret: (label, kinds) =>
    `“${label}” seems to hold ${list.format(kinds.map((kind) => KINDS[kind]))}.`,
  secretHint: 'Nobody needs it to help you.',
  mask: 'Mask it',
  sendAsIs: 'Send as it is',
};
