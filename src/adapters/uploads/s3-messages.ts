import { AnswerError } from './answer-error.js';
import { failureOf } from './post-file.js';
import type { Answer } from './send.js';

/** Codes of S3 that mean a connection too slow or cut. */
const PASSING = [
  'RequestTimeout',
  'IncompleteBody',
  'OperationAborted',
  'SlowDown',
  'InternalError',
];
/** Codes that a new signature mends, whatever their status. */
const EXPIRED = ['ExpiredToken', 'RequestExpired', 'TokenRefreshRequired', 'RequestTimeTooSkewed'];

/** What went wrong, if anything did: a 200 may hold an error, since S3 begins to answer before it knows. */
export function failureOfS3(answer: Answer): AnswerError | undefined {
  const { status, text, header } = answer;
  const code = codeOf(text);
  // Whoever was sent on to a login, or to the page of a guest network, has not been heard by S3.
  if (text && /^text\/html/i.test(header('content-type') ?? '')) {
    return failureOf(answer, status < 300 || undefined);
  }
  if (status >= 200 && status < 300 && !code) return undefined;
  if (EXPIRED.includes(code)) return new AnswerError(403);
  if (PASSING.includes(code) || (code && status < 300)) return failureOf(answer, true);
  return failureOf(answer);
}

const codeOf = (text: string): string => /<Error>[^]*?<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? '';

/** @throws TypeError when the answer names no upload. */
export function uploadIdOf(text: string): string {
  const id = /<UploadId>([^<]+)<\/UploadId>/.exec(text)?.[1];
  if (!id) throw new TypeError('S3 has answered without an UploadId.');
  return unescaped(id);
}

/** Puts the parts together. */
export function completion(etags: readonly string[]): string {
  const parts = etags.map(
    (etag, index) =>
      `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`,
  );
  const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';
  return `<CompleteMultipartUpload xmlns="${namespace}">${parts.join('')}</CompleteMultipartUpload>`;
}

/** Whether an answer is about an object of so many bytes. */
export const isThere = ({ header }: Answer, size: number): boolean =>
  Number(header('content-length')) === size;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);

const unescaped = (text: string): string =>
  text.replace(
    /&(?:amp|lt|gt|quot);/g,
    (entity) => Object.keys(ENTITIES).find((letter) => ENTITIES[letter] === entity) ?? entity,
  );
