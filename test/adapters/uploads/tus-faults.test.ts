import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type Fault, FaultyFront, type Seen } from './faulty-front.js';
import { TusServer } from './tus-server.js';
import { servePage, until, UploadJourney } from './upload-journey.js';
import type { Upload, UploaderChoice } from './upload-page.js';

const MB = 1_000_000;
const tus: UploaderChoice = { kind: 'tus' };
const picture = (id: string, more: Partial<Upload> = {}): Upload => ({
  id,
  key: 'draft-1',
  name: 'image.png',
  size: 6 * MB,
  seed: 1,
  ...more,
});

const server = new TusServer();
const front = new FaultyFront();
let journey: UploadJourney;

before(async () => {
  await front.start(await server.start());
  await servePage(front);
  journey = await UploadJourney.begin(front);
});

after(async () => {
  await journey.end();
  front.stop();
  server.stop();
});

beforeEach(async () => {
  front.fault = () => undefined;
  front.seen.length = 0;
  server.empty();
  await journey.context.setOffline(false);
  await journey.load();
});

/** Requests of one method go wrong, one after the other, as long as there are faults left. */
function faultyOf(method: string, ...faults: Fault[]): void {
  front.fault = (seen) => (seen.method === method ? faults.shift() : undefined);
}

const toFiles = (): Seen[] => front.seen.filter(({ url }) => url.startsWith('/files'));

/** Begins an upload and waits until it is there: every byte of it, and nothing else. */
async function endsClean(upload: Upload, choice: UploaderChoice = tus): Promise<void> {
  const digest = await journey.begin(upload, choice);
  await isClean({ [upload.id]: digest });
}

async function isClean(expected: Record<string, string>): Promise<void> {
  for (const id of Object.keys(expected)) {
    const { status, error, fraction, told } = await journey.ended(id);
    assert.equal(status, 'uploaded', `${id}: ${error}`);
    assert.equal(fraction, 1);
    assert.deepEqual(
      told,
      [...told].sort((a, b) => a - b),
    );
  }
  assert.deepEqual(server.files, expected);
}

describe('an upload to a tus server', () => {
  it('arrives, in one request for all of its bytes', async () => {
    await endsClean(picture('plain'));
    assert.deepEqual(
      toFiles().map(({ method }) => method),
      ['POST', 'PATCH'],
    );
  });

  for (const store of ['full', 'hanging'] as const) {
    it(`arrives when the storage of the browser is ${store}, cut connection included`, async () => {
      faultyOf('PATCH', { cutAfter: 2 * MB });
      await endsClean(picture(store), { ...tus, store });
      assert.ok(front.bytesOf('PATCH') < 14 * MB);
    });
  }

  it('sends no byte before it is noted where the file goes', async () => {
    front.fault = ({ url }) => (url.startsWith('/not') ? { status: 204 } : undefined);
    await endsClean(picture('noted'), { ...tus, store: 'slow' });
    assert.deepEqual(
      front.seen.map(({ method, url }) => (method === 'GET' ? url : method)),
      ['POST', '/noting', '/noted', 'PATCH'],
    );
  });

  it('arrives when the storage is lost on the way', async () => {
    faultyOf('PATCH', { cutAfter: 2 * MB });
    const digest = await journey.begin(picture('lost'), tus);
    await journey.when('lost', ({ fraction }) => fraction > 0);
    await journey.forgetPlaces();
    await isClean({ lost: digest });
  });

  for (const method of ['POST', 'PATCH', 'HEAD']) {
    it(`arrives when the server stalls at ${method}`, async () => {
      const faults: Record<string, Fault[]> = { PATCH: [{ cutAfter: MB }] };
      faults[method] = ['stalls', ...(method === 'HEAD' ? [] : (faults[method] ?? []))];
      front.fault = (seen) => faults[seen.method]?.shift();
      await endsClean(picture('stall'), { ...tus, impatient: true });
    });

    it(`is never sent before Retry-After, after a 429 at ${method}`, async () => {
      const faults: Record<string, Fault[]> = { PATCH: [{ cutAfter: MB }] };
      const inTwoSeconds = new Date(Date.now() + 2999).toUTCString();
      const busy = (after: string): Fault => ({ status: 429, headers: { 'retry-after': after } });
      faults[method] = [busy('1'), busy(inTwoSeconds), ...(faults[method] ?? [])];
      front.fault = (seen) => faults[seen.method]?.shift();
      await endsClean(picture('busy'));
      const times = toFiles();
      const first = times.findIndex((seen) => seen.method === method);
      // What is asked next may be how far the file has come.
      assert.ok((times[first + 1]?.at ?? 0) - (times[first]?.at ?? 0) >= 1000);
      const second = times.findIndex((seen, at) => at > first && seen.method === method);
      assert.ok((times[second + 1]?.at ?? 0) >= Date.parse(inTwoSeconds));
    });
  }

  it('begins when the page is online, if it was offline at first', async () => {
    await journey.context.setOffline(true);
    const digest = await journey.begin(picture('offline'), { ...tus, impatient: true });
    await journey.when('offline', ({ waits }) => waits.length > 2);
    await journey.context.setOffline(false);
    await isClean({ offline: digest });
  });

  it('goes on when the page is online again', async () => {
    front.fault = ({ method }) =>
      method === 'PATCH' && toFiles().length === 2 ? { cutAfter: 2 * MB } : undefined;
    const digest = await journey.begin(picture('flapping'), tus);
    await until(async () => front.bytesOf('PATCH') >= MB);
    await journey.context.setOffline(true);
    await journey.when('flapping', ({ waits }) => waits.length > 2);
    await journey.context.setOffline(false);
    await isClean({ flapping: digest });
    assert.ok(front.bytesOf('PATCH') < 14 * MB);
  });

  it('goes on where it was cut, and sends little more than once', async () => {
    faultyOf('PATCH', { cutAfter: 5 * MB }, { cutAfter: 5 * MB }, { cutAfter: 5 * MB });
    await endsClean(picture('cut', { size: 24 * MB }));
    // No more than what is on its way when a connection ends.
    assert.ok(front.bytesOf('PATCH') < 24 * MB + 3 * 8 * 2 ** 20, `${front.bytesOf('PATCH')}`);
  });

  for (const status of [500, 502, 503, 423]) {
    it(`arrives after ${status}, whatever was asked`, async () => {
      const fault: Fault = { status };
      const faults: Record<string, Fault[]> = {
        POST: [fault, fault],
        PATCH: [fault, { cutAfter: MB }, fault],
        HEAD: [fault, fault],
      };
      front.fault = (seen) => faults[seen.method]?.shift();
      await endsClean(picture(`failing-${status}`));
    });
  }

  it('asks how far it has come after a conflict, or when the answer is lost', async () => {
    faultyOf('PATCH', { status: 409 }, 'answer lost');
    await endsClean(picture('conflict'));
    assert.ok(front.bytesOf('PATCH') <= 12 * MB);
  });

  it('is created once, where the server names files by their id, when that answer is lost', async () => {
    faultyOf('POST', 'answer lost');
    await endsClean(picture('created'));
  });

  it('begins anew when it has expired', async () => {
    const requests: string[] = [];
    front.fault = ({ method }) => {
      requests.push(method);
      if (requests.length === 2) return { cutAfter: 3 * MB };
      if (method === 'HEAD' && requests.length === 3) void server.expire('expired');
      return undefined;
    };
    await endsClean(picture('expired'));
    for (const status of [404, 410, 403]) {
      faultyOf('PATCH', { status });
      server.empty();
      await endsClean(picture(`gone-${status}`));
    }
  });

  for (const status of [401, 403]) {
    it(`asks for a new token after ${status}, and is sent again by itself`, async () => {
      let token = 1;
      let requests = 0;
      front.fault = ({ url, headers }) => {
        if (url.startsWith('/token')) return { status: 200, body: String(token) };
        requests += 1;
        // Each new request comes with a token that has expired.
        if (requests === 2 || requests === 5) token += 1;
        return headers.authorization === `Bearer ${token}`
          ? requests === 3
            ? { cutAfter: MB }
            : undefined
          : { status };
      };
      await endsClean(picture(`token-${status}`), { ...tus, withToken: true });
      assert.ok(front.seen.some(({ url }) => url === '/token?renew'));
    });
  }

  it('says so when even a new token is not taken, after asking once', async () => {
    front.fault = ({ url }) =>
      url.startsWith('/token') ? { status: 200, body: 'x' } : { status: 401 };
    await journey.begin(picture('forbidden'), { ...tus, withToken: true });
    assert.equal((await journey.ended('forbidden')).status, 'failed');
    assert.equal(toFiles().length, 2);
  });

  it('is sent in smaller pieces where a proxy takes no large ones', async () => {
    front.fault = ({ method, headers }) =>
      method === 'PATCH' && Number(headers['content-length']) > 2 ** 20
        ? { status: 413 }
        : undefined;
    await endsClean(picture('pieces'));
  });

  it('goes on after the page was loaded anew', async () => {
    front.fault = ({ method }) => (method === 'PATCH' ? { holdAfter: 4 * MB } : undefined);
    await journey.begin(picture('reload'), tus);
    await until(async () => server.sizeOf('reload') >= 3 * MB);
    await journey.page.close();
    front.fault = () => undefined;
    front.seen.length = 0;
    await journey.open();
    await endsClean(picture('reload'));
    assert.ok(front.bytesOf('PATCH') <= 3 * MB, 'what had arrived was sent again');
  });

  it('is one file when two tabs with the same draft send it at once', async () => {
    const other = await journey.context.newPage();
    await other.goto(front.url);
    const [first] = [journey.page];
    const digest = await journey.begin(picture('tabs', { size: 12 * MB }), tus);
    journey.page = other;
    await until(() => other.evaluate(() => 'uploads' in globalThis));
    await endsClean(picture('tabs', { size: 12 * MB }));
    journey.page = first;
    await isClean({ tabs: digest });
    await other.close();
    assert.equal(toFiles().filter(({ method }) => method === 'POST').length, 1);
  });

  it('leaves nothing when it is removed, on its way or after', async () => {
    front.fault = ({ method }) => (method === 'PATCH' ? { cutAfter: MB } : undefined);
    await journey.begin(picture('removed'), tus);
    await journey.when('removed', ({ waits }) => waits.length > 0);
    front.fault = () => undefined;
    await journey.remove('removed', 'draft-1', tus);
    assert.deepEqual(server.files, {});
    await endsClean(picture('removed-later'));
    await journey.remove('removed-later', 'draft-1', tus);
    assert.deepEqual(server.files, {});
  });

  it('runs under a strict policy with Trusted Types', () => {
    assert.deepEqual(journey.violations, []);
  });
});

describe('two pasted pictures of one name, size and date', () => {
  const [one, other] = [picture('one', { seed: 1 }), picture('other', { seed: 2 })];

  /** Whether both are there, each with its own bytes. */
  async function bothArrive(choice: UploaderChoice): Promise<boolean> {
    const digests = [await journey.begin(one, choice)];
    await journey.ended('one');
    digests.push(await journey.begin(other, choice));
    await journey.ended('other');
    const there = Object.values(server.files);
    return digests.every((digest) => there.includes(digest)) && there.length === 2;
  }

  it('are two files', async () => {
    assert.equal(await bothArrive(tus), true);
  });

  it('are two files when they are sent at once, and so is one that was added twice', async () => {
    const twice = picture('twice', { seed: 1 });
    const digests: Record<string, string> = {};
    for (const upload of [one, other, twice]) {
      digests[upload.id] = await journey.begin(upload, tus);
    }
    await isClean(digests);
  });

  it('would be found out: by its name alone the second is taken for the first', async () => {
    assert.equal(await bothArrive({ ...tus, byNameOnly: true }), false);
  });
});
