/** Bytes that are no index, a damaged one, or one of another version. */
export class IndexError extends Error {
  override readonly name = 'IndexError';
}
