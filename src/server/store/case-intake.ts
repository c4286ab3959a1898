import type { Routing } from '../../core/routes.js';
import type { Draft } from '../../schema/draft.js';
import type { Requester } from '../../schema/requester.js';
import type { CaseHead, StatusLabel } from './case-rows.js';

/** Who a draft comes from, and where it goes. */
export interface Intake {
  /** The names of the fields that are sensitive as the draft is written. */
  readonly sensitive: readonly string[];
  /** The name that stands beside what was written. */
  readonly name: string;
  readonly routing: Routing;
  /** Whom the host knows; absent for an unknown person. */
  readonly known?: { readonly person: string; readonly requester: Requester } | undefined;
  readonly organisation?: string | undefined;
  /** E-mail addresses in small letters. */
  readonly copied: readonly string[];
}

/** Attachments that are not there, by their places. */
export interface Missing {
  readonly missing: readonly number[];
}

/** What became of a draft: a case, new or known, the attachments that are not there, or nothing: the case is another's. */
export type Opening =
  { readonly case: CaseHead; readonly isNew: boolean } | Missing | { readonly isForeign: true };

/** Files for a case. */
export interface NewFiles {
  readonly key: string;
  readonly attachments: Draft['attachments'];
  /** A name. */
  readonly author: string;
  /** Who that is, where the host knows them. */
  readonly by?: string | undefined;
}

/** What can change about a case beside what is said under it. */
export interface CaseChange {
  readonly label?: StatusLabel | undefined;
  readonly severity?: string | null | undefined;
  readonly owner?: string | null | undefined;
  readonly queue?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly copied?: readonly string[] | undefined;
}

/** Whether a change makes anything of a case otherwise than it is. */
export function isNews(head: CaseHead, change: CaseChange): boolean {
  return Object.entries(change).some(
    ([name, value]) =>
      value !== undefined &&
      JSON.stringify(value) !== JSON.stringify(head[name as keyof CaseChange]),
  );
}
