import type { EndingMessages } from './en-ending.js';

export const deEnding: EndingMessages = {
  discardQuestion: 'Ihre Eingaben verwerfen?',
  discardHint: 'Ihre Angaben und Dateien gehen verloren.',
  discard: 'Verwerfen',
  keepWriting: 'Weiterschreiben',
  caseNumber: 'Vorgangsnummer',
  openCase: 'Vorgang ansehen',
  receipt: 'Beleg herunterladen',
  addFiles: 'Möchten Sie noch etwas zeigen? Dateien, die Sie jetzt hinzufügen, kommen zum Vorgang.',
  newCase: 'Weitere Anfrage schreiben',
  solvedHint: 'Es wurde kein Vorgang angelegt.',
  notSolved: 'Das Problem besteht doch noch',
};
