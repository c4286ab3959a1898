import type { FileMessages } from './en-files.js';

const number = /* @__PURE__ */ new Intl.NumberFormat('de');

export const files: FileMessages = {
  again: (n) =>
    `Noch nicht hochgeladen · neuer Versuch in ${number.format(n)} ${n === 1 ? 'Sekunde' : 'Sekunden'}`,
  held: (n) =>
    `${n === 1 ? 'Wird' : `${number.format(n)} Dateien werden`} gesendet, sobald die Anfrage angelegt ist`,
  retrying: (n) =>
    n === 1 ? 'eine wird erneut versucht' : `${number.format(n)} werden erneut versucht`,
  stalled: 'Seit 30 Sekunden ist nichts angekommen · warten, erneut versuchen oder entfernen',
  edit: (name) => `${name} bearbeiten`,
  notTaken: 'Es wurde kein Bild aufgenommen.',
  notOpened: 'Dieses Bild lässt sich nicht bearbeiten.',
  editor: 'Bild bearbeiten',
  tools: 'Werkzeug',
  tool: { redact: 'Schwärzen', arrow: 'Pfeil', box: 'Rahmen', crop: 'Zuschneiden' },
  picture: 'Bild',
  help: 'Ziehen Sie über das Bild. Oder drücken Sie darauf die Eingabetaste, bewegen Sie die Marke mit den Pfeiltasten, ändern Sie ihre Größe mit Umschalt und den Pfeiltasten und setzen Sie sie mit der Eingabetaste. Geschwärztes ist endgültig weg.',
  mark: (tool, { x, y, width, height }) =>
    `${tool}: ${x} von links, ${y} von oben, ${width} breit, ${height} hoch`,
  set: (tool) => `${tool} gesetzt`,
  undo: 'Rückgängig',
  undone: 'Rückgängig gemacht',
  alt: 'Beschreibung',
  altHelp: 'Was das Bild zeigt, für Menschen, die es nicht sehen können.',
  done: 'Anhängen',
  leave: 'Abbrechen',
};
