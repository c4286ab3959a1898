import type { Issue } from '../schema/outcome.js';

/** A file could not be stored. What `issues` say is shown to the person; the message is not. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
  /** The status of the server's answer; 0 when there was none. */
  readonly status: number;
  readonly issues: readonly Issue[];

  constructor({ status, issues = [] }: { status: number; issues?: readonly Issue[] }) {
    super(status ? `The upload was answered with ${status}.` : 'The upload was not answered.');
    this.status = status;
    this.issues = issues;
  }
}
