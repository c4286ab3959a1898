import type { CaseLookController } from '../../controllers/case-look-controller.js';
import type { ViewMessages } from '../../locales/en.js';

/** What writing under a case needs of what shows it. */
export interface Reading {
  readonly look: CaseLookController;
  texts: () => ViewMessages;
  /** Announces something. */
  say: (text: string) => void;
  /** Resolves when nothing is left of whoever has signed out. */
  forgotten: () => Promise<void>;
}
