import { expect, fixture, fixtureSync, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CaseUpload } from '../../src/elements/case-upload/case-upload.js';
import { thumbnails } from '../../src/elements/case-upload/thumbnails.js';
import { type CaseUploadMessages, enUpload } from '../../src/locales/en.js';
import type { FileUploader, UploadOptions } from '../../src/ports/file-uploader.js';
import { allByRole, byLabel, byRole } from '../support/by-role.js';

CaseUpload.define();

const text = (name: string, content = 'text') => new File([content], name, { type: 'text/plain' });
const names = (upload: CaseUpload) => upload.attachments.map(({ name }) => name);
const statuses = (upload: CaseUpload) => upload.attachments.map(({ status }) => status);

/** An upload that the test itself brings to its end. */
interface Upload extends UploadOptions {
  readonly file: File;
  readonly store: () => void;
  readonly fail: (error?: unknown) => void;
}

/** An uploader under the hand of the test. */
class HeldUploader implements FileUploader {
  readonly uploads: Upload[] = [];
  readonly removed: (string | undefined)[] = [];
  isHolding = false;

  upload(file: File, options: UploadOptions) {
    return new Promise<never>((resolve, reject) => {
      const store = () => resolve({ ref: `ref of ${file.name}` } as never);
      this.uploads.push({ file, ...options, store, fail: reject });
    });
  }

  remove({ ref }: { ref?: string | undefined }) {
    this.removed.push(ref);
    return this.isHolding ? Promise.reject(new Error('a case holds it')) : Promise.resolve();
  }

  /** The newest upload of a file, once there is one. */
  async of(name: string): Promise<Upload> {
    const find = () => this.uploads.findLast(({ file }) => file.name === name);
    await waitUntil(find, `${name} is not being uploaded.`);
    return find() as Upload;
  }

  /** Waits until so many uploads have begun. */
  async begun(count: number): Promise<void> {
    await waitUntil(() => this.uploads.length >= count, `not ${count} uploads`);
  }
}

/** Stores at once. */
const storing: FileUploader = { upload: async (file) => ({ ref: file.name }) as never };

function nextEvent<Name extends keyof GlobalEventHandlersEventMap>(
  target: EventTarget,
  name: Name,
): Promise<GlobalEventHandlersEventMap[Name]> {
  return new Promise((resolve) =>
    target.addEventListener(name, resolve as (event: Event) => void, { once: true }),
  );
}

async function uploadArea(uploader: FileUploader | undefined = storing): Promise<CaseUpload> {
  return fixture<CaseUpload>(html`<case-upload .uploader=${uploader}></case-upload>`);
}

function choose(upload: CaseUpload, ...files: File[]): void {
  const input = byLabel(upload, 'Choose files') as HTMLInputElement;
  input.files = carrying(files).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function carrying(files: readonly File[], plain = ''): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  if (plain) data.setData('text/plain', plain);
  return data;
}

function drag(type: string, target: Element, dataTransfer = carrying([text('a.txt')])): DragEvent {
  const event = new DragEvent(type, {
    dataTransfer,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  target.dispatchEvent(event);
  return event;
}

function paste(target: Element, clipboardData: DataTransfer): ClipboardEvent {
  const event = new ClipboardEvent('paste', {
    clipboardData,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  target.dispatchEvent(event);
  return event;
}

async function picture(name = 'image.png', type = 'image/png'): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = 300;
  canvas.getContext('2d')?.fillRect(0, 0, 300, 150);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  return new File([blob ?? ''], name, { type });
}

async function press(root: Node, name: string): Promise<void> {
  await waitUntil(() => byRole(root, 'button', name), `no button ${name}`);
  byRole(root, 'button', name)?.click();
  await nextFrame();
}

/** What has the focus, through shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Waits for the list, which is loaded with the first file. */
async function listed(upload: CaseUpload): Promise<void> {
  await waitUntil(() => byRole(upload, 'list'), 'no list');
  await upload.updateComplete;
}

const announced = (upload: CaseUpload) =>
  byRole(upload, 'status')?.textContent.replace(/\s+/g, ' ').trim();

const rows = (upload: CaseUpload) =>
  allByRole(byRole(upload, 'list') ?? document.createElement('ul'), 'listitem').map((row) =>
    row.textContent.replace(/\s+/g, ' ').trim(),
  );

describe('the ways in', () => {
  it('tells its limits before a file is chosen', async () => {
    const upload = await fixture<CaseUpload>(
      html`<case-upload accept=".png,.pdf" max-size="2000000" max-files="3"></case-upload>`,
    );
    const input = byLabel(upload, 'Choose files');
    expect(input).to.have.property('accept', '.png,.pdf');
    expect(byRole(upload, 'group', 'Attachments')?.textContent).to.include(
      'Up to 3 files, 2 MB each: .png, .pdf.',
    );
    await expect(upload).to.be.accessible();
  });

  it('are open to the keyboard alone', async () => {
    const upload = await uploadArea({ upload: () => Promise.reject(new Error()) });
    choose(upload, text('a.txt'), text('b.txt'));
    await waitUntil(() => byRole(upload, 'button', 'Try b.txt again'));
    const reached: (string | null | undefined)[] = [];
    for (let i = 0; i < 6; i++) {
      await sendKeys({ press: 'Tab' });
      const { ariaLabel, textContent } = focused() ?? {};
      reached.push(ariaLabel ?? (textContent?.trim() || focused()?.getAttribute('type')));
    }
    expect(reached).to.deep.equal([
      'file',
      'Take a screenshot',
      'Try a.txt again',
      'Remove a.txt',
      'Try b.txt again',
      'Remove b.txt',
    ]);
    await sendKeys({ press: 'Enter' });
    expect(names(upload)).to.deep.equal(['a.txt']);
  });

  it('take the focus that the page gives', async () => {
    const upload = await uploadArea();
    upload.focus();
    expect(focused()).to.equal(byLabel(upload, 'Choose files'));
  });

  it('take chosen files, also the same one twice', async () => {
    const upload = await uploadArea();
    choose(upload, text('a.txt'), text('b.txt'));
    choose(upload, text('a.txt'));
    expect(names(upload)).to.deep.equal(['a.txt', 'b.txt', 'a.txt']);
  });

  it('take dropped files, and show that they do', async () => {
    const upload = await uploadArea();
    expect(drag('dragover', upload).defaultPrevented).to.equal(true);
    await upload.updateComplete;
    const shown = () => upload.renderRoot.querySelector('[part~=dropping]') !== null;
    expect(shown()).to.equal(true);
    drag('dragleave', upload);
    await upload.updateComplete;
    expect(shown()).to.equal(false);
    setTimeout(() => drag('drop', upload, carrying([text('b.txt'), text('a.txt')])));
    await nextEvent(upload, 'file-added');
    expect(names(upload)).to.deep.equal(['b.txt', 'a.txt']);
  });

  it('leave dropped text to the page', async () => {
    const upload = await uploadArea();
    expect(drag('dragover', upload, carrying([], 'text')).defaultPrevented).to.equal(false);
    expect(drag('drop', upload, carrying([], 'text')).defaultPrevented).to.equal(false);
  });

  it('take a pasted picture, and give each a name of its own', async () => {
    const upload = await uploadArea();
    const image = await picture();
    expect(paste(upload, carrying([image])).defaultPrevented).to.equal(true);
    paste(upload, carrying([image]));
    paste(upload, carrying([text('notes.txt')]));
    expect(names(upload)).to.deep.equal(['Screenshot 1.png', 'Screenshot 2.png', 'notes.txt']);
    await upload.whenSettled();
    expect(new Set(upload.attachments.map(({ ref }) => ref)).size).to.equal(3);
  });

  it('leave a paste alone that carries text for the field it goes to', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form><textarea aria-label="Notes"></textarea><case-upload name="files"></case-upload></form>
    `);
    const upload = form.querySelector('case-upload') as CaseUpload;
    const field = form.querySelector('textarea') as HTMLTextAreaElement;
    const image = await picture();
    expect(paste(field, carrying([image], 'a cell')).defaultPrevented).to.equal(false);
    expect(paste(field, carrying([], 'text')).defaultPrevented).to.equal(false);
    expect(names(upload)).to.deep.equal([]);
    expect(paste(field, carrying([image])).defaultPrevented).to.equal(true);
    expect(names(upload)).to.deep.equal(['Screenshot 1.png']);
  });

  it('are as wide as the case form around, once', async () => {
    const form = await fixture<HTMLElement>(html`
      <case-form>
        <p>Text</p>
        <case-upload .uploader=${storing}></case-upload>
        <case-upload .uploader=${storing}></case-upload>
      </case-form>
    `);
    const [first, second] = form.querySelectorAll('case-upload');
    if (!first || !second) throw new Error('The areas are missing.');
    const image = await picture();
    paste(form.querySelector('p') as Element, carrying([image]));
    drag('drop', form.querySelector('p') as Element, carrying([text('a.txt')]));
    await nextEvent(first, 'file-added');
    expect(names(first)).to.deep.equal(['Screenshot 1.png', 'a.txt']);
    expect(names(second)).to.deep.equal([]);
    first.remove();
    second.remove();
    expect(drag('drop', form).defaultPrevented).to.equal(false);
    expect(paste(form, carrying([image])).defaultPrevented).to.equal(false);
  });

  it('are closed while disabled, by the attribute or by the property', async () => {
    const upload = await fixture<CaseUpload>(html`<case-upload disabled></case-upload>`);
    const other = Object.assign(document.createElement('case-upload'), { disabled: true });
    upload.after(other);
    await other.updateComplete;
    for (const area of [upload, other]) {
      expect(byLabel(area, 'Choose files')).to.have.property('disabled', true);
      expect(drag('dragover', area).defaultPrevented).to.equal(false);
      expect(drag('drop', area).defaultPrevented).to.equal(false);
      expect(paste(area, carrying([text('a.txt')])).defaultPrevented).to.equal(false);
    }
  });

  it('are open again when that is over', async () => {
    const upload = await fixture<CaseUpload>(html`<case-upload></case-upload>`);
    for (const disabled of [true, false]) {
      upload.disabled = disabled;
      await upload.updateComplete;
      expect(byLabel(upload, 'Choose files')).to.have.property('disabled', disabled);
    }
  });
});

describe('a dropped folder', () => {
  /** Stands for what a file manager hands over, which a script cannot make. */
  const entryOf = (file: File) => ({
    isFile: true,
    name: file.name,
    file: (done: (file: File) => void) => done(file),
  });
  const folder = (name: string, ...parts: object[][]) => ({
    isDirectory: true,
    name,
    createReader: () => {
      const left = [...parts, []];
      return { readEntries: (done: (part?: object[]) => void) => done(left.shift()) };
    },
  });
  const dropping = (...entries: { isFile?: boolean; name: string }[]) =>
    ({
      types: ['Files'],
      items: entries.map((entry) => ({
        webkitGetAsEntry: () => entry,
        getAsFile: () => (entry.isFile ? text(entry.name) : null),
      })),
    }) as unknown as DataTransfer;

  async function drop(upload: CaseUpload, ...entries: { name: string }[]): Promise<void> {
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: dropping(...entries) });
    setTimeout(() => upload.dispatchEvent(event));
    await nextEvent(upload, 'file-add');
    await listed(upload);
  }

  it('gives its files, in its order', async () => {
    const upload = await uploadArea();
    const inner = folder('inner', [entryOf(text('b.txt'))], [entryOf(text('c.txt'))]);
    await drop(
      upload,
      entryOf(text('first.txt')),
      folder('outer', [entryOf(text('a.txt')), inner, entryOf(text('d.txt'))]),
      entryOf(text('last.txt')),
    );
    expect(names(upload).join()).to.equal('first.txt,a.txt,b.txt,c.txt,d.txt,last.txt');
    expect(upload.renderRoot.textContent).not.to.include('dded in part');
  });

  it('is read in part when it holds too many, and says so', async () => {
    const upload = await uploadArea();
    let read = 0;
    const endless = {
      isDirectory: true,
      name: 'node_modules',
      createReader: () => ({
        readEntries: (done: (part: object[]) => void) => {
          read += 100;
          done(Array.from({ length: 100 }, (_, i) => entryOf(text(`${read + i}.txt`))));
        },
      }),
    };
    await drop(upload, endless);
    expect(read).to.equal(2000);
    expect(names(upload)).to.have.length(20);
    expect(upload.renderRoot.textContent).to.include('node_modules: Added in part');
    expect(upload.renderRoot.textContent).to.include('1,976 more files were not added.');
    expect(rows(upload).filter((row) => row.includes('dded in part'))).to.have.length(1);
    expect(rows(upload).filter((row) => row.includes('Not added:'))).to.have.length(4);
  });

  it('is taken without what cannot be read, and says so', async () => {
    const upload = await uploadArea();
    const locked = {
      isFile: true,
      name: 'locked',
      file: (_: unknown, fail: (error: Error) => void) => fail(new Error('no right')),
    };
    await drop(upload, folder('papers', [locked, entryOf(text('a.txt'))]));
    expect(names(upload)).to.deep.equal(['a.txt']);
    expect(byRole(upload, 'button', 'Remove papers')).not.to.equal(undefined);
  });
});

describe('a file that is not taken', () => {
  it('says why, until it is taken off the list', async () => {
    const upload = await fixture<CaseUpload>(
      html`<case-upload
        .uploader=${storing}
        .limits=${{ maxSize: 10, accept: ['.txt'] }}
        max-files="1"
      ></case-upload>`,
    );
    const rejected: [string, string][] = [];
    upload.addEventListener('file-rejected', ({ file, reason }) => {
      rejected.push([file.name, reason]);
    });
    choose(
      upload,
      text('program.exe'),
      text('empty.txt', ''),
      text('large.txt', 'x'.repeat(11)),
      text('fits.txt'),
      text('another.txt'),
    );
    await listed(upload);
    expect(rejected).to.deep.equal([
      ['program.exe', 'type'],
      ['empty.txt', 'empty'],
      ['large.txt', 'size'],
      ['another.txt', 'count'],
    ]);
    expect(names(upload)).to.deep.equal(['fits.txt']);
    const shown = announced(upload);
    expect(shown).to.include('program.exe: Not added: this kind of file is not taken.');
    expect(shown).to.include('empty.txt: Not added: it is empty.');
    expect(shown).to.include('large.txt: Not added: it is larger than 10 byte');
    expect(shown).to.include('another.txt: Not added: there can be 1 file at most.');
    await expect(upload).to.be.accessible();

    await press(upload, 'Remove large.txt');
    expect(focused()?.ariaLabel).to.equal('Remove another.txt');
    await press(upload, 'Remove another.txt');
    expect(focused()?.ariaLabel).to.equal('Remove fits.txt');
    await press(upload, 'Remove program.exe');
    await press(upload, 'Remove empty.txt');
    expect(rows(upload)).to.have.length(1);
  });

  it('is noted only until more are added', async () => {
    const upload = await uploadArea();
    choose(upload, text('empty.txt', ''));
    choose(upload, text('a.txt'));
    await upload.updateComplete;
    expect(byRole(upload, 'button', 'Remove empty.txt')).to.equal(undefined);
  });

  it('is refused with all others when the page cancels', async () => {
    const upload = await uploadArea();
    upload.addEventListener('file-add', (event) => {
      if (event.files.some(({ name }) => name === 'b.txt')) event.preventDefault();
    });
    upload.add([text('a.txt'), text('b.txt')]);
    upload.add([text('c.txt')]);
    expect(names(upload)).to.deep.equal(['c.txt']);
  });
});

describe('who takes a file', () => {
  it('is a listener first', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    upload.key = 'key-of-the-draft';
    upload.addEventListener('file-upload', (event) => {
      expect(event.key).to.equal('key-of-the-draft');
      event.respondWith(async () => ({ ref: 'from the listener' }) as never);
    });
    setTimeout(() => choose(upload, text('a.txt')));
    const { attachment } = await nextEvent(upload, 'file-uploaded');
    expect(attachment).to.deep.include({ name: 'a.txt', size: 4, ref: 'from the listener' });
    await press(upload, 'Remove a.txt');
    expect(uploader.uploads).to.have.length(0);
    expect(uploader.removed, 'was never its own').to.have.length(0);
  });

  it('is the uploader then, which also takes files back', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    upload.action = '/never';
    upload.key = 'key-of-the-draft';
    choose(upload, text('a.txt'));
    expect((await uploader.of('a.txt')).key).to.equal('key-of-the-draft');
    (await uploader.of('a.txt')).store();
    setTimeout(() => void press(upload, 'Remove a.txt'));
    const { attachment } = await nextEvent(upload, 'file-removed');
    expect(attachment.ref).to.equal('ref of a.txt');
    expect(uploader.removed).to.deep.equal(['ref of a.txt']);
    expect(upload.attachments).to.deep.equal([]);
  });

  it('keeps a file on the list that is not given back, and says so each time', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    const removed: string[] = [];
    upload.addEventListener('file-removed', ({ attachment }) => removed.push(attachment.name));
    upload.add([text('a.txt'), text('b.txt')]);
    (await uploader.of('a.txt')).store();
    (await uploader.of('b.txt')).store();
    await upload.whenSettled();
    uploader.isHolding = true;
    await press(upload, 'Remove a.txt');
    expect(rows(upload)[0]).to.include('Still there: could not be removed');
    const said = '2 of 2 files ready a.txt: Still there: could not be removed';
    expect(announced(upload)).to.equal(said);
    expect(names(upload)).to.deep.equal(['a.txt', 'b.txt']);
    expect(statuses(upload)).to.deep.equal(['uploaded', 'uploaded']);
    expect(focused()?.ariaLabel).to.equal('Remove a.txt');
    expect(removed).to.deep.equal([]);
    await expect(upload).to.be.accessible();
    uploader.isHolding = false;
    byRole(upload, 'button', 'Remove a.txt')?.click();
    byRole(upload, 'button', 'Remove a.txt')?.click();
    await nextFrame();
    expect(names(upload)).to.deep.equal(['b.txt']);
    expect(announced(upload)).to.equal('1 of 1 file ready');
    expect(removed, 'once, though pressed twice').to.deep.equal(['a.txt']);
  });

  it('is the server behind `action` then', async () => {
    const upload = await fixture<CaseUpload>(
      html`<case-upload action="/nobody/is/here"></case-upload>`,
    );
    choose(upload, text('a.txt'));
    const { error } = await nextEvent(upload, 'file-failed');
    expect(error).to.have.property('status', 404);
  });

  it('is nobody otherwise, which is told to the developer', async () => {
    const upload = await fixture<CaseUpload>(html`<case-upload></case-upload>`);
    setTimeout(() => upload.add([text('a.txt')]));
    const { error, attachment } = await nextEvent(upload, 'file-failed');
    expect((error as Error).message).to.match(/"file-upload".*"uploader".*"action"/);
    expect(attachment.status).to.equal('failed');
  });

  it('may refuse', async () => {
    const upload = await uploadArea();
    upload.addEventListener('file-upload', (event) => event.preventDefault());
    setTimeout(() => upload.add([text('a.txt')]));
    const { error } = await nextEvent(upload, 'file-failed');
    expect(error).to.have.property('name', 'AbortError');
  });

  it('has to answer with an attachment', async () => {
    const upload = await uploadArea({ upload: async () => 'stored' as never });
    setTimeout(() => upload.add([text('a.txt')]));
    const { error } = await nextEvent(upload, 'file-failed');
    expect(error).to.be.instanceOf(TypeError);
  });
});

describe('an upload', () => {
  it('runs beside two others', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    upload.add(['a', 'b', 'c', 'd', 'e'].map((name) => text(name)));
    await uploader.begun(3);
    expect(statuses(upload).join()).to.equal('uploading,uploading,uploading,waiting,waiting');
    (await uploader.of('b')).store();
    await nextEvent(upload, 'file-uploaded');
    await uploader.begun(4);
    (await uploader.of('a')).fail();
    await nextEvent(upload, 'file-failed');
    expect(statuses(upload).join()).to.equal('failed,uploaded,uploading,uploading,uploading');
  });

  it('shows how much has arrived', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    upload.add([text('a.txt')]);
    (await uploader.of('a.txt')).progress(0.456);
    await upload.updateComplete;
    expect(byRole(upload, 'progressbar', 'a.txt')).to.have.property('value', 0.456);
    expect(rows(upload)[0]).to.include('4 bytes · Uploading, 45%');
    await expect(upload).to.be.accessible();
    (await uploader.of('a.txt')).store();
    await nextEvent(upload, 'file-uploaded');
    (await uploader.of('a.txt')).progress(0.9);
    await upload.updateComplete;
    expect(byRole(upload, 'progressbar')).to.equal(undefined);
    expect(rows(upload)[0]).to.include('4 bytes · Uploaded');
  });

  it('can be cancelled, and leaves its place to the next', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    upload.add(['a', 'b', 'c', 'd'].map((name) => text(name)));
    await uploader.begun(3);
    await press(upload, 'Cancel b');
    expect((await uploader.of('b')).signal.aborted).to.equal(true);
    expect(focused()?.ariaLabel).to.equal('Cancel c');
    await uploader.begun(4);
    expect(uploader.uploads.at(-1)?.file.name).to.equal('d');
    (await uploader.of('b')).store();
    await nextFrame();
    expect(names(upload)).to.deep.equal(['a', 'c', 'd']);
  });

  it('can be tried again after a failure, as the same file', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    upload.add([text('a.txt')]);
    (await uploader.of('a.txt')).fail(new Error('secret of the server'));
    await press(upload, 'Try a.txt again');
    expect(focused()?.ariaLabel).to.equal('Cancel a.txt');
    const [first, second] = uploader.uploads;
    expect(second?.file).to.equal(first?.file);
    expect(second?.id).to.equal(first?.id);
    first?.progress(0.9);
    await upload.updateComplete;
    expect(rows(upload)[0], 'late news of the first attempt').to.include('Uploading, 0%');
    second?.store();
    await nextEvent(upload, 'file-uploaded');
    expect(statuses(upload)).to.deep.equal(['uploaded']);
  });

  it('shows what its error has to say to the person, and nothing else', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    upload.add([text('a.txt'), text('b.txt')]);
    (await uploader.of('a.txt')).fail(new Error('secret of the server'));
    const issues = [{ path: [], message: 'This file holds a virus.' }];
    (await uploader.of('b.txt')).fail(Object.assign(new Error('422'), { issues }));
    await waitUntil(() => byRole(upload, 'button', 'Try b.txt again'));
    expect(rows(upload)[0]).to.include('Not uploaded');
    expect(rows(upload)[0]).not.to.include('secret');
    expect(rows(upload)[1]).to.include('Not uploaded · This file holds a virus.');
    expect(announced(upload)).to.equal(
      '0 of 2 files ready a.txt: Not uploaded b.txt: Not uploaded · This file holds a virus.',
    );
    await expect(upload).to.be.accessible();
  });

  it('goes on while the element moves within the page', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    upload.add([text('a.txt')]);
    upload.parentElement?.append(upload);
    await nextFrame();
    expect((await uploader.of('a.txt')).signal.aborted).to.equal(false);
    (await uploader.of('a.txt')).store();
    await upload.whenSettled();
    expect(statuses(upload)).to.deep.equal(['uploaded']);
  });

  it('stops when the element leaves the page, and starts anew when it returns', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    const parent = upload.parentElement;
    upload.add([text('a.txt')]);
    await uploader.begun(1);
    upload.remove();
    await nextFrame();
    expect((await uploader.of('a.txt')).signal.aborted).to.equal(true);
    expect(statuses(upload)).to.deep.equal(['waiting']);
    parent?.append(upload);
    await uploader.begun(2);
  });

  it('holds up nobody who waits when the element leaves the page', async () => {
    const upload = await uploadArea(new HeldUploader());
    upload.add([text('a.txt')]);
    const settled = upload.whenSettled();
    upload.remove();
    await settled;
    await upload.whenSettled();
    expect(statuses(upload)).to.deep.equal(['waiting']);
  });

  it('waits until the element is in the page', async () => {
    const uploader = new HeldUploader();
    const upload = Object.assign(document.createElement('case-upload'), { uploader });
    upload.add([text('a.txt')]);
    expect(uploader.uploads).to.have.length(0);
    (await fixture(html`<div></div>`)).append(upload);
    await uploader.begun(1);
  });

  it('is one of two when one file is added twice', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    const file = text('a.txt');
    upload.add([file, file]);
    await uploader.begun(2);
    expect(uploader.uploads[0]?.id).not.to.equal(uploader.uploads[1]?.id);
  });
});

describe('the list', () => {
  it('settles when nothing is on its way any more', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    await upload.whenSettled();
    upload.add([text('a.txt'), text('b.txt')]);
    let settled = false;
    const settling = upload.whenSettled().then(() => (settled = true));
    (await uploader.of('a.txt')).store();
    await nextEvent(upload, 'file-uploaded');
    expect(settled).to.equal(false);
    (await uploader.of('b.txt')).fail();
    await settling;
    expect(statuses(upload)).to.deep.equal(['uploaded', 'failed']);
  });

  it('is emptied for the next draft, while what is stored stays stored', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    upload.add([text('a.txt'), text('b.txt')]);
    (await uploader.of('a.txt')).store();
    await nextEvent(upload, 'file-uploaded');
    upload.clear();
    await upload.whenSettled();
    expect(upload.attachments).to.deep.equal([]);
    expect((await uploader.of('b.txt')).signal.aborted).to.equal(true);
    expect(uploader.removed).to.deep.equal([]);
  });

  it('announces how the files are getting on', async () => {
    const uploader = new HeldUploader();
    const upload = await uploadArea(uploader);
    const status = byRole(upload, 'status');
    expect(announced(upload)).to.equal('');
    upload.add([text('a.txt'), text('b.txt')]);
    (await uploader.of('a.txt')).store();
    await nextEvent(upload, 'file-uploaded');
    await upload.updateComplete;
    expect(byRole(upload, 'status')).to.equal(status);
    expect(announced(upload)).to.equal('1 of 2 files ready');
  });

  it('moves the focus on when a file is removed', async () => {
    const upload = await uploadArea();
    upload.add([text('a'), text('b'), text('c')]);
    await press(upload, 'Remove b');
    expect(focused()?.ariaLabel).to.equal('Remove c');
    await press(upload, 'Remove c');
    expect(focused()?.ariaLabel).to.equal('Remove a');
    await press(upload, 'Remove a');
    expect(focused()).to.equal(byLabel(upload, 'Choose files'));
  });

  it('keeps the buttons of a row beside its name where there is little room', async () => {
    const upload = await uploadArea({ upload: () => Promise.reject(new Error()) });
    upload.style.inlineSize = '288px';
    upload.add([await picture('a-rather-long-name-of-a-picture.png')]);
    await upload.whenSettled();
    await waitUntil(() => upload.renderRoot.querySelector('[part~=thumbnail]'));
    const middles = [...upload.renderRoot.querySelectorAll('li:first-child > *')].map((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return Math.round((top + bottom) / 2);
    });
    expect(middles).to.have.length(5);
    expect(new Set(middles).size, middles.join()).to.equal(1);
  });

  it('shows names as text, and what they hide', async () => {
    const upload = await uploadArea();
    upload.add([text('<img src=x>.txt'), text('annex\u202etxt.exe')]);
    await upload.whenSettled();
    await upload.updateComplete;
    expect(rows(upload)[0]).to.include('<img src=x>.txt');
    expect(byRole(upload, 'button', 'Remove annex[U+202E]txt.exe')).not.to.equal(undefined);
  });

  it('speaks every language, also from right to left', async () => {
    const messages: CaseUploadMessages = {
      language: 'ar',
      direction: 'rtl',
      upload: { ...enUpload.upload, label: 'المرفقات', uploaded: 'تم الرفع' },
    };
    const upload = await uploadArea();
    upload.add([text('a.txt')]);
    await upload.whenSettled();
    upload.messages = messages;
    await upload.updateComplete;
    expect(rows(upload)[0]).to.include('تم الرفع');
    const group = byRole(upload, 'group', 'المرفقات') as HTMLElement;
    expect(getComputedStyle(group).direction).to.equal('rtl');
    expect(group.lang).to.equal('ar');
    await expect(upload).to.be.accessible();
  });
});

describe('a small picture', () => {
  /** Only what is in the page is drawn. */
  function shown(canvas: HTMLCanvasElement | undefined): HTMLCanvasElement | undefined {
    if (canvas) fixtureSync(html`<div></div>`).append(canvas);
    return canvas;
  }

  it('is drawn of a picture', async () => {
    const canvas = shown(thumbnails()(await picture()));
    await waitUntil(() => canvas?.hidden === false);
    expect([canvas?.width, canvas?.height]).to.deep.equal([192, 96]);
    const [, , , alpha] = canvas?.getContext('2d')?.getImageData(48, 48, 1, 1).data ?? [];
    expect(alpha).to.equal(255);
  });

  it('is not drawn of a document, nor of what only claims to be a picture', async () => {
    const of = thumbnails();
    const claim = shown(of(new File(['nonsense'], 'a.png', { type: 'image/png' })));
    const file = await picture();
    const canvas = shown(of(file));
    await waitUntil(() => canvas?.hidden === false);
    expect(of(file)).to.equal(of(file));
    expect(claim?.hidden).to.equal(true);
    expect(of(new File(['<svg/>'], 'a.svg', { type: 'image/svg+xml' }))).to.equal(undefined);
    expect(of(text('a.txt'))).to.equal(undefined);
  });
});

describe('in a form of the page', () => {
  async function pageForm(uploader?: FileUploader): Promise<[HTMLFormElement, CaseUpload]> {
    const form = await fixture<HTMLFormElement>(
      html`<form><case-upload name="files" .uploader=${uploader}></case-upload></form>`,
    );
    return [form, form.querySelector('case-upload') as CaseUpload];
  }

  it('the files go along where nobody uploads them', async () => {
    const [form, upload] = await pageForm();
    const files = [text('a'), text('b'), text('c'), text('d')];
    upload.add(files);
    await upload.whenSettled();
    await upload.updateComplete;
    expect(new FormData(form).getAll('files').map((file) => (file as File).name)).to.deep.equal([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(rows(upload)[0]).to.include('Goes with the form');
    expect(announced(upload)).to.equal('4 of 4 files ready');
    expect(statuses(upload)).to.include('waiting');
    await expect(upload).to.be.accessible();
  });

  it('but not from a case form, which needs to know where they are', async () => {
    const host = await fixture(html`<case-form></case-form>`);
    const form = document.createElement('form');
    host.attachShadow({ mode: 'open' }).append(form);
    const upload = document.createElement('case-upload');
    form.append(upload);
    setTimeout(() => upload.add([text('a.txt')]));
    expect(await nextEvent(upload, 'file-failed')).to.have.property('error');
  });

  it('the references of uploaded files are its value', async () => {
    const [form, upload] = await pageForm({
      upload: async ({ name }) => (name === 'a' ? { ref: 'r1' } : { id: 'i2' }) as never,
    });
    upload.add([text('a'), text('b')]);
    await upload.whenSettled();
    await upload.updateComplete;
    expect(new FormData(form).getAll('files')).to.deep.equal(['r1', 'i2']);
    upload.name = '';
    await upload.updateComplete;
    expect([...new FormData(form)]).to.deep.equal([]);
  });

  it('nothing is sent before files have arrived, or after they have failed', async () => {
    const uploader = new HeldUploader();
    const [form, upload] = await pageForm(uploader);
    upload.required = true;
    await upload.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    upload.add([text('a.txt')]);
    await upload.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    (await uploader.of('a.txt')).fail();
    await nextEvent(upload, 'file-failed');
    await upload.updateComplete;
    expect(form.reportValidity()).to.equal(false);
    expect(focused()).to.equal(byLabel(upload, 'Choose files'));
    await press(upload, 'Try a.txt again');
    (await uploader.of('a.txt')).store();
    await upload.whenSettled();
    await upload.updateComplete;
    expect(form.checkValidity()).to.equal(true);
  });

  it('a reset empties it, a disabled fieldset closes it', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <fieldset><case-upload name="files" .uploader=${storing}></case-upload></fieldset>
      </form>
    `);
    const upload = form.querySelector('case-upload') as CaseUpload;
    upload.add([text('a.txt')]);
    form.reset();
    expect(upload.attachments).to.deep.equal([]);
    (form.querySelector('fieldset') as HTMLFieldSetElement).disabled = true;
    await upload.updateComplete;
    expect(byLabel(upload, 'Choose files')).to.have.property('disabled', true);
  });
});
