import type { IncidentMessages } from './en-incidents.js';

const moment = /* @__PURE__ */ new Intl.DateTimeFormat('de', {
  dateStyle: 'medium',
  timeStyle: 'short',
});

export const deIncidents: IncidentMessages = {
  heading: 'Bekannte Störungen',
  relevant: 'Daran könnte es liegen',
  states: {
    investigating: 'Wird untersucht',
    identified: 'Ursache gefunden',
    monitoring: 'Behoben, wird beobachtet',
    resolved: 'Vorbei',
    maintenance: 'Geplante Arbeiten',
  },
  since: (date) => `seit ${moment.format(date)}`,
  touches: 'Betrifft',
  more: 'Mehr dazu',
  newTab: '(neuer Tab)',
  closed: (n, title, which) =>
    n === 1
      ? `Bekannte Störung: ${title}`
      : `${n} ${which === 'others' ? 'andere bekannte' : 'bekannte'} Störungen`,
  known: (title) => `Bekannte Störung: ${title}.`,
  maybe: (title) => `Eine bekannte Störung könnte der Grund sein: ${title}.`,
  notify: 'Benachrichtigen, wenn sich etwas ändert',
  subscribe: 'Dort Benachrichtigungen bestellen',
  email: 'E-Mail-Adresse',
  send: 'Benachrichtigen',
  cancel: 'Abbrechen',
  emailInvalid: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  failed: 'Das hat vielleicht nicht geklappt. Versuchen Sie es noch einmal.',
  notified: (email) =>
    email
      ? `Sie bekommen Nachricht an ${email}.`
      : 'Sie bekommen Nachricht, wenn sich etwas ändert.',
  enough: 'Müssen Sie Ihre Anfrage noch senden? Ihr Text ist noch da.',
  end: 'Nein, verwerfen',
  keepWriting: 'Weiterschreiben',
  ended: 'Ihre Anfrage ist verworfen. Nichts wurde gesendet.',
  undo: 'Zurückholen',
};
