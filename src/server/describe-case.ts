import type { Definition } from '../schema/definition.js';
import type { Attachment } from '../schema/attachment.js';
import { publicValues } from './public-values.js';
import type { CaseHead, StoredCase } from './store/case-store.js';
import type { StoredFile } from './store/file-records.js';

/** A file that has arrived. */
export interface StoredAttachment extends Attachment {
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** What was written at one time, but for what is `sensitive`. */
interface DescribedRevision {
  readonly created: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A case as the desk tells it. */
export interface DescribedCase extends Omit<CaseHead, 'id' | 'token'> {
  readonly url: string;
  readonly subject: unknown;
  readonly description: unknown;
  readonly values: DescribedRevision['values'];
  readonly attachments: readonly (StoredAttachment & { url: string })[];
  /** Oldest first; the last one is the present. */
  readonly revisions: readonly DescribedRevision[];
}

/** A case as JSON, for whoever has its link. */
export function describeCase(
  found: StoredCase,
  url: string,
  definition: Definition | undefined,
): DescribedCase {
  const revisions = found.revisions.map((revision) => ({
    created: revision.created,
    values: publicValues(revision, definition),
  }));
  const values = revisions.at(-1)?.values ?? {};
  const { number, status, created, form, files, solutions } = found;
  return {
    number,
    url,
    status,
    created,
    form,
    subject: values['subject'],
    description: values['description'],
    values,
    attachments: files.map((file) => ({
      ...toAttachment(file),
      url: `${url}/files/${file.ref}`,
    })),
    revisions,
    solutions,
  };
}

/** A stored file as the form knows it. */
export function toAttachment({
  upload,
  name,
  size,
  type,
  ref,
  sha256,
}: StoredFile): StoredAttachment {
  return { id: upload, name, size, type, status: 'uploaded', ref, sha256 };
}
