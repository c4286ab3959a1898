import { expect } from '@open-wc/testing';
import { decode, encode, httpUploader } from '../../../src/adapters/uploads/http.js';
import { UploadError } from '../../../src/core/upload-error.js';
import { type Behaviour, describeFileUploader } from '../../contracts/file-uploader.js';

/** What a server was asked. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const file = new File(['some bytes'], 'ملف 1.txt', { type: 'text/plain' });
const stored = { id: '1', name: file.name, size: file.size, type: file.type, status: 'uploaded' };
const options = {
  id: 'id-of-the-file',
  key: '',
  signal: new AbortController().signal,
  progress: () => undefined,
};

/** Stands for the browser's own; `serve` is the server, which may leave a request unanswered. */
function requests(serve: (asked: Asked) => Answer | 'unreachable' | undefined) {
  return class {
    status = 0;
    response: unknown = null;
    onloadend: (() => void) | undefined;
    readonly upload: { onprogress?: (progress: { loaded: number; total: number }) => void } = {};
    readonly headers: Record<string, string> = {};
    method = '';
    url = '';

    open(method: string, url: string) {
      Object.assign(this, { method, url });
    }

    setRequestHeader(name: string, value: string) {
      this.headers[name] = value;
    }

    send(body: File) {
      const answer = serve({ method: this.method, url: this.url, headers: this.headers, body });
      if (!answer) return;
      queueMicrotask(() => {
        for (const loaded of [0, body.size / 2, body.size]) {
          this.upload.onprogress?.({ loaded, total: body.size });
        }
        if (answer !== 'unreachable') {
          Object.assign(this, { status: answer.status, response: answer.body });
        }
        this.onloadend?.();
      });
    }

    abort() {
      this.onloadend?.();
    }
  } as unknown as typeof XMLHttpRequest;
}

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
    httpUploader({ url: '/files', XMLHttpRequest: requests(() => answers[behaviour]) }),
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
