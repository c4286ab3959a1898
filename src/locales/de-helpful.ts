import type { HelpfulMessages } from './en-helpful.js';

const number = /* @__PURE__ */ new Intl.NumberFormat('de');

export const deHelpful: HelpfulMessages = {
  question: 'War das hilfreich?',
  yes: 'Ja',
  no: 'Nein',
  count: (yes, total) => `${number.format(yes)} von ${number.format(total)} fanden das hilfreich`,
  thanks: 'Danke für Ihre Antwort.',
  failed: 'Ihre Antwort wurde nicht gesendet. Versuchen Sie es erneut.',
  why: 'Woran lag es?',
  reasons: {
    unclear: 'Es ist schwer zu verstehen',
    incomplete: 'Es fehlt etwas',
    outdated: 'Es ist veraltet',
    failed: 'Ich habe es versucht, und es hat nicht geholfen',
    other: 'Es geht um etwas anderes',
  },
  comment: 'Erzählen Sie uns mehr',
  send: 'Senden',
  reasonSent: 'Danke. So werden Artikel besser.',
  more: 'Haben Sie noch Fragen?',
  request: 'Anfrage senden',
  related: 'Artikel in diesem Abschnitt',
};
