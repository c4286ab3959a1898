import type { SentMessages } from './en-sent.js';

const number = /* @__PURE__ */ new Intl.NumberFormat('de');

export const sent: SentMessages = {
  ledger: ({ total, attached, again, failed }) =>
    [
      'Anfrage gesendet',
      `${number.format(attached)} von ${number.format(total)} ${total === 1 ? 'Datei' : 'Dateien'} angehängt`,
      ...(again.length === 1 ? [`Datei ${number.format(again[0] ?? 0)} wird erneut versucht`] : []),
      ...(again.length > 1 ? [`${number.format(again.length)} werden erneut versucht`] : []),
      ...(failed ? [`${number.format(failed)} nicht hochgeladen`] : []),
    ].join(' · '),
  attaching: 'das Anhängen dauert länger und wird von selbst erneut versucht',
  notAttached: 'die Dateien ließen sich nicht anhängen',
  noFiles: 'Hier werden keine Dateien angenommen.',
};
