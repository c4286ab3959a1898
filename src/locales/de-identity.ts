import type { IdentityMessages } from './en-identity.js';

export const deIdentity: IdentityMessages = {
  expired:
    'Ihre Anmeldung gilt nicht mehr. Melden Sie sich noch einmal an: Ihr Text bleibt erhalten.',
  unknown:
    'Diese E-Mail-Adresse ist nicht bekannt. Prüfen Sie sie, oder melden Sie sich an: Ihr Text bleibt erhalten.',
  signIn: 'Anmelden',
  form: 'Worum geht es?',
};
