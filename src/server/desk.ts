import type { draftSchema } from '../core/draft-schema.js';
import type { Messages } from '../locales/en.js';
import type { Definition } from '../schema/definition.js';
import type { Links } from './links.js';
import type { PageTexts } from './pages/page-texts.js';
import type { CaseStore } from './store/case-store.js';
import type { FileRecords } from './store/file-records.js';
import type { FileStore } from './store/file-store.js';
import type { Sessions } from './store/sessions.js';
import type { Votes } from './store/votes.js';
import type { Viewer } from './viewer.js';

/** A form that the desk takes drafts of. */
export interface Form {
  readonly definition: Definition;
  readonly schema: ReturnType<typeof draftSchema<Definition>>;
}

/** What the routes of one desk share. */
export interface Desk {
  /** What the paths of all routes begin with. */
  readonly base: string;
  /** By their ids; the first one is taken where a request names none. */
  readonly forms: ReadonlyMap<string, Form>;
  readonly cases: CaseStore;
  readonly records: FileRecords;
  readonly files: FileStore;
  readonly sessions: Sessions;
  readonly votes: Votes;
  readonly links: Links;
  /** Whom the host knows behind a request. */
  readonly viewerOf: (request: Request) => Promise<Viewer | undefined>;
  /** Whether the host tells who asks. */
  readonly knowsPeople: boolean;
  readonly limits: DeskLimits;
  readonly messages: Messages;
  readonly texts: PageTexts;
}

/** Where a case lies for whoever has its link. */
export function casePath(
  head: { readonly token: string; readonly created: string },
  { base, links }: Pick<Desk, 'base' | 'links'>,
): string {
  return `${base}/cases/${links.guest(head)}`;
}

export interface DeskLimits {
  /** Bytes of one file. */
  readonly fileSize: number;
  /** Files of one draft, and of its case. */
  readonly files: number;
  /** Bytes of a request without its files. */
  readonly body: number;
}
