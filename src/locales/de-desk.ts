import type { DeskMessages } from './en.js';

export const deDesk: DeskMessages = {
  label: 'Support',
  new: 'Neuer Vorgang',
  cases: 'Meine Vorgänge',
  case: 'Vorgang',
  loading: 'Wird geladen …',
  failed: 'Dieser Teil der Seite konnte nicht geladen werden.',
  tryAgain: 'Erneut versuchen',
  submitted: (number) => `Ihre Anfrage ist angekommen. Sie ist Vorgang ${number}.`,
  keepAddress:
    'Bewahren Sie die Adresse dieser Seite oder den Beleg auf: Ohne Konto führt nichts anderes zu ihm zurück.',
};
