import type { AttachmentPolicy } from '../core/attachment-policy.js';
import type { Case, CaseFiles, CaseReply } from '../schema/case.js';
import type { CasePage, CaseQuery } from '../schema/case-query.js';
import type { Draft } from '../schema/draft.js';
import type { Outcome, Refusal } from '../schema/outcome.js';

/** What a backend can do. What is not declared it cannot, but for the first two. */
export interface BackendCapabilities {
  /**
   * Whether a `key` that was seen before is answered with the receipt of the first time: yes unless
   * `false`. Without it nothing is sent again before the person has said so.
   */
  readonly idempotent?: boolean;
  /** When files go along: before the case exists (the default), with it, after it, as links, or never. */
  readonly attachments?: AttachmentPolicy;
  /** Whether it lists the cases of the person. */
  readonly list?: boolean;
  /** Whether the cases that the person is copied on can be listed. */
  readonly copied?: boolean;
  /** Whether the cases of the person's organisations can be listed. */
  readonly organisation?: boolean;
  /** Whether a list can be searched. */
  readonly search?: boolean;
  /** Whether a list can be sorted otherwise than by what changed last. */
  readonly sort?: boolean;
  /** Whether it tells one whole case. */
  readonly get?: boolean;
  readonly comment?: boolean;
  /** Whether it takes files for a case that exists, without a comment. */
  readonly attach?: boolean;
  readonly resolve?: boolean;
  readonly reopen?: boolean;
  readonly follow?: boolean;
}

/** How a question is asked. */
export interface AskOptions {
  /** Aborts when the answer is no longer wanted. */
  signal: AbortSignal;
}

/**
 * The ticketing system that cases go to.
 *
 * Each method resolves with an answer or with a refusal, whose issues say why: an issue with an empty
 * `path` and the `code` `notFound` (there is no such case for this person: whether it exists nobody
 * learns), `identity` (who asks is unknown, or is not valid any more), or `notAllowed` (not for this
 * person, or not now). A method rejects only when it cannot tell: no connection, no answer, an answer that
 * makes no sense. An error may say which `status` of HTTP came, and in `retryAfter` when another try is
 * welcome (seconds or a date, as in the header of that name).
 *
 * What changes a case resolves with the case as it is then, and can be asked again: it has happened once.
 * `number` is the `number` of a case, or what a guest's link calls it.
 */
export interface CaseBackend {
  /** What is not declared is as described there. */
  readonly capabilities?: BackendCapabilities;
  /**
   * Opens a case for a draft.
   *
   * Resolves with a receipt (the case exists) or a refusal (it does not, and why, per field). The draft's
   * `key` stays the same when it is sent again; a backend that sees it twice answers with the receipt of
   * the first time.
   */
  submit(draft: Draft, options: AskOptions): Promise<Outcome>;
  /** One page of cases. */
  list?(query: CaseQuery, options: AskOptions): Promise<CasePage | Refusal>;
  /**
   * One whole case, which this person has seen then.
   *
   * With `since`, the `version` that is known already, it resolves with `undefined` when that is still the
   * present one.
   */
  get?(
    number: string,
    options: AskOptions & { since?: string },
  ): Promise<Case | Refusal | undefined>;
  /** Writes under a case. The files were uploaded with the `key` of the reply. */
  comment?(number: string, reply: CaseReply, options: AskOptions): Promise<Case | Refusal>;
  /**
   * Adds files that were uploaded with the `key`. Asked again with the same key, it adds those of them
   * that the case does not have yet.
   */
  attach?(number: string, files: CaseFiles, options: AskOptions): Promise<Case | Refusal>;
  /** Marks a case as solved. */
  resolve?(number: string, options: AskOptions): Promise<Case | Refusal>;
  /** Opens a solved case again. */
  reopen?(number: string, options: AskOptions): Promise<Case | Refusal>;
  /** Starts or stops following a case. */
  follow?(number: string, isFollowed: boolean, options: AskOptions): Promise<Case | Refusal>;
}
