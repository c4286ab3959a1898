import type { StatusMessages, ViewMessages } from './en.js';

const number = /* @__PURE__ */ new Intl.NumberFormat('de');
const plural = /* @__PURE__ */ new Intl.PluralRules('de');
const moment = /* @__PURE__ */ new Intl.DateTimeFormat('de', {
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** The word for so many, and the number before it where there is more or less than one. */
const count = (n: number, one: string, other: string) =>
  plural.select(n) === 'one' ? one : `${number.format(n)} ${other}`;

export const deStatus: StatusMessages = {
  open: 'Beim Support-Team',
  'awaiting-you': 'Wartet auf Ihre Antwort',
  solved: 'Gelöst',
};

export const deView: ViewMessages = {
  status: deStatus,
  refusals: {
    notFound:
      'Einen solchen Vorgang gibt es hier nicht. Prüfen Sie die Adresse, oder melden Sie sich als jemand an, der ihn sehen darf.',
    identity:
      'Ihre Anmeldung gilt nicht mehr. Melden Sie sich noch einmal an und versuchen Sie es dann erneut.',
    notAllowed: 'Das dürfen Sie nicht, oder jetzt nicht. Fragen Sie, wer den Vorgang angelegt hat.',
  },
  number: 'Vorgang',
  statusLabel: 'Status',
  severity: 'Dringlichkeit',
  owner: 'Zuständig',
  nobody: 'Noch niemand',
  requester: 'Für',
  organisation: 'Organisation',
  contact: 'Kontakt',
  created: 'Angelegt',
  updated: 'Letzte Änderung',
  description: 'Beschreibung',
  moment: (date) => moment.format(date),
  size(bytes) {
    const power = Math.min(Math.floor(Math.log10(bytes || 1) / 3), 3);
    return new Intl.NumberFormat('de', {
      style: 'unit',
      unit: `${['', 'kilo', 'mega', 'giga'][power]}byte`,
      unitDisplay: power ? 'short' : 'long',
      maximumFractionDigits: 1,
    }).format(bytes / 1000 ** power);
  },
  loading: 'Der Vorgang wird geladen …',
  failed: 'Der Vorgang konnte nicht geladen werden.',
  tryAgain: 'Erneut versuchen',
  stale: 'Das ist vielleicht nicht der neueste Stand: Niemand war zu erreichen.',
  attachments: 'Anhänge',
  noAttachments: 'Noch keine Dateien.',
  fileName: 'Dateiname',
  addedBy: 'Hinzugefügt von',
  added: 'Datum',
  fileSize: 'Größe',
  addFiles: 'Dateien zum Vorgang hinzufügen',
  conversation: 'Verlauf',
  noComments: 'Noch hat niemand geschrieben.',
  newestFirst: 'Neueste zuerst zeigen',
  oldestFirst: 'Älteste zuerst zeigen',
  staff: 'Support-Team',
  isNew: 'Neu',
  reply: 'Ihre Antwort',
  replyFiles: 'Dateien zur Antwort hinzufügen',
  send: 'Antwort senden',
  sending: 'Wird gesendet …',
  replyEmpty: 'Schreiben Sie zuerst etwas, oder fügen Sie eine Datei hinzu.',
  replyFailed:
    'Ihre Antwort ist vielleicht nicht angekommen. Sie ist noch da: Versuchen Sie es erneut, sie kommt nur einmal an.',
  filesFailed: (n) =>
    `${count(n, 'Eine Datei wurde', 'Dateien wurden')} nicht hochgeladen. Versuchen Sie es erneut oder entfernen Sie sie.`,
  replied: 'Ihre Antwort ist beim Vorgang.',
  showWaiting: 'Es gibt Neues: jetzt zeigen',
  follow: 'Folgen',
  resolve: 'Als gelöst markieren',
  reopen: 'Wieder öffnen',
  receipt: 'Beleg herunterladen',
  done: {
    attach: 'Die Dateien sind beim Vorgang.',
    resolve: 'Der Vorgang ist gelöst.',
    reopen: 'Der Vorgang ist wieder offen.',
    follow: 'Sie folgen dem Vorgang.',
    unfollow: 'Sie folgen dem Vorgang nicht mehr.',
  },
  actFailed: 'Das hat vielleicht nicht geklappt.',
  arrived: ({ comments, author, attachments }) =>
    [
      comments && count(comments, `Neue Antwort von ${author}.`, 'neue Antworten.'),
      attachments && count(attachments, 'Eine neue Datei.', 'neue Dateien.'),
    ]
      .filter(Boolean)
      .join(' '),
  statusIs: (status) => `Status: ${status}.`,
};
