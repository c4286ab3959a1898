import type { LauncherMessages } from './en-launcher.js';

export const deLauncher: LauncherMessages = {
  open: 'Hilfe holen',
  title: 'Fall eröffnen',
  close: 'Schließen',
  loading: 'Wird geladen…',
  failed:
    'Das konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
};
