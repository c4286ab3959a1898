import { UploadError } from '../../core/upload-error.js';
import type { Issue } from '../../schema/outcome.js';

/** An answer, or the lack of one (status 0), that an upload has ended with. */
export class AnswerError extends UploadError {
  /** What the server asks to wait: seconds or a date. */
  readonly retryAfter: string | null;
  /** Whether it may be different the next time. */
  readonly mayPass: boolean;

  constructor(
    status: number,
    {
      issues = [],
      retryAfter = null,
      mayPass = isPassing(status),
    }: { issues?: readonly Issue[]; retryAfter?: string | null; mayPass?: boolean } = {},
  ) {
    super(status, issues);
    this.retryAfter = retryAfter;
    this.mayPass = mayPass;
  }
}

/** Too early, too much, locked, or in trouble; not: cannot, never will, or has no room. */
function isPassing(status: number): boolean {
  if ([0, 408, 423, 425, 429].includes(status)) return true;
  return status >= 500 && ![501, 505, 507, 511].includes(status);
}
