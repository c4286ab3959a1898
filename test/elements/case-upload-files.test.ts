import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CaseUpload } from '../../src/elements/case-upload/case-upload.js';
import { ar } from '../../src/locales/ar.js';
import type { FileUploader, UploadOptions } from '../../src/ports/file-uploader.js';
import { allByRole, byLabel, byRole } from '../support/by-role.js';
import { Clock } from '../support/clock.js';

CaseUpload.define();

const text = (name: string, content = 'text') => new File([content], name, { type: 'text/plain' });
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => text(`file-${at + 1}.txt`));
const statuses = (upload: CaseUpload) => upload.attachments.map(({ status }) => status);
const rows = (upload: CaseUpload) => allByRole(upload, 'listitem');
const announced = (upload: CaseUpload) =>
  byRole(upload, 'status')?.textContent.replace(/\s+/g, ' ').trim();

const never = new Promise<never>(() => undefined);
const waiting: FileUploader = { upload: () => never };
const storing: FileUploader = { upload: async (file) => ({ ref: file.name }) as never };

/** Answers as the test says, one upload after the other. */
class ScriptedUploader implements FileUploader {
  readonly asked: (UploadOptions & { file: File })[] = [];
  readonly removed: (string | undefined)[] = [];
  readonly #answers: (() => unknown)[];

  constructor(...answers: (() => unknown)[]) {
    this.#answers = answers;
  }

  async upload(file: File, options: UploadOptions) {
    this.asked.push({ file, ...options });
    const answer = this.#answers.shift() ?? (() => ({ ref: file.name }));
    return (await answer()) as never;
  }

  async remove({ ref }: { ref?: string | undefined }) {
    this.removed.push(ref);
  }
}

const failing =
  (status: number, told: object = {}) =>
  () => {
    throw Object.assign(new Error(String(status)), { status, ...told });
  };

async function uploadArea(uploader: FileUploader = storing): Promise<CaseUpload> {
  return fixture<CaseUpload>(
    html`<case-upload .uploader=${uploader} max-files="2000"></case-upload>`,
  );
}

async function listed(upload: CaseUpload): Promise<void> {
  await waitUntil(() => rows(upload).length > 0, 'no list');
  await upload.updateComplete;
}

/** What has the focus, through shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

describe('a long list', () => {
  const list = (upload: CaseUpload) => byRole(upload, 'list') as HTMLElement;
  const nodes = (upload: CaseUpload) => upload.renderRoot.querySelectorAll('*').length;

  it('draws what is in view and no more, and tells each event of each file', async () => {
    const upload = await uploadArea(waiting);
    let added = 0;
    upload.addEventListener('file-added', () => (added += 1));
    upload.add(many(1000));
    await listed(upload);
    expect(added).to.equal(1000);
    expect(upload.attachments).to.have.length(1000);
    expect(rows(upload).length).to.be.within(5, 30);
    expect(nodes(upload)).to.be.below(400);
    expect(rows(upload)[0]).to.have.property('ariaSetSize', '1000');
    expect(rows(upload)[0]).to.have.property('ariaPosInSet', '1');
    await expect(upload).to.be.accessible();
  });

  it('would be seen to draw all: a short one does, and says nothing of its place', async () => {
    const upload = await uploadArea(waiting);
    upload.add(many(40));
    await listed(upload);
    expect(rows(upload)).to.have.length(40);
    expect(rows(upload)[0]).to.have.property('ariaSetSize', null);
    expect(list(upload).scrollHeight).to.equal(list(upload).clientHeight);
  });

  it('draws what is scrolled to, and stays as long as it is', async () => {
    const upload = await uploadArea(waiting);
    upload.add(many(1000));
    await listed(upload);
    await waitUntil(() => list(upload).scrollHeight > 30_000, 'too short for 1,000 rows');
    list(upload).scrollTop = list(upload).scrollHeight;
    await waitUntil(() => byRole(upload, 'button', /file-1000\.txt/), 'the last is not there');
    expect(rows(upload).at(-1)).to.have.property('ariaPosInSet', '1000');
    expect(rows(upload).length).to.be.within(5, 30);
    list(upload).scrollTop = 0;
    await waitUntil(() => byRole(upload, 'button', /file-1\.txt/), 'the first is not there');
  });

  it('is walked through by Tab, by arrows, and from end to end', async () => {
    const upload = await uploadArea(waiting);
    upload.add(many(1000));
    await listed(upload);
    byRole(upload, 'button', /file-1\.txt/)?.focus();
    for (let at = 2; at <= 30; at++) {
      await sendKeys({ press: 'Tab' });
      expect(focused()?.ariaLabel).to.match(new RegExp(`file-${at}\\.txt`));
    }
    await sendKeys({ press: 'End' });
    await waitUntil(() => focused()?.ariaLabel?.includes('file-1000.txt'), 'not at the end');
    await sendKeys({ press: 'ArrowUp' });
    await waitUntil(() => focused()?.ariaLabel?.includes('file-999.txt'), 'not one up');
    await sendKeys({ press: 'Home' });
    await waitUntil(() => focused()?.ariaLabel?.includes('file-1.txt'), 'not at the start');
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => focused()?.ariaLabel?.includes('file-2.txt'), 'not one down');
  });

  it('keeps the row that has the focus, however far it is scrolled', async () => {
    const upload = await uploadArea(waiting);
    upload.add(many(1000));
    await listed(upload);
    const button = byRole(upload, 'button', /file-3\.txt/);
    button?.focus();
    list(upload).scrollTop = 20_000;
    await waitUntil(() => !byRole(upload, 'button', /file-10\.txt/), 'nothing has moved');
    expect(focused()).to.equal(button);
  });

  it('moves the focus on when a file is removed in the midst of it', async () => {
    const upload = await uploadArea(waiting);
    upload.add(many(1000));
    await listed(upload);
    list(upload).scrollTop = 20_000;
    await waitUntil(() => rows(upload).some(({ ariaPosInSet }) => Number(ariaPosInSet) > 300));
    const row = rows(upload).at(-3);
    const at = Number(row?.ariaPosInSet);
    row?.querySelector<HTMLElement>('[part~=remove]')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.ariaLabel?.includes(`file-${at + 1}.txt`));
    expect(upload.attachments).to.have.length(999);
  });
});

describe('files that a draft has kept', () => {
  const image = (content: string) =>
    new File(['\x89PNG\r\n\x1a\n', content].map(latin1), 'image.png', {
      type: 'image/png',
      lastModified: 7,
    });
  const latin1 = (bytes: string) => Uint8Array.from(bytes, (one) => one.charCodeAt(0));

  it('are there again: the uploaded one as uploaded, any other on its way under its own id', async () => {
    const uploader = new ScriptedUploader();
    const first = await uploadArea(new ScriptedUploader(undefined as never, () => never));
    first.add([text('a.txt'), text('b.txt')]);
    await waitUntil(() => statuses(first).includes('uploaded'));
    const kept = first.kept;
    expect(kept).to.have.length(2);
    const [stored, open] = kept;
    expect(stored?.attachment?.ref).to.equal('a.txt');
    expect(open).to.not.have.property('attachment');
    first.remove();

    const upload = await uploadArea(uploader);
    upload.restore(kept);
    upload.restore(kept);
    expect(upload.attachments.map(({ name }) => name)).to.deep.equal(['a.txt', 'b.txt']);
    await upload.whenSettled();
    expect(uploader.asked.map(({ id }) => id)).to.deep.equal([open?.id]);
    expect(statuses(upload)).to.deep.equal(['uploaded', 'uploaded']);
    expect(upload.kept.map(({ id }) => id)).to.deep.equal(kept.map(({ id }) => id));
    await waitUntil(() => byRole(upload, 'button', 'Remove a.txt'));
    byRole(upload, 'button', 'Remove a.txt')?.click();
    await waitUntil(() => upload.attachments.length === 1);
    expect(uploader.removed).to.deep.equal(['a.txt']);
  });

  it('are told apart by their id alone, also two alike in all else', async () => {
    const uploader = new ScriptedUploader();
    const upload = await uploadArea(uploader);
    const [one, other] = [image('one'), image('two')];
    upload.restore([
      { id: 'first', file: one },
      { id: 'second', file: other },
    ]);
    await upload.whenSettled();
    const sent = await Promise.all(
      uploader.asked.map(async ({ id, file }) => [id, await file.text()]),
    );
    expect(sent).to.deep.equal([
      ['first', '\ufffdPNG\r\n\x1a\none'],
      ['second', '\ufffdPNG\r\n\x1a\ntwo'],
    ]);
  });
});

describe('what a file is', () => {
  it('is told by its bytes: HTML by the name of a picture is turned away, and says why', async () => {
    const uploader = new ScriptedUploader();
    const upload = await uploadArea(uploader);
    const rejected: string[] = [];
    upload.addEventListener('file-rejected', ({ file, reason }) =>
      rejected.push(`${file.name} ${reason}`),
    );
    upload.add([
      new File(['<html><script>alert(1)</script>'], 'evil.png', { type: 'image/png' }),
      text('good.txt'),
    ]);
    await upload.whenSettled();
    expect(rejected).to.deep.equal(['evil.png content']);
    expect(uploader.asked.map(({ file }) => file.name)).to.deep.equal(['good.txt']);
    expect(upload.attachments.map(({ name }) => name)).to.deep.equal(['good.txt']);
    await upload.updateComplete;
    expect(announced(upload)).to.include('evil.png: Not added: its content is not what its name');
  });

  it('is never shown as a document: no SVG nor HTML gets a picture, and nothing gets an <img>', async () => {
    const upload = await uploadArea(waiting);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    upload.add([
      new File([svg], 'drawing.svg', { type: 'image/svg+xml' }),
      new File(['<html></html>'], 'page.html', { type: 'text/html' }),
      await gpsPicture(),
    ]);
    await listed(upload);
    await waitUntil(() => upload.renderRoot.querySelector('canvas:not([hidden])'), 'no picture');
    expect(upload.renderRoot.querySelectorAll('canvas:not([hidden])')).to.have.length(1);
    expect(upload.renderRoot.querySelectorAll('img, object, embed, iframe, video')).to.be.empty;
  });
});

/** A JPEG that tells its place, in a comment. */
async function gpsPicture(): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 16;
  canvas.getContext('2d')?.fillRect(0, 0, 16, 16);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'));
  const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());
  const comment = new TextEncoder().encode('GPS 48.1 N 11.5 E');
  const segment = [0xff, 0xfe, 0, comment.length + 2, ...comment];
  const parts = [bytes.slice(0, 2), new Uint8Array(segment), bytes.slice(2)];
  return new File(parts, 'photo.jpg', { type: 'image/jpeg' });
}

describe('what a picture tells of its owner', () => {
  const sent = async (keeps: boolean) => {
    const uploader = new ScriptedUploader();
    const upload = await uploadArea(uploader);
    upload.keepMetadata = keeps;
    const file = await gpsPicture();
    upload.add([file]);
    await upload.whenSettled();
    await upload.updateComplete;
    const [asked] = uploader.asked;
    const says = upload.renderRoot.textContent.includes('Place and author are removed');
    return { file, says, sent: asked?.file, text: await asked?.file.text() };
  };

  it('is not sent along, which is said before a file is chosen', async () => {
    const { file, says, sent: sentFile, text: bytes } = await sent(false);
    expect(bytes).not.to.include('GPS');
    expect(says).to.equal(true);
    expect(sentFile?.name).to.equal('photo.jpg');
    expect(sentFile?.size).to.be.below(file.size);
    const bitmap = await createImageBitmap(sentFile as File);
    expect([bitmap.width, bitmap.height]).to.deep.equal([16, 16]);
  });

  it('is kept where the page wants it so, and then nothing is promised', async () => {
    const { file, says, sent: sentFile, text: bytes } = await sent(true);
    expect(bytes).to.include('GPS');
    expect(says).to.equal(false);
    expect(sentFile).to.equal(file);
  });
});

describe('an upload that fails', () => {
  const clock = new Clock(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20))),
  );
  beforeEach(() => clock.start());
  afterEach(() => clock.stop());

  it('for a passing reason is tried again by itself, never before it may, and says so', async () => {
    const uploader = new ScriptedUploader(failing(503, { retryAfter: 50_000 }));
    const upload = await uploadArea(uploader);
    const failed: string[] = [];
    upload.addEventListener('file-failed', ({ attachment }) => failed.push(attachment.name));
    upload.add([text('a.txt'), text('b.txt')]);
    await waitUntil(() => announced(upload)?.includes('again'), 'nothing is said');
    expect(announced(upload)).to.equal('1 of 2 files ready · trying one again');
    expect(upload.progress).to.equal('1 of 2 files ready · trying one again');
    await clock.pass(49_000);
    expect(uploader.asked.filter(({ file }) => file.name === 'a.txt')).to.have.length(1);
    await clock.pass(3000);
    await upload.whenSettled();
    expect(statuses(upload)).to.deep.equal(['uploaded', 'uploaded']);
    expect(failed, 'it did not fail for good').to.deep.equal([]);
    const [first, , again] = uploader.asked;
    expect(again?.id).to.equal(first?.id);
  });

  it('is tried five times more, and then left to the person', async () => {
    const uploader = new ScriptedUploader(...Array.from({ length: 9 }, () => failing(503)));
    const upload = await uploadArea(uploader);
    upload.add([text('a.txt')]);
    await waitUntil(() => uploader.asked.length > 0);
    for (let wait = 0; wait < 8; wait++) await clock.pass(61_000);
    await upload.whenSettled();
    expect(uploader.asked).to.have.length(6);
    expect(statuses(upload)).to.deep.equal(['failed']);
    expect(byRole(upload, 'button', 'Try a.txt again')).to.exist;
  });

  it('for good is not tried again, not even when the browser is online again', async () => {
    const uploader = new ScriptedUploader(failing(422), () => {
      throw new Error('of the host');
    });
    const upload = await uploadArea(uploader);
    upload.add([text('refused.txt'), text('unknown.txt')]);
    await waitUntil(() => statuses(upload).join() === 'failed,failed');
    await clock.pass(120_000);
    expect(uploader.asked).to.have.length(2);
    dispatchEvent(new Event('online'));
    await waitUntil(() => uploader.asked.length === 3);
    await upload.whenSettled();
    expect(uploader.asked[2]?.file.name).to.equal('unknown.txt');
    expect(statuses(upload)).to.deep.equal(['failed', 'uploaded']);
  });

  it('goes at once when the browser is online again', async () => {
    const uploader = new ScriptedUploader(failing(0, { retryAfter: 600_000 }));
    const upload = await uploadArea(uploader);
    upload.add([text('a.txt')]);
    await waitUntil(() => announced(upload)?.includes('again'));
    dispatchEvent(new Event('online'));
    await upload.whenSettled();
    expect(statuses(upload)).to.deep.equal(['uploaded']);
  });

  it('to move for half a minute says so, and can be sent anew', async () => {
    const uploader = new ScriptedUploader(() => never);
    const upload = await uploadArea(uploader);
    upload.add([text('a.txt')]);
    await waitUntil(() => uploader.asked.length === 1);
    await clock.pass(20_000);
    uploader.asked[0]?.progress(0.5);
    await clock.pass(29_000);
    expect(announced(upload), 'it has moved meanwhile').not.to.include('Nothing has arrived');
    await clock.pass(2000);
    expect(announced(upload)).to.include('a.txt: Nothing has arrived for 30 seconds');
    expect(byRole(upload, 'button', 'Cancel a.txt')).to.exist;
    byRole(upload, 'button', 'Try a.txt again')?.click();
    await upload.whenSettled();
    expect(uploader.asked[0]?.signal.aborted).to.equal(true);
    expect(statuses(upload)).to.deep.equal(['uploaded']);
    await upload.updateComplete;
    expect(announced(upload)).to.equal('1 of 1 file ready');
  });

  it('says when its uploader tries again by itself, and is not hurried where the server has asked', async () => {
    const uploader = new ScriptedUploader(() => never);
    const upload = await uploadArea(uploader);
    upload.add([text('a.txt')]);
    await waitUntil(() => uploader.asked.length === 1);
    const [asked] = uploader.asked;
    const said = () => rows(upload)[0]?.textContent.replace(/\s+/g, ' ');
    asked?.progress(0.5);
    asked?.waiting?.(12_000);
    await waitUntil(() => said()?.includes('trying again in 12 seconds'), said());
    expect(announced(upload)).to.equal('0 of 1 file ready · trying one again');
    expect(byRole(upload, 'button', 'Try a.txt again'), 'nobody has asked for it').to.exist;
    await clock.pass(5000);
    expect(said()).to.include('trying again in 7 seconds');
    await clock.pass(7000);
    expect(said(), 'it is on its way').to.include('Uploading, 50%');
    asked?.waiting?.(3000, true);
    await waitUntil(() => said()?.includes('trying again in 3 seconds'), said());
    expect(byRole(upload, 'button', 'Try a.txt again')).to.equal(undefined);
    asked?.progress(0.6);
    await waitUntil(() => said()?.includes('Uploading, 60%'), said());
    await clock.pass(31_000);
    expect(said(), 'it stands still again').to.include('Nothing has arrived for 30 seconds');
  });

  it('waits as long as the server asks, whatever the browser says of its connection', async () => {
    const uploader = new ScriptedUploader(failing(503, { retryAfter: '20' }));
    const upload = await uploadArea(uploader);
    upload.add([text('a.txt')]);
    await waitUntil(() => announced(upload)?.includes('again'));
    expect(byRole(upload, 'button', 'Try a.txt again')).to.equal(undefined);
    dispatchEvent(new Event('online'));
    await clock.pass(19_000);
    expect(uploader.asked).to.have.length(1);
    await clock.pass(3000);
    await upload.whenSettled();
    expect(statuses(upload)).to.deep.equal(['uploaded']);
  });

  it('has to wait no longer than the element is there', async () => {
    const uploader = new ScriptedUploader(failing(503));
    const upload = await uploadArea(uploader);
    upload.add([text('a.txt')]);
    await waitUntil(() => announced(upload)?.includes('again'));
    upload.remove();
    await nextFrame();
    await clock.pass(120_000);
    dispatchEvent(new Event('online'));
    expect(uploader.asked).to.have.length(1);
  });
});

describe('the list', () => {
  it('is brought before a file is added, when somebody comes near', async () => {
    const upload = await uploadArea();
    byRole(upload, 'group')?.dispatchEvent(new PointerEvent('pointerenter'));
    await waitUntil(() => byRole(upload, 'list'), 'nothing was loaded');
  });

  it('sends as many at a time as the page says', async () => {
    const uploader = new ScriptedUploader(...Array.from({ length: 9 }, () => () => never));
    const upload = await uploadArea(uploader);
    upload.atATime = 5;
    upload.add(many(9));
    await waitUntil(() => uploader.asked.length === 5);
    await nextFrame();
    expect(statuses(upload).filter((status) => status === 'uploading')).to.have.length(5);
  });

  it('goes from right to left, and keeps the direction of names', async () => {
    const upload = await uploadArea();
    upload.messages = ar;
    upload.add([text('report (2).txt')]);
    await upload.whenSettled();
    await listed(upload);
    await upload.updateComplete;
    expect(getComputedStyle(byRole(upload, 'list') as Element).direction).to.equal('rtl');
    expect(rows(upload)[0]?.querySelector('bdi')?.textContent).to.equal('report (2).txt');
    await expect(upload).to.be.accessible();
  });

  it('leaves nothing behind, however often it was there', async () => {
    const root = await fixture(html`<div></div>`);
    const uploader = new ScriptedUploader();
    const left: WeakRef<CaseUpload>[] = [];
    for (let mounts = 0; mounts < 1000; mounts += 1) {
      const upload = Object.assign(document.createElement('case-upload'), { uploader });
      root.append(upload);
      if (mounts % 100 === 0) {
        upload.add([text('a.txt')]);
        await upload.whenSettled();
      }
      left.push(new WeakRef(upload));
      upload.remove();
    }
    const before = uploader.asked.length;
    dispatchEvent(new Event('online'));
    await nextFrame();
    expect(uploader.asked, 'nobody hears it any more').to.have.length(before);
    expect(document.querySelectorAll('case-upload')).to.be.empty;
    expect(byLabel(root, 'Choose files')).to.equal(undefined);
  });
});
