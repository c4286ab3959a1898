/** Texts of the launcher, and of the dialog that it opens. */
export interface LauncherMessages {
  /** On the button. */
  open: string;
  /** Above what it opens. */
  title: string;
  close: string;
  loading: string;
  failed: string;
}

/** The English texts; they come with what shows them. */
export const enLauncher: LauncherMessages = {
  open: 'Get help',
  title: 'Open a case',
  close: 'Close',
  loading: 'Loading…',
  failed: 'This could not be loaded. Check your connection and try again.',
};
