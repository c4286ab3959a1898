import { expect } from '@open-wc/testing';
import { encode, formDataUploader } from '../../../src/adapters/uploads/form-data.js';
import { type Behaviour, describeFileUploader } from '../../contracts/file-uploader.js';
import { type Answer, type Asked, requests } from './fake-requests.js';
import { atOnce } from './fake-time.js';

const file = new File(['some bytes'], 'ملف 1.txt', { type: 'text/plain' });
const options = {
  id: 'id-of-the-file',
  key: 'k1',
  signal: new AbortController().signal,
  progress: () => undefined,
};

describe('the uploader of forms', () => {
  const answers: Record<Behaviour, Answer | 'unreachable' | undefined> = {
    stores: { status: 200, body: { ref: 'r1' } },
    refuses: { status: 422, body: { issues: [{ path: [], message: 'This file is too large.' }] } },
    breaks: { status: 502, body: null },
    'is unreachable': 'unreachable',
    'never answers': undefined,
  };

  describeFileUploader((behaviour) =>
    formDataUploader({
      url: '/files',
      XMLHttpRequest: requests(() => answers[behaviour]),
      pacing: atOnce,
    }),
  );

  it('names its fields, and reads the answer, as the server wants it', async () => {
    const asked: Asked[] = [];
    const uploader = formDataUploader({
      url: '/uploads.json',
      field: 'upload',
      fields: ({ name }, { id }) => ({ token: id, title: name }),
      headers: { 'x-csrf': '1' },
      decode: (answer) => ({ ref: (answer as { upload: { token: string } }).upload.token }),
      XMLHttpRequest: requests((request) => {
        asked.push(request);
        return { status: 201, body: { upload: { token: 't1' } } };
      }),
    });
    expect(await uploader.upload(file, options)).to.include({ ref: 't1', status: 'uploaded' });
    expect(asked[0]?.headers).to.deep.equal({ 'x-csrf': '1' });
    const form = asked[0]?.body as FormData;
    expect([...form.keys()]).to.deep.equal(['token', 'title', 'upload']);
    expect(form.get('title')).to.equal(file.name);
    expect(await (form.get('upload') as File).text()).to.equal('some bytes');
  });

  it('says who the file is before it comes', () => {
    expect([...encode(file, options).keys()]).to.deep.equal(['upload-id', 'case-key', 'file']);
    expect([...encode(file, { id: 'i', key: '' }).keys()]).to.deep.equal(['upload-id', 'file']);
  });

  it('takes files back where that is possible, with a new token if need be', async () => {
    const asked: [string, string | undefined][] = [];
    const uploader = formDataUploader({
      url: '/files',
      removeUrl: (ref) => `/files/${ref}`,
      authorize: ({ renew }) => ({ authorization: renew ? 'new' : 'old' }),
      fetch: async (url, init) => {
        const { authorization } = init?.headers as Record<string, string>;
        asked.push([url as string, authorization]);
        return new Response(null, { status: authorization === 'new' ? 204 : 401 });
      },
    });
    const attachment = { id: '1', name: 'a', size: 1, type: '', status: 'uploaded', ref: 'r1' };
    await uploader.remove?.({ ...attachment, status: 'uploaded' }, options);
    expect(asked).to.deep.equal([
      ['/files/r1', 'old'],
      ['/files/r1', 'new'],
    ]);
    expect(formDataUploader({ url: '/files' })).to.not.have.property('remove');
  });
});
