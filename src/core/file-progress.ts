import { type Attachment, AttachmentSchema } from '../schema/attachment.js';
import { type Issue, RefusalSchema } from '../schema/outcome.js';
import { parse } from '../schema/parse.js';
import { described, type FileRow, type FileState, isPending } from './attachments.js';

/** Whether a file is tried again by itself. */
export const isPausing = ({ state }: FileRow): boolean =>
  state.status === 'waiting' && state.pause !== undefined;

/** Whether a file has failed, and is tried again by itself. */
export const isTriedAgain = (row: FileRow): boolean =>
  row.wait !== undefined || (isPending(row) && Boolean(row.tries));

/** Whether there is something to tell the person about a file. */
export const isProblem = ({ state, isKept, isStalled }: FileRow): boolean =>
  isKept || isStalled || state.status === 'rejected' || state.status === 'failed';

/** Begins or goes on with an attempt; nonsense counts as nothing. */
export function uploading(attempt: AbortController, fraction: number): FileState {
  return { status: 'uploading', attempt, fraction: Math.min(Math.max(fraction || 0, 0), 1) };
}

/** Takes a row on. What an attempt says counts only while it is under way; `false` when it is late. */
export function advance(row: FileRow, attempt: AbortController, state: FileState): boolean {
  const counts = row.state.status === 'uploading' && row.state.attempt === attempt;
  if (counts) row.state = state;
  return counts;
}

/** The state of a file that could not be stored, with what its error has to say to the person. */
export function failed(error: unknown): FileState {
  return { status: 'failed', issues: issuesOf(error) };
}

/** What an answer or an error has to say to the person. */
export function issuesOf(answer: unknown): readonly Issue[] {
  return parse(RefusalSchema, answer).value?.issues ?? [];
}

/**
 * The attachment that an uploader has answered with. An answer that gives only `ref` or `id` is
 * filled in from the file.
 *
 * @throws When the answer is anything else.
 */
export function storedAttachment(answer: unknown, file: File, id: string): Attachment {
  const given = Object(answer) as Partial<Attachment>;
  const whole = { ...described(file, id), status: 'uploaded', ...given };
  const { value } = parse(AttachmentSchema, whole);
  if (value?.status === 'uploaded' && (given.id || given.ref)) return value;
  throw new AnswerError('An upload is answered with an attachment.');
}

/** What an uploader has answered cannot be used, and its next answer would be no other. */
class AnswerError extends TypeError {
  override readonly name = 'AnswerError';
}
