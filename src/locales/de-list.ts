import { deStatus } from './de-view.js';
import type { ListMessages } from './en.js';

const number = /* @__PURE__ */ new Intl.NumberFormat('de');
const day = /* @__PURE__ */ new Intl.DateTimeFormat('de', { dateStyle: 'medium' });

export const deList: ListMessages = {
  status: deStatus,
  filters: {
    all: 'Alle',
    open: 'Offen',
    'awaiting-you': 'Warten auf Ihre Antwort',
    solved: 'Gelöst',
  },
  scopes: {
    mine: 'Meine Anfragen',
    copied: 'Anfragen, bei denen ich mitlese',
    organisation: 'Anfragen meiner Organisation',
  },
  refusals: {
    notFound: 'Solche Vorgänge gibt es hier nicht.',
    identity:
      'Ihre Anmeldung gilt nicht mehr. Melden Sie sich noch einmal an und versuchen Sie es dann erneut.',
    notAllowed:
      'Diese Vorgänge dürfen Sie nicht sehen. Wählen Sie andere, oder fragen Sie Ihre Organisation.',
  },
  heading: 'Vorgänge',
  whose: 'Wessen',
  which: 'Status',
  search: 'Vorgänge durchsuchen',
  newCase: 'Neuer Vorgang',
  columns: {
    number: 'Nummer',
    subject: 'Betreff',
    requester: 'Von',
    status: 'Status',
    severity: 'Dringlichkeit',
    owner: 'Zuständig',
    created: 'Angelegt',
    updated: 'Letzte Änderung',
  },
  day: (date) => day.format(date),
  count: (n) => number.format(n),
  isNew: 'Neu',
  loading: 'Vorgänge werden geladen …',
  failed: 'Die Vorgänge konnten nicht geladen werden.',
  tryAgain: 'Erneut versuchen',
  none: 'Noch keine Vorgänge.',
  noneFound: 'Kein Vorgang passt. Wählen oder suchen Sie anders.',
  range: (from, to, total) =>
    `${number.format(from)}–${number.format(to)}${total === undefined ? '' : ` von ${number.format(total)}`}`,
  previous: 'Vorige Seite',
  next: 'Nächste Seite',
  recent: 'Zuletzt angesehen',
};
