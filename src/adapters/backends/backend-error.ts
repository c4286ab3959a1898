/** A backend gave no answer that says whether the case exists. */
export class BackendError extends Error {
  override readonly name = 'BackendError';

  constructor(
    /** The status of HTTP; 0 when there was none to see. */
    readonly status: number,
    /** When another try is welcome, as in the header `Retry-After`: seconds or a date. */
    readonly retryAfter?: string | null,
  ) {
    super(`No usable answer (status ${status}).`);
  }
}
