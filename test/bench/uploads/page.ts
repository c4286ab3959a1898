/** What runs in the page of the benchmark: one file of a size, sent in one of several ways. */
import Uppy from '@uppy/core';
import UppyTus from '@uppy/tus';
import * as client from 'tus-js-client';
import { httpUploader } from '../../../src/adapters/uploads/http.js';
import { tusUploader } from '../../../src/adapters/uploads/tus.js';

const options = (id: string) => ({
  id,
  key: 'bench',
  signal: new AbortController().signal,
  progress: () => undefined,
});

const ways: Readonly<Record<string, (file: File, id: string) => Promise<unknown>>> = {
  'bare XHR PUT': (file) => put('/put', file),
  'case-elements, plain': (file, id) => httpUploader({ url: '/put' }).upload(file, options(id)),
  'case-elements, tus': (file, id) => {
    return tusUploader({ endpoint: '/files', client }).upload(file, options(id));
  },
  'tus-js-client': (file, id) =>
    new Promise((resolve, reject) => {
      const upload = new client.Upload(file, {
        endpoint: '/files',
        metadata: { id },
        onSuccess: resolve,
        onError: reject,
      });
      upload.start();
    }),
  '@uppy/tus': (file, id) => {
    const uppy = new Uppy().use(UppyTus, { endpoint: '/files', allowedMetaFields: ['id'] });
    uppy.addFile({ name: file.name, data: file, meta: { id } });
    return uppy.upload().then((result) => {
      if (result?.failed?.length) throw new Error('Uppy has failed.');
    });
  },
};

function put(url: string, body: Blob): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.onload = () => resolve();
    request.onerror = reject;
    request.send(body);
  });
}

/** Milliseconds from the first byte to the answer. */
async function send(way: string, id: string): Promise<number> {
  const file = document.querySelector('input')?.files?.[0];
  const start = ways[way];
  if (!file || !start) throw new Error('There is nothing to send.');
  const began = performance.now();
  await start(file, id);
  return performance.now() - began;
}

Object.assign(globalThis, { send });
