/** What is said to somebody whom the desk does not know, or no longer. */
export interface IdentityMessages {
  /** They were signed in. */
  expired: string;
  /** They gave an address that the desk does not accept. */
  unknown: string;
  signIn: string;
  /** Asks which of several forms the person wants. */
  form: string;
}

/** The English texts; they come with what shows them. */
export const enIdentity: IdentityMessages = {
  expired: 'Your sign-in is no longer valid. Sign in again: what you wrote stays here.',
  unknown:
    'The desk does not know this e-mail address. Check it, or sign in: what you wrote stays here.',
  signIn: 'Sign in',
  form: 'What is it about?',
};
