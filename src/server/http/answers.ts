import type { Issue } from '../../schema/outcome.js';
import type { Html } from '../pages/markup.js';
import { STYLE_SOURCE } from '../pages/style.js';

const HEADERS = {
  // Cases are private, and the search is answered anew: nothing stays in a cache.
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'referrer-policy': 'no-referrer',
};

/** An answer in JSON. */
export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  return Response.json(body, { status, headers: { ...HEADERS, ...headers } });
}

/** A refusal, which the form understands. */
export function refusal(status: number, issues: readonly Issue[]): Response {
  return json(status, { issues });
}

/** Says why there is no answer, to whoever writes the page. */
export function problem(status: number, error: string, headers?: Record<string, string>): Response {
  return json(status, { error }, headers);
}

/** A page of the desk's own, which needs nothing but its one style sheet and runs nothing. */
export function page(status: number, { text }: Html): Response {
  return new Response(text, {
    status,
    headers: {
      ...HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'none'",
        `style-src ${STYLE_SOURCE}`,
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
  });
}

/** Sends a browser that has posted a form to another page. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { ...HEADERS, location } });
}

/** Says that it is done, and nothing else. */
export function nothingToSay(): Response {
  return new Response(null, { status: 204, headers: HEADERS });
}

/** Says that what is known already is still so. */
export function nothingChanged(etag: string): Response {
  return new Response(null, { status: 304, headers: { ...HEADERS, etag } });
}

/** Plain text to keep. */
export function text(body: string, disposition: string): Response {
  return new Response(body, {
    headers: {
      ...HEADERS,
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': disposition,
    },
  });
}

/** A file, never shown in place: it may be a page, and it came from outside. */
export function download(
  body: ReadableStream<Uint8Array>,
  file: { type: string; size: number; disposition: string },
): Response {
  return new Response(body, {
    headers: {
      ...HEADERS,
      'content-type': file.type || 'application/octet-stream',
      'content-length': String(file.size),
      'content-disposition': file.disposition,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

/** The same answer to a question that asks for no body. */
export async function withoutBody(answer: Response): Promise<Response> {
  await answer.body?.cancel();
  return new Response(null, { status: answer.status, headers: answer.headers });
}
