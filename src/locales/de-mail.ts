import type { MailMessages } from './en-mail.js';

export const deMail: MailMessages = {
  write: 'Stattdessen eine E-Mail schreiben',
  files: (n) =>
    n === 1
      ? 'Ihre Datei geht nicht mit: Hängen Sie sie an die E-Mail an.'
      : `Ihre ${n} Dateien gehen nicht mit: Hängen Sie sie an die E-Mail an.`,
  cut: 'So viel Text passt nicht in den Entwurf. Kopieren Sie alles, und fügen Sie es dort ein.',
  copy: 'Text kopieren',
  copied: 'Der Text ist kopiert. Fügen Sie ihn in die E-Mail ein.',
  copyFailed: 'Der Text ließ sich nicht von selbst kopieren. Hier ist er:',
  yes: 'Ja',
};
