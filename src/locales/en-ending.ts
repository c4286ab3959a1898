/** Texts of the end of a draft: it has become a case, an article has solved it, or it is dropped. */
export interface EndingMessages {
  discardQuestion: string;
  discardHint: string;
  discard: string;
  keepWriting: string;
  caseNumber: string;
  openCase: string;
  receipt: string;
  addFiles: string;
  newCase: string;
  solvedHint: string;
  notSolved: string;
}

/** The English texts; they come with what shows them. */
export const enEnding: EndingMessages = {
  discardQuestion: 'Discard what you wrote?',
  discardHint: 'Answers and files will be gone.',
  discard: 'Discard',
  keepWriting: 'Keep writing',
  caseNumber: 'Case number',
  openCase: 'Open the case',
  receipt: 'Download a receipt',
  addFiles: 'Files that you add now join the case.',
  newCase: 'Write another request',
  solvedHint: 'No case was opened.',
  notSolved: 'It is not solved after all',
};
