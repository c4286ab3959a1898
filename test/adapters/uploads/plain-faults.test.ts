import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type Fault, FaultyFront } from './faulty-front.js';
import { servePage, UploadJourney } from './upload-journey.js';
import type { Upload, UploaderChoice } from './upload-page.js';

const front = new FaultyFront();
let journey: UploadJourney;
const stored: Fault = { status: 201, body: '{"ref":"r1"}' };

before(async () => {
  // There is nothing behind it: every answer is one of the test's.
  await front.start(1);
  await servePage(front);
  journey = await UploadJourney.begin(front);
});

after(async () => {
  await journey.end();
  front.stop();
});

beforeEach(async () => {
  front.seen.length = 0;
  await journey.load();
});

const picture: Upload = { id: 'a', key: 'k', name: 'a.png', size: 3_000_000, seed: 1 };

for (const kind of ['http', 'form-data'] as const) {
  const choice: UploaderChoice = { kind };

  describe(`an upload by ${kind}, in a browser`, () => {
    const answers = (...faults: Fault[]) => {
      front.fault = () => faults.shift() ?? stored;
    };

    it('is stored in one request', async () => {
      answers();
      await journey.begin(picture, choice);
      const { status, attachment, fraction } = await journey.ended('a');
      assert.equal(status, 'uploaded');
      assert.equal(attachment?.ref, 'r1');
      assert.equal(fraction, 1);
      assert.equal(front.seen.length, 1);
    });

    it('is sent again after trouble, never before Retry-After', async () => {
      answers({ status: 503, headers: { 'retry-after': '1' } }, 'stalls', { status: 500 });
      await journey.begin(picture, { ...choice, impatient: true });
      assert.equal((await journey.ended('a')).status, 'uploaded');
      const [first, second] = front.seen;
      assert.ok(front.seen.length >= 4);
      assert.ok((second?.at ?? 0) - (first?.at ?? 0) >= 1000);
    });

    it('is sent again by itself when a token has expired', async () => {
      front.fault = ({ url, headers }) => {
        if (url.startsWith('/token')) return { status: 200, body: url };
        return headers.authorization === 'Bearer /token?renew' ? stored : { status: 401 };
      };
      await journey.begin(picture, { ...choice, withToken: true });
      assert.equal((await journey.ended('a')).status, 'uploaded');
    });

    it('waits for the connection', async () => {
      answers();
      await journey.context.setOffline(true);
      await journey.begin(picture, choice);
      await journey.context.setOffline(false);
      assert.equal((await journey.ended('a')).status, 'uploaded');
    });

    it('is over when it is refused', async () => {
      answers({ status: 422, body: '{"issues":[{"path":[],"message":"A virus."}]}' });
      await journey.begin(picture, choice);
      assert.equal((await journey.ended('a')).status, 'failed');
      assert.equal(front.seen.length, 1);
    });

    it('raises no violation of a strict policy', () => assert.deepEqual(journey.violations, []));
  });
}
