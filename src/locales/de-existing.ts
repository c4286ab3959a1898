import type { ExistingMessages } from './en-existing.js';

const day = /* @__PURE__ */ new Intl.DateTimeFormat('de', { dateStyle: 'medium' });

export const deExisting: ExistingMessages = {
  heading: (n) =>
    n === 1
      ? 'Sie haben dazu schon einen offenen Fall'
      : 'Sie haben schon offene Fälle, um die es gehen könnte',
  status: {
    open: 'Beim Support-Team',
    'awaiting-you': 'Wartet auf Ihre Antwort',
    solved: 'Gelöst',
  },
  refusals: {
    notFound: 'Den Fall gibt es nicht mehr. Senden Sie dies als neuen.',
    identity:
      'Niemand weiß mehr, wer Sie sind. Melden Sie sich noch einmal an: Ihr Text bleibt hier.',
    notAllowed: 'Sie dürfen diesem Fall nichts hinzufügen. Senden Sie dies als neuen.',
  },
  number: 'Fall',
  changed: (date) => `zuletzt geändert am ${day.format(date)}`,
  read: 'Lesen',
  add: 'Dort hinzufügen',
  adding: 'Wird hinzugefügt…',
  goes: (n) =>
    n === 0
      ? 'Ihr Text wird ein Kommentar zu diesem Fall. Es entsteht kein neuer.'
      : `Ihr Text und ${n === 1 ? 'Ihre Datei' : `Ihre ${n} Dateien`} werden ein Kommentar zu diesem Fall. Es entsteht kein neuer.`,
  filesStay:
    'Ihre Dateien lassen sich von hier nicht hinzufügen: Öffnen Sie den Fall, und fügen Sie sie dort hinzu.',
  filesFailed: (n) =>
    n === 1
      ? 'Eine Datei wurde nicht hochgeladen. Versuchen Sie es noch einmal, oder entfernen Sie sie.'
      : `${n} Dateien wurden nicht hochgeladen. Versuchen Sie es noch einmal, oder entfernen Sie sie.`,
  failed:
    'Das ist vielleicht nicht angekommen. Ihr Text ist noch da: Versuchen Sie es noch einmal, er kommt nur einmal an.',
  busy: 'Ihre Anfrage wird bereits gesendet.',
  other: 'Hier geht es um etwas anderes',
  added: 'Ihr Text ist bei Ihrem Fall',
  addedFiles: (n) => (n === 1 ? 'Eine Datei ist dabei.' : `${n} Dateien sind dabei.`),
  open: 'Fall öffnen',
  yes: 'Ja',
};
