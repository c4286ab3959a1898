import process from 'node:process';
import type { Desk } from './desk.js';
import { problem, refusal } from './http/answers.js';
import { BodyTooLargeError, HttpError } from './http/http-error.js';
import { whole } from './reach-case.js';
import { IncompleteFileError } from './store/file-store.js';
import { isBusy } from './store/database.js';
import { IdentityError } from './viewer.js';

/** The answer when a route has thrown. What went wrong inside stays inside. */
export function answerFor(
  error: unknown,
  { messages, texts }: Pick<Desk, 'messages' | 'texts'>,
  onError: (error: unknown) => void,
): Response {
  if (error instanceof BodyTooLargeError) {
    return refusal(413, [{ path: [], message: texts.tooLarge(messages.upload.size(error.limit)) }]);
  }
  if (error instanceof IdentityError) {
    return refusal(401, [whole('identity', texts.invalidUser)]);
  }
  if (error instanceof HttpError) return problem(error.status, error.message);
  if (error instanceof IncompleteFileError) return problem(400, error.message);
  onError(error);
  if (isBusy(error)) return problem(503, 'The desk is busy. Try again.', { 'retry-after': '1' });
  return problem(500, 'The desk has failed. Try again.');
}

/** Where failures go when nobody else takes them. */
export function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
