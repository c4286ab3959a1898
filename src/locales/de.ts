import { deDiagnostics } from './de-diagnostics.js';
import { deExisting } from './de-existing.js';
import { deDesk } from './de-desk.js';
import { deHelpful } from './de-helpful.js';
import { deEnding } from './de-ending.js';
import { deIdentity } from './de-identity.js';
import { deIncidents } from './de-incidents.js';
import { deRouting } from './de-routing.js';
import { deLauncher } from './de-launcher.js';
import { deMail } from './de-mail.js';
import { deList } from './de-list.js';
import { deView } from './de-view.js';
import type {
  CaseFormMessages,
  CaseSolutionsMessages,
  CaseUploadMessages,
  DeliveryMessages,
  DraftMessages,
  ErrorMessages,
  FormMessages,
  Messages,
  NewCaseMessages,
  SolutionMessages,
  UploadMessages,
} from './en.js';

const number = /* @__PURE__ */ new Intl.NumberFormat('de', { maximumFractionDigits: 20 });
const percentage = /* @__PURE__ */ new Intl.NumberFormat('de', { style: 'percent' });
const plural = /* @__PURE__ */ new Intl.PluralRules('de');
const day = /* @__PURE__ */ new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeZone: 'UTC' });
const ago = /* @__PURE__ */ new Intl.RelativeTimeFormat('de', { numeric: 'auto' });

/** The word for so many, and the number before it where there is more or less than one. */
function count(n: number, one: string, other: string): string {
  return plural.select(n) === 'one' ? one : `${number.format(n)} ${other}`;
}

function size(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(bytes || 1) / 3), 3);
  return new Intl.NumberFormat('de', {
    style: 'unit',
    unit: `${['', 'kilo', 'mega', 'giga'][power]}byte`,
    unitDisplay: power ? 'short' : 'long',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}

const isDay = (limit: number | string) => /^\d{4}-\d\d-\d\d$/.test(String(limit));

/** A number or a day that an answer must not go beyond. */
function bound(limit: number | string): string {
  const time = isDay(limit) ? Date.parse(String(limit)) : NaN;
  if (!Number.isNaN(time)) return day.format(time);
  return typeof limit === 'number' ? number.format(limit) : limit;
}

const errors: ErrorMessages = {
  required: (label) => `Bitte machen Sie eine Angabe zu „${label}“.`,
  tooShort: (label, limit) => `„${label}“ braucht mindestens ${number.format(limit)} Zeichen.`,
  tooLong: (label, limit) => `„${label}“ darf höchstens ${number.format(limit)} Zeichen haben.`,
  tooSmall: (label, limit) =>
    isDay(limit)
      ? `„${label}“ darf nicht vor dem ${bound(limit)} liegen.`
      : `„${label}“ muss mindestens ${bound(limit)} sein.`,
  tooBig: (label, limit) =>
    isDay(limit)
      ? `„${label}“ darf nicht nach dem ${bound(limit)} liegen.`
      : `„${label}“ darf höchstens ${bound(limit)} sein.`,
  email: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  phone: 'Geben Sie eine Telefonnummer ein, zum Beispiel +49 30 23125 014.',
  url: 'Geben Sie eine Webadresse ein, die mit https:// oder http:// beginnt.',
  number: 'Geben Sie eine Zahl ein.',
  step: (label, step) => `„${label}“ geht nur in Schritten von ${number.format(step)}.`,
  date: 'Geben Sie ein Datum ein.',
  option: (label) => `Wählen Sie zu „${label}“ eine der angebotenen Antworten.`,
  pattern: (label) => `„${label}“ hat nicht die verlangte Form.`,
  consent: (label) => `Ihre Zustimmung ist nötig: „${label}“`,
  invalid: (label) => `Die Angabe zu „${label}“ war nicht zu verstehen.`,
  filesFailed: (n) =>
    `${count(n, 'Eine Datei wurde', 'Dateien wurden')} nicht hochgeladen. Versuchen Sie es erneut oder entfernen Sie sie.`,
};

const form: FormMessages = {
  submit: 'Absenden',
  sending: 'Wird gesendet …',
  waitingForFiles: 'Ihre Dateien werden noch hochgeladen …',
  cancel: 'Abbrechen',
  tryAgain: 'Erneut versuchen',
  optional: 'freiwillig',
  choose: 'Bitte wählen …',
  summary: (n) => `Bitte prüfen Sie ${count(n, 'eine Angabe', 'Angaben')}`,
  failed: 'Ihre Anfrage ist vielleicht nicht angekommen',
  failedHint: 'Alles, was Sie geschrieben haben, ist noch da.',
  submitted: 'Ihre Anfrage ist angekommen',
  solved: 'Schön, dass das geholfen hat',
  characters: (used, limit) => `${number.format(used)} von ${number.format(limit)} Zeichen`,
};

const newCase: NewCaseMessages = {
  requester: 'Wer hat das Problem?',
  requesterHelp: 'Die Organisation oder die Person.',
  contact: 'Wie sollen wir Kontakt aufnehmen?',
  contactEmail: 'E-Mail',
  contactPhone: 'Telefon',
  contactCase: 'Kommentar zum Vorgang',
  email: 'E-Mail-Adresse',
  phone: 'Telefonnummer',
  product: 'Womit arbeiten Sie gerade?',
  topic: 'Geht es um eines der folgenden Themen?',
  subject: 'Betreff',
  subjectHelp: 'Eine Zeile, die sagt, was nicht stimmt.',
  description: 'Beschreibung',
  descriptionHelp: 'Was Sie getan haben, was Sie erwartet haben und was stattdessen geschehen ist.',
  products: {
    account: 'Konto und Zugang',
    system: 'Systemverwaltung',
    data: 'Daten und Berichte',
    billing: 'Abrechnung',
  },
  topics: {
    account: { 'sign-in': 'Anmeldung', access: 'Berechtigungen' },
    system: { availability: 'Verfügbarkeit des Systems', performance: 'Geschwindigkeit' },
    data: { reports: 'Berichte', import: 'Import und Export' },
    billing: { invoices: 'Rechnungen', plan: 'Tarif' },
  },
};

const solutions: SolutionMessages = {
  heading: 'Empfohlene Lösungen',
  intro: 'Während Sie schreiben, erscheinen hier Artikel, die helfen können.',
  found: (n) =>
    n
      ? count(n, 'Ein Artikel könnte helfen', 'Artikel könnten helfen')
      : 'Kein Artikel passt. Ihr Fall geht an einen Menschen.',
  failed: 'Die Artikel konnten nicht geladen werden.',
  tryAgain: 'Erneut versuchen',
  updated: (n, unit) => `Aktualisiert ${ago.format(-n, unit)}`,
  date: (date) => day.format(date),
  back: 'Zurück zu allen Lösungen',
  openArticle: 'Artikel öffnen',
  newTab: '(neuer Tab)',
  outline: 'In diesem Artikel',
  solved: 'Das hat mein Problem gelöst',
  refuse: 'Nicht das Richtige',
  newer: 'Neuere Vorschläge zeigen',
  thanks: 'Schön, dass das geholfen hat.',
};

const upload: UploadMessages = {
  label: 'Anhänge',
  choose: 'Dateien auswählen',
  drop: 'oder hierher ziehen oder ein Bildschirmfoto einfügen',
  limits: ({ maxFiles, maxSize, accept }) =>
    `${maxFiles === 1 ? 'Eine Datei mit' : `Bis zu ${number.format(maxFiles)} Dateien mit je`} höchstens ${size(maxSize)}${accept.length ? `: ${accept.join(', ')}` : ''}.`,
  size,
  waiting: 'Wartet',
  uploading: (percent) => `Wird hochgeladen, ${percentage.format(percent / 100)}`,
  uploaded: 'Hochgeladen',
  kept: 'Noch da: ließ sich nicht entfernen',
  enclosed: 'Wird mit dem Formular gesendet',
  failed: 'Nicht hochgeladen',
  cancel: (name) => `${name} abbrechen`,
  retry: (name) => `${name} erneut versuchen`,
  remove: (name) => `${name} entfernen`,
  rejected: (reason, { maxFiles, maxSize }) =>
    ({
      type: 'Nicht hinzugefügt: Diese Art von Datei wird nicht angenommen.',
      size: `Nicht hinzugefügt: Die Datei ist größer als ${size(maxSize)}.`,
      count: `Nicht hinzugefügt: Mehr als ${count(maxFiles, 'eine Datei ist', 'Dateien sind')} nicht möglich.`,
      empty: 'Nicht hinzugefügt: Die Datei ist leer.',
      content: 'Nicht hinzugefügt: Der Inhalt ist nicht, was der Name sagt.',
      folder:
        'Nur zum Teil hinzugefügt: Der Ordner enthält zu viele Dateien oder solche, die sich nicht lesen lassen.',
    })[reason],
  rejectedMore: (n) =>
    `${count(n, 'Eine weitere Datei wurde', 'weitere Dateien wurden')} nicht hinzugefügt.`,
  progress: (ready, total) =>
    `${number.format(ready)} von ${count(total, 'einer Datei', 'Dateien')} bereit`,
  required: 'Fügen Sie mindestens eine Datei hinzu.',
  pastedName: 'Bildschirmfoto',
  private: 'Ort und Urheber werden aus Bildern entfernt.',
  screenshot: 'Bildschirmfoto aufnehmen',
  photo: 'Foto aufnehmen',
  more: async () => (await import('./de-files.js')).files,
};

const clock = /* @__PURE__ */ new Intl.DateTimeFormat('de', { hour: '2-digit', minute: '2-digit' });
const date = /* @__PURE__ */ new Intl.DateTimeFormat('de', { day: 'numeric', month: 'long' });
const list = /* @__PURE__ */ new Intl.ListFormat('de');
const KINDS = {
  password: 'ein Passwort',
  key: 'einen Schlüssel',
  token: 'einen Zugriffstoken',
  card: 'eine Kartennummer',
} as const;

const second = /* @__PURE__ */ new Intl.DateTimeFormat('de', { timeStyle: 'medium' });

const delivery: DeliveryMessages = {
  slow: 'Bis jetzt kam keine Antwort. Alles, was Sie geschrieben haben, ist noch da.',
  offline: 'Sie sind offline. Ihre Anfrage geht ab, sobald wieder eine Verbindung besteht.',
  failing: 'Ihre Anfrage kam noch nicht durch. Sie wird von selbst erneut gesendet.',
  busy: (until) =>
    `Der Dienst ist ausgelastet. Ihre Anfrage wird um ${second.format(until)} Uhr erneut gesendet.`,
  tryNow: 'Jetzt senden',
  stop: 'Nicht mehr senden',
  interrupted: 'Die Seite wurde geschlossen, während Ihre Anfrage gesendet wurde.',
  repeat: 'Versuchen Sie es erneut: Die Anfrage wird dadurch nicht doppelt angelegt.',
  unknown:
    'Niemand kann sagen, ob Ihre Anfrage angekommen ist. Wenn Sie sie erneut senden, gibt es sie vielleicht doppelt: Sehen Sie zuerst in Ihrer E-Mail nach.',
  sent: async () => (await import('./de-sent.js')).sent,
};

const drafts: DraftMessages = {
  heading: 'Ihr Entwurf',
  saved: 'Auf diesem Gerät gespeichert',
  savedInTab: 'Gespeichert, bis Sie diesen Tab schließen',
  keep: 'Auf diesem Gerät behalten',
  restored: (at, isToday) =>
    `Wiederhergestellt, Stand ${isToday ? '' : `${date.format(at)}, `}${clock.format(at)} Uhr`,
  startOver: 'Neu beginnen',
  changedElsewhere: 'Dieser Entwurf wurde in einem anderen Tab geändert.',
  droppedElsewhere: 'Dieser Entwurf wurde in einem anderen Tab beendet. Hier ist ein neuer.',
  beingSent: 'Dieser Entwurf wird bereits gesendet, vielleicht in einem anderen Tab …',
  sentElsewhere: (number) =>
    `Dieser Entwurf wurde in einem anderen Tab gesendet${number && `: Vorgang ${number}`}. Hier ist ein neuer.`,
  leftovers: 'Was nicht mehr in das Formular passt:',
  dismiss: 'Ich habe, was ich brauche',
  unsaved: (problem) =>
    ({
      blocked:
        'Dieser Browser lässt nicht zu, dass Entwürfe gespeichert werden. Sie können schreiben und absenden, sollten die Seite aber nicht verlassen.',
      full: 'Auf diesem Gerät ist kein Platz mehr für den Entwurf. Sie können schreiben und absenden, sollten die Seite aber nicht verlassen.',
      slow: 'Der Entwurf konnte noch nicht gespeichert werden. Sie können trotzdem schreiben und absenden.',
      files:
        'Nicht jede Datei kann gespeichert werden. Absenden geht; wenn Sie die Seite verlassen, fügen Sie Ihre Dateien danach erneut hinzu.',
    })[problem],
  secret: (label, kinds) =>
    `„${label}“ enthält offenbar ${list.format(kinds.map((kind) => KINDS[kind]))}.`,
  secretHint: 'Um Ihnen zu helfen, braucht das niemand.',
  mask: 'Unkenntlich machen',
  sendAsIs: 'So absenden',
};

const language = 'de';
const direction = 'ltr';

export const deForm: CaseFormMessages = {
  language,
  direction,
  errors,
  form,
  newCase,
  drafts,
  delivery,
  mail: deMail,
  diagnostics: deDiagnostics,
  ending: deEnding,
  identity: deIdentity,
  routing: deRouting,
};
export const deSolutions: CaseSolutionsMessages = { language, direction, solutions };
export const deUpload: CaseUploadMessages = { language, direction, upload };

/** German. */
export const de: Messages = {
  language,
  direction,
  errors,
  form,
  newCase,
  solutions,
  upload,
  drafts,
  delivery,
  mail: deMail,
  diagnostics: deDiagnostics,
  incidents: deIncidents,
  existing: deExisting,
  view: deView,
  list: deList,
  desk: deDesk,
  launcher: deLauncher,
  helpful: deHelpful,
  ending: deEnding,
  identity: deIdentity,
  routing: deRouting,
};
