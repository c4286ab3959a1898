import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { multipartBackend } from '../../src/adapters/backends/multipart.js';
import { indexedUrlStore } from '../../src/adapters/uploads/url-store.js';
import { withCase } from '../../src/adapters/uploads/with-case.js';
import type { CaseForm } from '../../src/elements/case-form/case-form.js';
import type { CaseUpload } from '../../src/elements/case-upload/case-upload.js';
import '../../src/define.js';
import { sent as arSent } from '../../src/locales/ar-sent.js';
import { ar } from '../../src/locales/ar.js';
import type { BackendCapabilities, CaseBackend } from '../../src/ports/case-backend.js';
import type { FileUploader, UploadOptions } from '../../src/ports/file-uploader.js';
import type { Attachment } from '../../src/schema/attachment.js';
import type { Case, CaseFiles } from '../../src/schema/case.js';
import type { Draft } from '../../src/schema/draft.js';
import { byLabel, byRole } from '../support/by-role.js';
import { Clock } from '../support/clock.js';

const definition = {
  id: 'attachments',
  fields: [{ name: 'subject', type: 'text', label: 'Subject', required: true }],
};
const text = (name: string) => new File(['text'], name, { type: 'text/plain' });

/** Notes in what order what is asked. */
class Desk {
  readonly log: string[] = [];
  readonly drafts: Draft[] = [];
  readonly files: CaseFiles[] = [];
  /** What the next requests for files come to. */
  readonly troubles: Error[] = [];
  /** What the next uploads come to. */
  readonly failures: Error[] = [];
  readonly backend: CaseBackend;
  readonly uploader: FileUploader;

  constructor(capabilities?: BackendCapabilities) {
    this.backend = {
      ...(capabilities && { capabilities }),
      submit: async (draft) => {
        this.log.push('case');
        this.drafts.push(draft);
        return { number: '4711' };
      },
      attach: async (number, files) => {
        this.log.push(`attach ${files.attachments.map(({ name }) => name).join()} to ${number}`);
        const trouble = this.troubles.shift();
        if (trouble) throw trouble;
        this.files.push(files);
        return {} as Case;
      },
    };
    this.uploader = {
      upload: async (file: File, { key, id }: UploadOptions) => {
        this.log.push(`upload ${file.name}`);
        this.keys.add(key);
        const failure = this.failures.shift();
        if (failure) throw failure;
        return { id, ref: file.name } as Attachment;
      },
    };
  }

  readonly keys = new Set<string>();
}

interface Page {
  readonly form: CaseForm;
  readonly upload: CaseUpload;
}

async function pageWith({ backend, uploader }: Pick<Desk, 'backend' | 'uploader'>): Promise<Page> {
  const form = await fixture<CaseForm>(
    html`<case-form keep-drafts="off" .definition=${definition} .backend=${backend}>
      <case-upload slot="attachments" .uploader=${uploader}></case-upload>
    </case-form>`,
  );
  // What brings files to their case comes after the form.
  await form.forget();
  form.draft = { ...form.draft, values: { subject: 'Access' } };
  await form.updateComplete;
  return { form, upload: form.querySelector('case-upload') as CaseUpload };
}

async function submit(form: CaseForm): Promise<void> {
  const submitted = oneEvent(form, 'case-submitted');
  await form.submit();
  await submitted;
}

/** What comes later is loaded once, which may take a while. */
const patience = { timeout: 10_000 };
const until = (isSo: () => unknown, what?: string) => waitUntil(isSo, what, patience);
const says = (form: CaseForm, what: RegExp | string) =>
  until(
    () => RegExp(what).test(form.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? ''),
    String(what),
  );
const statuses = ({ attachments }: CaseUpload) => attachments.map(({ status }) => status);

describe('a backend that takes files after the case', () => {
  const after: BackendCapabilities = { attachments: 'after', attach: true };

  it('gets them when it has one: they are held, then uploaded with its key, then attached', async () => {
    const desk = new Desk(after);
    const { form, upload } = await pageWith(desk);
    upload.add([text('a.txt'), text('b.txt')]);
    await upload.whenSettled();
    await until(() => /as soon as it exists/.test(upload.shadowRoot?.textContent ?? ''));
    await until(() => statuses(upload).join() === 'waiting,waiting', 'they are looked at');
    expect(desk.log, 'nothing has gone').to.deep.equal([]);
    const { key } = form.draft;
    await submit(form);
    await says(form, 'Case sent · 2 of 2 files attached');
    expect(desk.log).to.deep.equal([
      'case',
      'upload a.txt',
      'upload b.txt',
      'attach a.txt,b.txt to 4711',
    ]);
    expect([...desk.keys]).to.deep.equal([key]);
    expect(desk.files.map((files) => files.key)).to.deep.equal([key]);
    expect(desk.drafts[0]?.attachments).to.deep.equal([]);
    await expect(form).to.be.accessible();
  });

  it('gets one that is added later, too, and all of them at most once', async () => {
    const desk = new Desk(after);
    const { form, upload } = await pageWith(desk);
    upload.add([text('a.txt')]);
    await submit(form);
    await says(form, '1 of 1 file attached');
    upload.add([text('late.txt')]);
    await says(form, '2 of 2 files attached');
    expect(desk.log.filter((line) => line.startsWith('upload'))).to.have.length(2);
  });

  it('is not asked to attach where it cannot be: then what is uploaded is there', async () => {
    const desk = new Desk({ attachments: 'after' });
    const { form, upload } = await pageWith(desk);
    upload.add([text('a.txt')]);
    await submit(form);
    await says(form, '1 of 1 file attached');
    expect(desk.log).to.deep.equal(['case', 'upload a.txt']);
  });

  it('does not take a file whose content is not what its name says: which is said before the case', async () => {
    const desk = new Desk(after);
    const { form, upload } = await pageWith(desk);
    upload.add([new File(['<!doctype html><p>'], 'a.png', { type: 'image/png' })]);
    await until(() => /not what its name says/.test(upload.shadowRoot?.textContent ?? ''));
    expect(desk.log).to.deep.equal([]);
    await submit(form);
    expect(desk.log).to.deep.equal(['case']);
  });

  it('that refuses them in the end says so, and is asked again when the person says so', async () => {
    const desk = new Desk(after);
    desk.troubles.push(Object.assign(new Error('no'), { status: 403 }));
    const { form, upload } = await pageWith(desk);
    upload.add([text('a.txt')]);
    await submit(form);
    await says(form, '0 of 1 file attached · files could not be attached');
    byRole(form, 'button', 'Try again')?.click();
    await says(form, /1 of 1 file attached(?!.*could not)/);
    expect(desk.files).to.have.length(1);
    expect(byRole(form, 'button', 'Try again')).to.equal(undefined);
  });

  it('gets the rest when the page comes back that has ended before they were there', async () => {
    const desk = new Desk(after);
    const stuck: FileUploader = { upload: () => new Promise(() => undefined) };
    const kept = (uploader: FileUploader) =>
      fixture<CaseForm>(
        html`<case-form requester="maria" .definition=${definition} .backend=${desk.backend}>
          <case-upload slot="attachments" .uploader=${uploader}></case-upload>
        </case-form>`,
      );
    const form = await kept(stuck);
    await form.forget();
    const subject = byLabel(form, 'Subject') as HTMLInputElement;
    subject.value = 'Access';
    subject.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    form.querySelector('case-upload')?.add([text('a.txt')]);
    await says(form, 'Saved on this device');
    await submit(form);
    await says(form, '0 of 1 file attached');
    form.remove();

    const next = await kept(desk.uploader);
    await says(next, 'Case sent · 1 of 1 file attached');
    expect(new Set(desk.drafts.map(({ key }) => key)).size, 'it is the same case').to.equal(1);
    expect(desk.files.map(({ attachments }) => attachments.length)).to.deep.equal([1]);
    next.remove();
    const last = await kept(desk.uploader);
    await last.forget();
    expect(desk.drafts, 'and then it is over').to.have.length(2);
  });

  it('lets nobody begin another request over files that are on their way', async () => {
    const desk = new Desk(after);
    const course = new EventTarget();
    const gate = new Promise((resolve) => course.addEventListener('go', resolve));
    const slow: FileUploader = {
      upload: async (...given) => {
        await gate;
        return desk.uploader.upload(...given);
      },
    };
    const { form, upload } = await pageWith({ backend: desk.backend, uploader: slow });
    upload.add([text('a.txt')]);
    await submit(form);
    await says(form, '0 of 1 file attached');
    const restart = () => byRole(form, 'button', 'Write another request');
    expect(restart()).to.have.property('disabled', true);
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented, 'the page asks').to.equal(true);
    course.dispatchEvent(new Event('go'));
    await says(form, '1 of 1 file attached');
    expect(restart()).to.have.property('disabled', false);
    restart()?.click();
    await form.updateComplete;
    await upload.updateComplete;
    expect(upload.held, 'the next draft holds its files again').to.equal(true);
    expect(upload.attachments).to.deep.equal([]);
  });
});

describe('a backend that takes files with the case', () => {
  it('gets them in one request, and none later', async () => {
    const files = withCase();
    const bodies: FormData[] = [];
    const backend = multipartBackend({
      url: '/cases',
      files,
      fetch: async (_, init) => {
        bodies.push(init?.body as FormData);
        return Response.json({ number: '4711' }, { status: 201 });
      },
    });
    const { form, upload } = await pageWith({ backend, uploader: files });
    upload.add([text('a.txt'), text('b.txt')]);
    await submit(form);
    await says(form, 'Case sent · 2 of 2 files attached');
    expect(bodies.map((body) => body.getAll('files').length)).to.deep.equal([2]);
    expect(upload.matches('[disabled]'), 'what came later would be nowhere').to.equal(true);
    expect(upload.checkVisibility()).to.equal(false);
    byRole(form, 'button', 'Write another request')?.click();
    await until(() => !upload.matches('[disabled]') && upload.checkVisibility());
  });
});

describe('a backend that takes files before the case', () => {
  it('takes them later only where it says so', async () => {
    const later = async (capabilities?: BackendCapabilities) => {
      const { form, upload } = await pageWith(new Desk(capabilities));
      upload.add([text('a.txt')]);
      await submit(form);
      await says(form, '1 of 1 file attached');
      return upload.checkVisibility();
    };
    expect(await later({ attachments: 'before' })).to.equal(false);
    expect(await later({ attachments: 'before', attach: true })).to.equal(true);
    expect(await later(), 'who says nothing takes them').to.equal(true);
  });

  it('is told of on the receipt: what is there, what is tried again, what failed', async () => {
    const desk = new Desk();
    const { form, upload } = await pageWith(desk);
    upload.add([text('a.txt'), text('b.txt')]);
    await submit(form);
    const clock = new Clock();
    try {
      clock.start();
      desk.failures.push(Object.assign(new Error('busy'), { status: 503, retryAfter: '20' }));
      upload.add([text('c.txt')]);
      await says(form, 'Case sent · 2 of 3 files attached · trying the third again');
      expect(form.shadowRoot?.getElementById('ledger')).to.have.attribute('role', 'status');
      await clock.pass(22_000);
      await says(form, /3 of 3 files attached(?! ·)/);
      desk.failures.push(Object.assign(new Error('too large'), { status: 413 }));
      upload.add([text('d.txt')]);
      await says(form, '3 of 4 files attached · 1 not uploaded');
    } finally {
      clock.stop();
    }
  });
});

describe('a backend that takes no files', () => {
  it('is asked for none, and the form says so, in the language of the page', async () => {
    const { form, upload } = await pageWith(new Desk({ attachments: 'none' }));
    await says(form, 'No files are taken here.');
    expect(upload.checkVisibility()).to.equal(false);
    const data = new DataTransfer();
    data.items.add(text('dropped.txt'));
    form.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    expect(upload.attachments).to.deep.equal([]);
    await expect(form).to.be.accessible();
    form.messages = ar;
    await says(form, arSent.noFiles);
    form.backend = new Desk().backend;
    await until(() => upload.checkVisibility() && !upload.matches('[disabled]'));
    expect(form.shadowRoot?.textContent).not.to.contain(arSent.noFiles);
  });
});

describe('where an upload was going', () => {
  it('is forgotten with the requester', async () => {
    const { form } = await pageWith(new Desk());
    const places = indexedUrlStore();
    await places.set('file', 'https://uploads.example/1');
    expect(await places.get('file'), 'it was known').to.equal('https://uploads.example/1');
    await form.forget();
    expect(await places.get('file')).to.equal(undefined);
  });
});
