import type { Issue } from '../schema/outcome.js';

/** A file could not be stored. What `issues` say is shown to the person; the message is not. */
export class UploadError extends Error {
  override readonly name = 'UploadError';

  constructor(
    /** The status of the server's answer; 0 when there was none. */
    readonly status: number,
    readonly issues: readonly Issue[] = [],
  ) {
    super(`The upload got no usable answer (status ${status}).`);
  }
}
