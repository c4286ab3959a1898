import type { draftSchema } from '../core/draft-schema.js';
import type { Messages } from '../locales/en.js';
import type { Definition } from '../schema/definition.js';
import type { PageTexts } from './pages/page-texts.js';
import type { CaseStore } from './store/case-store.js';
import type { FileRecords } from './store/file-records.js';
import type { FileStore } from './store/file-store.js';

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
  readonly limits: DeskLimits;
  readonly messages: Messages;
  readonly texts: PageTexts;
}

export interface DeskLimits {
  /** Bytes of one file. */
  readonly fileSize: number;
  /** Files of one draft, and of its case. */
  readonly files: number;
  /** Bytes of a request without its files. */
  readonly body: number;
}
