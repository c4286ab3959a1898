import type { DiagnosticsMessages } from './en-diagnostics.js';

const number = /* @__PURE__ */ new Intl.NumberFormat('de');

export const deDiagnostics: DiagnosticsMessages = {
  preview: 'Das geht mit',
  hint: 'Ändern Sie es, oder nehmen Sie heraus, was niemand sehen soll. Ohne das Häkchen geht nichts mit.',
  limits: (lines, characters) =>
    `Höchstens ${number.format(lines)} Zeilen und ${number.format(characters)} Zeichen; Passwörter und Schlüssel sind unkenntlich.`,
  collecting: 'Wird gesammelt…',
  again: 'Noch einmal sammeln',
  collected: 'Die Angaben sind da. Sehen Sie sie durch, bevor Sie sie senden.',
  removed: 'Die Angaben sind entfernt. Nichts davon geht mit.',
  failed: 'Die Angaben ließen sich nicht sammeln. Nichts davon geht mit.',
  unavailable: '(nicht verfügbar)',
  nothing: '(nichts)',
  page: 'Seite',
  browser: 'Programm',
  build: 'Fassung',
  errors: 'Letzte Fehler',
};
