/** Texts of the technical details that may go along. */
export interface DiagnosticsMessages {
  /** Names the text before it goes along. */
  preview: string;
  hint: string;
  limits(lines: number, characters: number): string;
  collecting: string;
  again: string;
  /** Announced. */
  collected: string;
  removed: string;
  failed: string;
  /** Stands for a part that could not be collected. */
  unavailable: string;
  /** Stands where there is nothing, such as no error. */
  nothing: string;
  page: string;
  browser: string;
  build: string;
  errors: string;
}

const number = /* @__PURE__ */ new Intl.NumberFormat('en');

/** The English texts; they come with what shows them. */
export const enDiagnostics: DiagnosticsMessages = {
  preview: 'This goes along',
  hint: 'Change it, or take out what nobody should see. Without the tick, nothing goes along.',
  limits: (lines, characters) =>
    `At most ${number.format(lines)} lines and ${number.format(characters)} characters; passwords and keys are masked.`,
  collecting: 'Collecting…',
  again: 'Collect again',
  collected: 'The details are ready. Look through them before you send them.',
  removed: 'The details are removed. Nothing of them goes along.',
  failed: 'The details could not be collected. Nothing of them goes along.',
  unavailable: '(not available)',
  nothing: '(none)',
  page: 'Page',
  browser: 'Browser',
  build: 'Version',
  errors: 'Last errors',
};
