import { issuesOf } from '../../core/file-progress.js';
import { UploadError } from '../../core/upload-error.js';
import type { UploadOptions } from '../../ports/file-uploader.js';
import type { Attachment } from '../../schema/attachment.js';
import { AnswerError } from './answer-error.js';
import type { Authorization } from './authorization.js';
import { pacingOf, type Pacing } from './pacing.js';
import { persist } from './persist.js';
import { type Answer, jsonOf, send, type Sending } from './send.js';

/** How one request says what file it brings, and what its answer means. */
export interface Posting extends Pick<Sending, 'XMLHttpRequest' | 'withCredentials'> {
  method?: string | undefined;
  url: string;
  headers?: Readonly<Record<string, string>> | undefined;
  body: Blob | FormData;
  /** @throws When the answer is not that of a file that was stored. */
  decode: (status: number, answer: unknown) => Attachment;
  authorization: Authorization;
  pacing?: Partial<Pacing> | undefined;
}

/**
 * Sends a file in one request; again, with the same headers and body, when the connection is lost, nothing
 * moves any more, or the server is in trouble. Nothing is stored twice where the server knows files by
 * the id that is in each attempt.
 */
export async function postFile(
  file: File,
  options: UploadOptions,
  posting: Posting,
): Promise<Attachment> {
  const { authorization, decode, method = 'POST', headers, ...request } = posting;
  const pacing = pacingOf(posting.pacing);
  let furthest = 0;
  const attempt = async (): Promise<Attachment> => {
    const answer = await send({
      ...request,
      method,
      headers: { ...headers, ...(await authorization.headers()) },
      pacing,
      signal: options.signal,
      // What is sent anew is not told as if the file went back.
      progress: (fraction) => options.progress((furthest = Math.max(furthest, fraction))),
    });
    return decoded(answer, decode);
  };
  return persist(attempt, { file, options, pacing, renew: authorization.renew });
}

function decoded(answer: Answer, decode: Posting['decode']): Attachment {
  try {
    return decode(answer.status, jsonOf(answer.text));
  } catch (error) {
    if (!(error instanceof UploadError)) throw error;
    throw failureOf(answer);
  }
}

/** What an answer that is no success means to the person, and to the next attempt. */
export function failureOf({ status, text, header }: Answer, mayPass?: boolean): AnswerError {
  const issues = issuesOf(jsonOf(text));
  const retryAfter = [429, 503].includes(status) ? header('retry-after') : null;
  return new AnswerError(status, {
    issues,
    retryAfter,
    ...(mayPass === undefined ? {} : { mayPass }),
  });
}
