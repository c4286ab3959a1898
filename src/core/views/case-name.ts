import type { CaseSummary } from '../../schema/case.js';

/** What stands on the link to a case: its subject, or its number where there is nothing of that to see. */
export const caseName = ({ subject, number }: Pick<CaseSummary, 'subject' | 'number'>): string =>
  /[^\s\p{C}]/u.test(subject) ? subject : number;
