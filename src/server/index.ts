export type { DeskReceipt } from './accept-draft.js';
export type { Article } from './articles/article.js';
export type { ResolvedCase } from '../schema/article.js';
export { caseDesk, type CaseDesk, type CaseDeskOptions } from './case-desk.js';
export type { DescribedCase, StoredAttachment } from './describe-case.js';
export { englishPageTexts, type PageTexts } from './pages/page-texts.js';
