import { createHash, createHmac } from 'node:crypto';

/** Signature version 4 of AWS, in the query of an address ("presigned"). */

const [KEY, SECRET, REGION] = ['S3RVER', 'S3RVER', 'us-east-1'];

const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

export interface Signing {
  method: string;
  /** The path of the object, encoded. */
  path: string;
  host: string;
  query: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  now: number;
  /** Seconds. */
  lifetime: number;
}

/** The path and the query of a presigned request. */
export function presigned({ method, path, host, query, now, lifetime }: Signing): string {
  const date = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = [date.slice(0, 8), REGION, 's3', 'aws4_request'].join('/');
  const all: Record<string, string> = {
    ...query,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${KEY}/${scope}`,
    'X-Amz-Date': date,
    'X-Amz-Expires': String(lifetime),
    'X-Amz-SignedHeaders': 'host',
  };
  const signature = signatureOf({ method, path, host, query: all });
  return `${path}?${canonical({ ...all, 'X-Amz-Signature': signature })}`;
}

/** What is wrong with a presigned request, as S3 says it; nothing when it is good. */
export function faultOf(
  { method, url, host }: { method: string; url: string; host: string },
  now: number,
): 'AccessDenied' | 'SignatureDoesNotMatch' | undefined {
  const { pathname, searchParams } = new URL(url, 'http://x');
  const { 'X-Amz-Signature': signature, ...query } = Object.fromEntries(searchParams);
  if (!signature) return 'AccessDenied';
  const date = query['X-Amz-Date'] ?? '';
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const [year = 0, month = 0, ...rest] = parts.map(Number);
  const signed = Date.UTC(year, month - 1, ...rest);
  if (now > signed + Number(query['X-Amz-Expires']) * 1000) return 'AccessDenied';
  const expected = signatureOf({ method, path: pathname, host, query });
  return expected === signature ? undefined : 'SignatureDoesNotMatch';
}

function signatureOf({
  method,
  path,
  host,
  query,
}: Pick<Signing, 'method' | 'path' | 'host' | 'query'>): string {
  const [date = '', scope = ''] = [
    query['X-Amz-Date'],
    query['X-Amz-Credential']?.split('/').slice(1).join('/'),
  ];
  const request = [method, path, canonical(query), `host:${host}\n`, 'host', 'UNSIGNED-PAYLOAD'];
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(request.join('\n'))].join('\n');
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${SECRET}`);
  return hmac(key, text).toString('hex');
}

const canonical = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
