import { expect } from '@open-wc/testing';
import { decode, encode, httpUploader } from '../../../src/adapters/uploads/http.js';
import type { UploadOptions } from '../../../src/ports/file-uploader.js';
import { UploadError } from '../../../src/core/upload-error.js';
import { type Behaviour, describeFileUploader } from '../../contracts/file-uploader.js';
import { type Answer, type Asked, requests } from './fake-requests.js';
import { atOnce, FakeTime } from './fake-time.js';

const file = new File(['some bytes'], 'ملف 1.txt', { type: 'text/plain' });
const stored = { id: '1', name: file.name, size: file.size, type: file.type, status: 'uploaded' };
const options = {
  id: 'id-of-the-file',
  key: '',
  signal: new AbortController().signal,
  progress: () => undefined,
};

describe('the HTTP uploader', () => {
  const refusal = { issues: [{ path: [], message: 'This file is too large.' }] };
  const answers: Record<Behaviour, Answer | 'unreachable' | undefined> = {
    stores: { status: 201, body: { ...stored, ref: 'r1' } },
    refuses: { status: 413, body: refusal },
    breaks: { status: 502, body: null },
    'is unreachable': 'unreachable',
    'never answers': undefined,
  };

  describeFileUploader((behaviour) =>
    httpUploader({
      url: '/files',
      XMLHttpRequest: requests(() => answers[behaviour]),
      pacing: atOnce,
    }),
  );

  it('posts the bytes of the file, and names it in the headers', async () => {
    const asked: Asked[] = [];
    const XMLHttpRequest = requests((request) => (asked.push(request), answers.stores));
    await httpUploader({ url: '/files', XMLHttpRequest }).upload(file, { ...options, key: 'k1' });
    expect(asked[0]).to.deep.include({ method: 'POST', url: '/files', body: file });
    expect(asked[0]?.headers).to.deep.include({
      'content-type': 'text/plain',
      'x-file-name': encodeURIComponent(file.name),
      'x-upload-id': options.id,
      'x-case-key': 'k1',
    });
  });

  it('takes a file back by its reference', async () => {
    const asked: { url: string; init: RequestInit | undefined }[] = [];
    const fetch = async (url: URL | RequestInfo, init?: RequestInit) => {
      asked.push({ url: url as string, init });
      return new Response(undefined, { status: 204 });
    };
    const attachment = { ...stored, status: 'uploaded' as const, ref: 'a/b?$&' };
    for (const url of ['/files', '/files/', '/files?desk=1']) {
      await httpUploader({ url, fetch }).remove?.(attachment, { ...options, key: 'k1' });
    }
    expect(asked.map(({ url }) => url)).to.deep.equal([
      '/files/a%2Fb%3F%24%26',
      '/files/a%2Fb%3F%24%26',
      '/files/a%2Fb%3F%24%26?desk=1',
    ]);
    expect(asked[0]?.init).to.deep.include({ method: 'DELETE', headers: { 'x-case-key': 'k1' } });
  });

  it('rejects when a file is not taken back', async () => {
    const fetch = async () => new Response('no', { status: 403 });
    const uploader = httpUploader({ url: '/files', fetch });
    const removal = uploader.remove?.({ ...stored, status: 'uploaded' }, options);
    const error: unknown = await removal?.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(UploadError).with.property('status', 403);
  });

  it('is content when a file to be taken back is not there', async () => {
    const fetch = async () => new Response('no', { status: 404 });
    await httpUploader({ url: '/files', fetch }).remove?.(
      { ...stored, status: 'uploaded' },
      options,
    );
  });
});

describe('the HTTP uploader in trouble', () => {
  /** Answers one after the other, and the file then. */
  function troubled(
    troubles: readonly (Answer | 'unreachable' | undefined)[],
    more: Partial<Parameters<typeof httpUploader>[0]> = {},
  ) {
    const time = new FakeTime();
    const asked: (Asked & { at: number })[] = [];
    const XMLHttpRequest = requests((request) => {
      asked.push({ ...request, at: time.now });
      return asked.length > troubles.length
        ? { status: 201, body: stored }
        : troubles[asked.length - 1];
    });
    const uploader = httpUploader({ url: '/files', XMLHttpRequest, pacing: time.pacing, ...more });
    const upload = (given: Partial<UploadOptions> = {}) =>
      uploader.upload(file, { ...options, waiting: time.waiting, ...given });
    return { time, asked, upload };
  }

  it('sends the file again, under the same id, until it is there', async () => {
    const answer = (status: number) => ({ status, body: 'no' });
    const { time, asked, upload } = troubled(['unreachable', answer(500), answer(503)]);
    expect(await time.until(upload())).to.include({ status: 'uploaded' });
    expect(asked.map(({ headers }) => headers['x-upload-id'])).to.deep.equal(
      Array(4).fill(options.id),
    );
    expect(time.waits).to.deep.equal([500, 1000, 2000]);
  });

  it('never comes back before it is asked to', async () => {
    for (const [retryAfter, seconds] of [
      ['90', 90],
      ['Sun, 22 Nov 2026 09:02:00 GMT', 120],
    ] as const) {
      const busy = { status: 429, body: '', headers: { 'retry-after': retryAfter } };
      const { time, asked, upload } = troubled([busy]);
      await time.until(upload());
      expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).to.be.within(
        seconds * 1000,
        (seconds + 61) * 1000,
      );
    }
  });

  it('takes silence for a lost connection, after half a minute', async () => {
    const { time, asked, upload } = troubled([undefined]);
    await time.until(upload());
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).to.be.within(30_000, 32_000);
  });

  it('goes on as soon as the connection is back, however long that takes', async () => {
    const { time, asked, upload } = troubled(Array<'unreachable'>(30).fill('unreachable'));
    time.isOnline = false;
    const promise = upload();
    while (asked.length < 29) {
      await new Promise((resolve) => setTimeout(resolve));
      time.pass(10_000);
    }
    await new Promise((resolve) => setTimeout(resolve));
    time.connect();
    expect(await time.until(promise)).to.include({ status: 'uploaded' });
  });

  it('asks for a new token when the old one is not taken, and once only', async () => {
    const renewals: boolean[] = [];
    const authorize = ({ renew }: { renew: boolean }) => {
      renewals.push(renew);
      return { authorization: `Bearer ${renewals.length}` };
    };
    const expired = { status: 401, body: '' };
    const once = troubled([expired], { authorize });
    await once.time.until(once.upload());
    expect(once.asked.map(({ headers }) => headers['authorization'])).to.deep.equal([
      'Bearer 1',
      'Bearer 2',
    ]);
    expect(renewals).to.deep.equal([false, true]);

    const forever = troubled(Array(9).fill(expired), { authorize });
    const failed: unknown = await forever.time.until(forever.upload().catch((e: unknown) => e));
    expect(failed).to.be.instanceOf(UploadError).with.property('status', 401);
    expect(forever.asked).to.have.length(2);
  });

  it('gives up at once where another attempt would end the same', async () => {
    for (const status of [400, 404, 413, 415, 507]) {
      const { asked, time, upload } = troubled([{ status, body: '' }]);
      const failed: unknown = await time.until(upload().catch((error: unknown) => error));
      expect(failed).to.be.instanceOf(UploadError).with.property('status', status);
      expect(asked).to.have.length(1);
    }
  });

  it('gives up after ten attempts of which nothing came', async () => {
    const { asked, time, upload } = troubled(Array<'unreachable'>(50).fill('unreachable'));
    const failed: unknown = await time.until(upload().catch((error: unknown) => error));
    expect(failed).to.be.instanceOf(UploadError).with.property('status', 0);
    expect(asked).to.have.length(10);
  });

  it('gives up at once when the file itself is gone', async () => {
    const time = new FakeTime();
    const gone = new File(['x'], 'gone.txt');
    gone.slice = () => {
      throw new DOMException('It was deleted.', 'NotReadableError');
    };
    const uploader = httpUploader({
      url: '/files',
      XMLHttpRequest: requests(() => 'unreachable'),
      pacing: time.pacing,
    });
    const failed: unknown = await time.until(
      uploader.upload(gone, options).catch((error: unknown) => error),
    );
    expect(failed).to.have.property('name', 'NotReadableError');
    expect(time.waits).to.deep.equal([]);
  });

  it('stops while it waits for the next attempt', async () => {
    const { time, upload } = troubled(['unreachable', 'unreachable']);
    const controller = new AbortController();
    const waiting = () => queueMicrotask(() => controller.abort());
    const promise = upload({ signal: controller.signal, waiting }).catch((e: unknown) => e);
    expect(await time.until(promise)).to.have.property('name', 'AbortError');
  });

  it('never tells less than before when it begins anew', async () => {
    const { time, upload } = troubled(['unreachable', { status: 500, body: '' }]);
    const told: number[] = [];
    await time.until(upload({ progress: (fraction) => told.push(fraction) }));
    expect(told).to.deep.equal([...told].sort((a, b) => a - b));
    expect(told.at(-1)).to.equal(1);
  });
});

describe('the headers of an upload', () => {
  it('leave out a key that is empty and know a type for every file', () => {
    expect(encode(new File(['x'], 'x'), { id: '1', key: '' })).to.deep.equal({
      'content-type': 'application/octet-stream',
      'x-file-name': 'x',
      'x-upload-id': '1',
    });
  });

  it('stay short enough for a server, whole characters and the extension included', () => {
    const endless = new File(['x'], `${'😀'.repeat(5000)}.png`);
    const name = decodeURIComponent(encode(endless, { id: '1', key: '' })['x-file-name'] ?? '');
    expect(name).to.match(/^(😀)+\.png$/u);
    expect(Array.from(name)).to.have.length(255);
  });
});

describe("the answer's meaning", () => {
  const place = { file, id: 'local' };

  it('is an attachment for 200 and 201, also when only the reference is told', () => {
    expect(decode(200, { ref: 'r1' }, place)).to.deep.equal({ ...stored, id: 'local', ref: 'r1' });
  });

  it('is a failure otherwise, and never repeats what the server wrote', () => {
    for (const [status, body] of [
      [500, 'secret'],
      [202, stored],
    ] as const) {
      expect(() => decode(status, body, place))
        .to.throw(UploadError)
        .with.property('message', `The upload got no usable answer (status ${status}).`);
    }
    expect(() => decode(201, 'secret', place))
      .to.throw()
      .with.property('message')
      .not.include('secret');
  });
});
