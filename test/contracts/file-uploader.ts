import * as z from 'zod/mini';
import { expect } from '@open-wc/testing';
import type { FileUploader } from '../../src/ports/file-uploader.js';
import { AttachmentSchema } from '../../src/schema/attachment.js';

/** How the place behind an uploader behaves. */
export type Behaviour = 'stores' | 'refuses' | 'breaks' | 'is unreachable' | 'never answers';

/** What every `FileUploader` promises. `make` gives one whose place behaves in a certain way. */
export function describeFileUploader(make: (behaviour: Behaviour) => FileUploader): void {
  const file = new File(['some bytes'], 'ملف 1.txt', { type: 'text/plain' });
  const options = (signal = new AbortController().signal) => ({
    id: 'i'.repeat(32),
    key: 'k'.repeat(16),
    signal,
    progress: () => undefined,
  });

  it('resolves with the attachment once the file is stored', async () => {
    const attachment = await make('stores').upload(file, options());
    expect(z.safeParse(AttachmentSchema, attachment).success).to.equal(true);
    expect(attachment).to.include({ name: file.name, size: file.size, status: 'uploaded' });
  });

  it('tells how much has arrived, from 0 to 1, never less than before', async () => {
    const told: number[] = [];
    await make('stores').upload(file, {
      ...options(),
      progress: (fraction) => told.push(fraction),
    });
    expect(told).to.deep.equal([...told].sort((a, b) => a - b));
    for (const fraction of told) expect(fraction).to.be.within(0, 1);
  });

  it('rejects with issues for the person when the file is refused', async () => {
    const error = await rejection(make('refuses').upload(file, options()));
    expect(error).to.have.nested.property('issues[0].message').that.is.a('string');
  });

  for (const behaviour of ['breaks', 'is unreachable'] as const) {
    it(`rejects when its place ${behaviour}, and can be tried again`, async () => {
      const uploader = make(behaviour);
      expect(await rejection(uploader.upload(file, options()))).to.be.an('error');
      expect(await rejection(uploader.upload(file, options()))).to.be.an('error');
    });
  }

  it('stops when the signal aborts, before or after the start', async () => {
    const uploader = make('never answers');
    expect(await rejection(uploader.upload(file, options(AbortSignal.abort())))).to.have.property(
      'name',
      'AbortError',
    );
    const controller = new AbortController();
    const upload = uploader.upload(file, options(controller.signal));
    controller.abort();
    expect(await rejection(upload)).to.have.property('name', 'AbortError');
  });
}

/** What a promise rejects with. */
async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => expect.fail(`resolved with ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
}
