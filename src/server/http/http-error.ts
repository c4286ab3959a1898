/** A request that cannot be answered as it is; the message is for whoever has sent it. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    readonly status: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** More was sent than the desk takes in one go. */
export class BodyTooLargeError extends HttpError {
  constructor(
    /** Bytes. */
    readonly limit: number,
  ) {
    super(413, `This address takes at most ${limit} bytes.`);
  }
}
