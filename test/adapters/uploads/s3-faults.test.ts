import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { S3Request } from '../../../src/adapters/uploads/s3.js';
import { type Fault, FaultyFront, type Seen } from './faulty-front.js';
import { BUCKET, S3Server } from './s3-server.js';
import { faultOf, presigned } from './s3-signature.js';
import { servePage, until, UploadJourney } from './upload-journey.js';
import type { Upload, UploaderChoice } from './upload-page.js';

const MiB = 2 ** 20;
const s3: UploaderChoice = { kind: 's3', partSize: 5 * MiB };
const small = (id: string): Upload => ({ id, key: 'k', name: 'a.png', size: 3 * MiB, seed: 3 });
const large = (id: string): Upload => ({ ...small(id), size: 22 * MiB });

const server = new S3Server();
const front = new FaultyFront();
let journey: UploadJourney;
/** Signatures that the host's server has given. */
let signed: S3Request[] = [];
/** What goes wrong with a request to S3. */
let fault: (seen: Seen) => Fault | undefined;
/** Says whether the next signature has expired already. */
let isExpired: (request: S3Request) => boolean;

before(async () => {
  await front.start(await server.start());
  await servePage(front);
  journey = await UploadJourney.begin(front);
});

after(async () => {
  await journey.end();
  front.stop();
  await server.stop();
});

beforeEach(async () => {
  signed = [];
  fault = () => undefined;
  isExpired = () => false;
  front.seen.length = 0;
  front.fault = (seen) => (seen.url.startsWith('/sign?') ? sign(seen.url) : fault(seen));
  await server.empty();
  await journey.load();
});

/** What a host's server does. */
function sign(url: string): Fault {
  const request = JSON.parse(decodeURIComponent(url.slice('/sign?'.length))) as S3Request;
  signed.push(request);
  const { method, query, file } = request;
  const path = `/${BUCKET}/${file.id}`;
  const host = new URL(front.url).host;
  const now = Date.now() - (isExpired(request) ? 3_600_000 : 0);
  const address = presigned({ method, path, host, query, now, lifetime: 60 });
  return { status: 200, body: JSON.stringify({ url: front.url + address }) };
}

async function endsClean(upload: Upload, choice = s3): Promise<void> {
  const digest = await journey.begin(upload, choice);
  const { status, error, fraction, attachment } = await journey.ended(upload.id);
  assert.equal(status, 'uploaded', error);
  assert.equal(fraction, 1);
  assert.equal(attachment?.ref, `${front.url}/${BUCKET}/${upload.id}`);
  assert.deepEqual(await server.objects(), { [upload.id]: digest });
}

const partsSent = () => front.seen.filter(({ url }) => /^\/up\/.*partNumber/.test(url));

/** The first request of a kind goes wrong. */
function once(test: (seen: Seen) => boolean, ...faults: Fault[]): void {
  fault = (seen) => (test(seen) ? faults.shift() : undefined);
}

describe('an upload to S3', () => {
  it('goes in one request when it is small, and in parts when it is not', async () => {
    await endsClean(small('small'));
    assert.deepEqual(
      signed.map(({ method, query }) => [method, query]),
      [['PUT', {}]],
    );
    await server.empty();
    await endsClean(large('large'));
    assert.equal(partsSent().length, 5);
  });

  it('has three parts under way at most', async () => {
    let most = 0;
    const held: Seen[] = [];
    fault = (seen) => {
      if (!seen.url.includes('partNumber')) return undefined;
      held.push(seen);
      // The bytes of a part that is whole are all there.
      most = Math.max(most, held.filter(({ bytes }) => bytes < 2 * MiB).length);
      return undefined;
    };
    await endsClean(large('three'));
    assert.ok(most >= 1 && most <= 3, String(most));
  });

  it('is refused by this server with a signature that is wrong or has expired', () => {
    const host = 'h';
    const address = { method: 'PUT', path: '/up/x', host, query: {}, now: 0, lifetime: 60 };
    const url = presigned(address);
    assert.equal(faultOf({ method: 'PUT', url, host }, 59_000), undefined);
    assert.equal(faultOf({ method: 'PUT', url, host }, 61_000), 'AccessDenied');
    assert.equal(faultOf({ method: 'POST', url, host }, 0), 'SignatureDoesNotMatch');
    const other = url.replace('/up/x', '/up/y');
    assert.equal(faultOf({ method: 'PUT', url: other, host }, 0), 'SignatureDoesNotMatch');
    assert.equal(faultOf({ method: 'PUT', url: '/up/x', host }, 0), 'AccessDenied');
  });

  it('asks for a new signature when one has expired, and sends that part again by itself', async () => {
    const seen = new Set<string>();
    isExpired = ({ method, query }) => {
      const name = method + JSON.stringify({ ...query, uploadId: '' });
      const isFirst = !seen.has(name);
      seen.add(name);
      return isFirst;
    };
    await endsClean(small('expired'));
    await server.empty();
    await endsClean(large('expired-parts'));
    assert.equal(partsSent().length, 10);
  });

  it('says so when even a new signature is not taken', async () => {
    isExpired = () => true;
    await journey.begin(small('never'), s3);
    assert.equal((await journey.ended('never')).status, 'failed');
    assert.equal(signed.length, 2);
  });

  const kinds: Record<string, (seen: Seen) => boolean> = {
    'when it begins': ({ url }) => /\?.*uploads=/.test(url),
    'in a part': ({ url }) => url.includes('partNumber=2'),
    'when it ends': ({ url, method }) => method === 'POST' && url.includes('uploadId='),
  };
  for (const [when, test] of Object.entries(kinds)) {
    it(`arrives when the server fails, is busy, silent or out of reach ${when}`, async () => {
      const busy: Fault = { status: 429, headers: { 'retry-after': '1' } };
      once(test, { status: 500 }, busy, 'stalls', 'answer lost');
      await endsClean(large(`troubled-${when.replaceAll(' ', '-')}`), { ...s3, impatient: true });
    });
  }

  it('arrives once when nobody hears that it is whole', async () => {
    once(({ url, method }) => method === 'POST' && url.includes('uploadId='), 'answer lost');
    await endsClean(large('lost'));
  });

  it('arrives when S3 takes back its success', async () => {
    once(kinds['when it ends'] as (seen: Seen) => boolean, {
      status: 200,
      body: '<Error><Code>InternalError</Code></Error>',
    });
    await endsClean(large('taken-back'));
  });

  it('is not there because a login has answered in the place of S3', async () => {
    const login = {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<h1>Sign in</h1>',
    };
    once(({ method }) => method === 'PUT', login);
    await endsClean(small('login'));
    await server.empty();
    once(kinds['when it ends'] as (seen: Seen) => boolean, login);
    await endsClean(large('login-parts'));
  });

  it('begins anew when its parts have expired', async () => {
    once(({ url }) => url.includes('partNumber=3'), {
      status: 404,
      body: '<Error><Code>NoSuchUpload</Code></Error>',
    });
    await endsClean(large('anew'));
    assert.equal(signed.filter(({ query }) => 'uploads' in query).length, 2);
  });

  it('sends only what is missing after the page was loaded anew', async () => {
    fault = ({ url }) => (/partNumber=[45]/.test(url) ? 'stalls' : undefined);
    await journey.begin(large('reload'), s3);
    await until(async () => partsSent().filter(({ bytes }) => bytes === 5 * MiB).length === 3);
    await journey.when('reload', ({ fraction }) => fraction >= 0.6);
    await until(async () => signed.some(({ query }) => query['partNumber'] === '5'));
    await journey.page.close();
    fault = () => undefined;
    front.seen.length = 0;
    await journey.open();
    await endsClean(large('reload'));
    assert.ok(partsSent().length <= 3, String(partsSent().length));
  });

  it('is not sent again when it is there already', async () => {
    await endsClean(large('there'));
    front.seen.length = 0;
    await journey.load();
    await endsClean(large('there'));
    assert.equal(partsSent().length, 0);
  });

  it('is taken away again', async () => {
    await endsClean(small('removed'));
    await journey.remove('removed', 'k', s3);
    assert.deepEqual(await server.objects(), {});
  });

  it('has its parts dropped when it is removed on its way', async () => {
    fault = ({ url }) => (/partNumber=[45]/.test(url) ? 'stalls' : undefined);
    await journey.begin(large('dropped'), s3);
    await journey.when('dropped', ({ fraction }) => fraction >= 0.6);
    await journey.remove('dropped', 'k', s3);
    const { method, query } = signed.at(-1) ?? {};
    assert.equal(method, 'DELETE');
    assert.ok(query?.['uploadId']);
  });

  it('runs under a strict policy with Trusted Types', () => {
    assert.deepEqual(journey.violations, []);
  });
});
