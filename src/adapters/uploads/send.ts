import { untilAborted } from '../../core/until-aborted.js';
import { AnswerError } from './answer-error.js';
import { watched, type Watch } from './watched.js';

const XHR_DONE = 4;

export interface Sending extends Watch {
  method: string;
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: Blob | FormData | string | null;
  /** Takes how much of the body has gone out, from 0 to 1. */
  progress?: (fraction: number) => void;
  /** Sends the page's cookies to another site. */
  withCredentials?: boolean | undefined;
  /** `fetch` cannot tell how much of a body has gone out. */
  XMLHttpRequest?: typeof globalThis.XMLHttpRequest | undefined;
}

export interface Answer {
  status: number;
  text: string;
  header: (name: string) => string | null;
}

/**
 * Makes one request with XMLHttpRequest.
 *
 * @throws AnswerError with the status 0 when there is no answer, or no sign of one for too long.
 */
export async function send(sending: Sending): Promise<Answer> {
  sending.signal.throwIfAborted();
  return watched((moved, signal) => {
    const request = open(sending);
    request.upload.onprogress = ({ loaded, total }) => {
      moved();
      sending.progress?.(total ? loaded / total : 0);
    };
    request.onprogress = moved;
    const answered = new Promise<Answer>((resolve, reject) => {
      request.onloadend = () => {
        if (request.status === 0) reject(new AnswerError(0));
        else resolve(answerOf(request));
      };
      request.send(sending.body ?? null);
    });
    const abort = () => {
      // What is over would lose its answer.
      if (request.readyState !== XHR_DONE) request.abort();
    };
    signal.addEventListener('abort', abort, { once: true });
    return untilAborted(answered, signal);
  }, sending);
}

function open({ method, url, headers = {}, withCredentials, ...more }: Sending): XMLHttpRequest {
  const request = new (more.XMLHttpRequest ?? XMLHttpRequest)();
  request.open(method, url);
  request.withCredentials = withCredentials ?? false;
  for (const header of Object.entries(headers)) request.setRequestHeader(...header);
  return request;
}

const answerOf = (request: XMLHttpRequest): Answer => ({
  status: request.status,
  text: request.responseText,
  header: (name) => request.getResponseHeader(name),
});

/** The JSON that an answer holds, or `null`. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
