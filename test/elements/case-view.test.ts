import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CaseView } from '../../src/elements/case-view/case-view.js';
import type { FileUploader } from '../../src/ports/file-uploader.js';
import { allByRole, byLabel, byRole } from '../support/by-role.js';
import { Clock } from '../support/clock.js';
import { aCase, ScriptedBackend } from '../support/scripted-backend.js';

CaseView.define();

const stored: FileUploader = { upload: async (file) => ({ ref: file.name }) as never };

async function view(backend: ScriptedBackend | undefined, given: Partial<CaseView> = {}) {
  const element = await fixture<CaseView>(html`<case-view></case-view>`);
  Object.assign(element, { backend, number: '4711', poll: 0, uploader: stored, ...given });
  return element;
}

/** The view once the case and what changes it are there. */
async function ready(backend: ScriptedBackend, given: Partial<CaseView> = {}) {
  const element = await view(backend, given);
  await waitUntil(() => byLabel(element, 'Your reply') && element.isConnected, 'no reply form');
  return element;
}

const box = (element: CaseView) => byLabel(element, 'Your reply') as HTMLTextAreaElement;
const words = (element: Element | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const whole = (element: CaseView) => words(byRole(element, 'article'));
const thread = (element: CaseView) => allByRole(element, 'listitem').map((item) => words(item));
const announced = (element: CaseView) =>
  allByRole(element, 'status')
    .map((status) => words(status))
    .join(' ');

async function press(element: CaseView, name: string | RegExp) {
  await waitUntil(() => byRole(element, 'button', name), `no button ${String(name)}`);
  byRole(element, 'button', name)?.click();
}

async function write(element: CaseView, text: string) {
  box(element).focus();
  await sendKeys({ type: text });
}

/** Shows another case of the backend. */
async function turn(element: CaseView, backend: ScriptedBackend, number: string) {
  const subject = `The subject of ${number}`;
  backend.case = aCase({ number, subject });
  element.number = number;
  await waitUntil(() => byRole(element, 'heading', subject), `no case ${number}`);
}

/** Holds the next answer back until it is given. */
function heldBack(backend: ScriptedBackend) {
  let answer: (given: unknown) => void = () => undefined;
  const given = new Promise((resolve) => (answer = resolve));
  backend.next.push(() => given);
  return answer;
}

beforeEach(() => sessionStorage.clear());

describe('a case', () => {
  it('tells how it stands, whom to reach, and what was asked', async () => {
    const backend = new ScriptedBackend();
    backend.case = aCase({
      attachments: [
        {
          id: 'a',
          name: 'shot.png',
          size: 2000,
          type: 'image/png',
          addedBy: 'Maria',
          added: '2026-03-01T10:00:00Z',
          url: undefined,
        },
      ],
    });
    const element = await ready(backend);
    for (const text of [
      '4711',
      'Access - password reset',
      'With the support team',
      'New',
      'High',
      'Ada',
      'maria@example.com',
      'System Management',
    ]) {
      expect(whole(element)).to.include(text);
    }
    const table = byRole(element, 'table', 'Attachments');
    expect(allByRole(table as Node, 'columnheader').map((cell) => words(cell))).to.deep.equal([
      'Name',
      'Added by',
      'Date',
      'Size',
    ]);
    expect(words(table)).to.include('shot.png').and.to.include('Maria').and.to.include('2 kB');
    await expect(element).to.be.accessible();
  });

  it('is not found, or not for this person: the words say what to do', async () => {
    const backend = new ScriptedBackend();
    backend.next.push(() => ({ issues: [{ path: [], message: 'nope', code: 'notFound' }] }));
    const element = await view(backend);
    await waitUntil(() => whole(element).includes('There is no such case here'));
    expect(byLabel(element, 'Your reply')).to.equal(undefined);
    await expect(element).to.be.accessible();
  });

  it('that could not be loaded can be tried again', async () => {
    const backend = new ScriptedBackend();
    backend.next.push(() => {
      throw new Error('offline');
    });
    const element = await view(backend);
    await waitUntil(() => announced(element).includes('could not be loaded'));
    await press(element, 'Try again');
    await waitUntil(() => byRole(element, 'heading', 'Access - password reset'));
  });

  it('keeps the focus of whoever tries in vain', async () => {
    const backend = new ScriptedBackend();
    const fail = () => Promise.reject(new Error('offline'));
    backend.next.push(fail, fail);
    const element = await view(backend);
    await waitUntil(() => byRole(element, 'button', 'Try again'));
    byRole(element, 'button', 'Try again')?.focus();
    await press(element, 'Try again');
    await waitUntil(() => !backend.next.length && byRole(element, 'button', 'Try again'));
    await waitUntil(
      () => element.shadowRoot?.activeElement === byRole(element, 'button', 'Try again'),
    );
    await press(element, 'Try again');
    await waitUntil(
      () =>
        element.shadowRoot?.activeElement === byRole(element, 'heading', 'Access - password reset'),
    );
  });

  it('comes from a listener where the page answers', async () => {
    const element = await fixture<CaseView>(html`<case-view></case-view>`);
    element.addEventListener('case-load', (event) => event.respondWith(async () => aCase()));
    element.number = '4711';
    await waitUntil(() => byRole(element, 'heading', 'Access - password reset'));
  });

  it('offers only what backend and case allow', async () => {
    const backend = new ScriptedBackend();
    backend.capabilities = { get: true, follow: true };
    backend.case = aCase({
      can: { comment: true, attach: true, resolve: true, reopen: false, follow: true },
    });
    const element = await view(backend);
    await waitUntil(() => byRole(element, 'button', 'Follow'));
    expect(byRole(element, 'button', 'Mark as solved')).to.equal(undefined);
    expect(byLabel(element, 'Your reply')).to.equal(undefined);
  });
});

describe('a reply', () => {
  it('is written and sent by keyboard, and is there', async () => {
    const backend = new ScriptedBackend();
    const element = await ready(backend);
    await write(element, 'Still locked');
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => byRole(element, 'button', 'Send the reply'));
    byRole(element, 'button', 'Send the reply')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => thread(element).some((text) => text.includes('Still locked')));
    await waitUntil(() => announced(element).includes('Your reply is on the case.'));
    expect(box(element).value).to.equal('');
    expect(thread(element).join()).to.not.include('New');
  });

  it('that nobody answers stays, and is there once after another try', async () => {
    const backend = new ScriptedBackend();
    const element = await ready(backend);
    await write(element, 'Hello');
    backend.next.push(() => {
      backend.says('Hello', false); // It arrived, and the answer was lost.
      throw new Error('offline');
    });
    await press(element, 'Send the reply');
    await waitUntil(() => announced(element).includes('may not have arrived'));
    expect(box(element).value).to.equal('Hello');
    backend.next.push(() => backend.case);
    await press(element, 'Try again');
    await waitUntil(() => box(element).value === '');
    const [first, second] = backend.replies;
    expect(first?.key).to.equal(second?.key);
    expect(thread(element).filter((text) => text.includes('Hello'))).to.have.length(1);
  });

  it('that was changed after a try which arrived follows with a key of its own', async () => {
    const backend = new ScriptedBackend();
    const element = await ready(backend);
    await write(element, 'One');
    backend.next.push(() => {
      backend.says('One', false);
      throw new Error('offline');
    });
    await press(element, 'Send the reply');
    await waitUntil(() => announced(element).includes('may not have arrived'));
    await write(element, ' and two');
    backend.next.push(() => backend.case); // It knows the key.
    await press(element, 'Try again');
    await waitUntil(() => thread(element).some((text) => text.includes('One and two')));
    expect(new Set(backend.replies.map(({ key }) => key)).size).to.equal(2);
  });

  it('that is refused stays, and says why', async () => {
    const backend = new ScriptedBackend();
    const element = await ready(backend);
    await write(element, 'Hello');
    backend.next.push(() => ({ issues: [{ path: [], message: 'x', code: 'identity' }] }));
    await press(element, 'Send the reply');
    await waitUntil(() => whole(element).includes('Sign in again'));
    expect(box(element).value).to.equal('Hello');
    await expect(element).to.be.accessible();
  });

  it('is kept by the number of its case', async () => {
    const backend = new ScriptedBackend();
    const element = await ready(backend);
    await write(element, 'Half a');
    backend.case = aCase({ number: '2', subject: 'Another' });
    element.number = '2';
    await waitUntil(() => byRole(element, 'heading', 'Another') && box(element).value === '');
    backend.case = aCase();
    element.number = '4711';
    await waitUntil(
      () =>
        byRole(element, 'heading', 'Access - password reset') && box(element).value === 'Half a',
    );
  });

  it('takes files, under its own key', async () => {
    const backend = new ScriptedBackend();
    const keys: string[] = [];
    const uploader: FileUploader = {
      upload: async (file, { key }) => (keys.push(key), { ref: file.name } as never),
    };
    const element = await ready(backend, { uploader });
    await waitUntil(() => element.shadowRoot?.querySelector('#reply-files'));
    const area = element.shadowRoot?.querySelector(
      'case-upload#reply-files',
    ) as HTMLElementTagNameMap['case-upload'];
    area.add([new File(['x'], 'log.txt')]);
    await area.whenSettled();
    await press(element, 'Send the reply');
    await waitUntil(() => backend.replies.length === 1);
    expect(backend.replies[0]?.attachments.map(({ ref }) => ref)).to.deep.equal(['log.txt']);
    expect(keys).to.deep.equal([backend.replies[0]?.key]);
  });

  it('that is on its way is not said to be there in another case, and leaves that one alone', async () => {
    const backend = new ScriptedBackend();
    const element = await ready(backend);
    let replied = 0;
    element.addEventListener('case-replied', () => (replied += 1));
    const answer = heldBack(backend);
    await write(element, 'To the first');
    await press(element, 'Send the reply');
    await waitUntil(() => backend.replies.length === 1);
    await turn(element, backend, '2');
    await write(element, 'To the second');
    answer(aCase());
    await waitUntil(() => replied === 1);
    await element.updateComplete;
    expect(announced(element)).to.not.include('Your reply is on the case.');
    expect(box(element).value).to.equal('To the second');
    await press(element, 'Send the reply');
    await waitUntil(() => announced(element).includes('Your reply is on the case.'));
    await turn(element, backend, '4711');
    expect(box(element).value).to.equal('');
  });

  it('that waits for its files is not mistaken for that of another case', async () => {
    const backend = new ScriptedBackend();
    const uploader: FileUploader = { upload: () => new Promise(() => undefined) };
    const element = await ready(backend, { uploader });
    const find = () =>
      element.shadowRoot?.querySelector<HTMLElementTagNameMap['case-upload']>('#reply-files');
    await waitUntil(find);
    await write(element, 'With a file');
    find()?.add([new File(['x'], 'log.txt')]);
    await waitUntil(() => find()?.attachments[0]?.status === 'uploading', 'not uploading');
    await press(element, 'Send the reply');
    await waitUntil(() => byRole(element, 'button', /Sending/), 'not sending');
    await turn(element, backend, '2');
    await waitUntil(() => byRole(element, 'button', 'Send the reply'));
    expect(announced(element)).to.equal('');
    expect(backend.replies).to.have.length(0);
  });
});

describe('a reply that is kept', () => {
  const noted = (element: CaseView) =>
    words(element.shadowRoot?.getElementById('reply-draft') ?? undefined);
  const files = (element: CaseView) =>
    element.shadowRoot?.querySelector<HTMLElementTagNameMap['case-upload']>('#reply-files');

  /** What a person has written, once it is safe. */
  async function written(person: string, backend: ScriptedBackend, text: string) {
    const element = await ready(backend, { person });
    await write(element, text);
    await waitUntil(() => noted(element).includes('Saved on this device'), 'not saved');
    return element;
  }

  it('is there again for whoever wrote it, and for nobody else', async () => {
    const backend = new ScriptedBackend();
    (await written('ada', backend, 'Half a')).remove();
    const again = await ready(backend, { person: 'ada' });
    await waitUntil(() => box(again).value === 'Half a');
    expect(noted(again)).to.match(/Restored from \d\d:\d\d/);
    await expect(again).to.be.accessible();
    for (const person of ['bob', '']) {
      const other = await ready(backend, { person });
      await waitUntil(() => files(other));
      await write(other, 'x');
      await waitUntil(() => noted(other).includes('Saved'));
      expect(box(other).value).to.equal('x');
    }
  });

  it('of a person whom nobody names stays in this tab, unless they want it on the device', async () => {
    const backend = new ScriptedBackend();
    const element = await ready(backend);
    await write(element, 'Of a guest');
    await waitUntil(() => noted(element).includes('Saved until you close this tab'));
    byLabel(element, 'Keep on this device')?.click();
    await waitUntil(() => noted(element).includes('Saved on this device'));
    byLabel(element, 'Keep on this device')?.click();
    await waitUntil(() => noted(element).includes('Saved until you close this tab'));
  });

  it('leaves nothing when the person signs out', async () => {
    const backend = new ScriptedBackend();
    const element = await written('cleo', backend, 'Private');
    element.person = '';
    await waitUntil(() => box(element).value === '');
    element.person = 'cleo';
    await waitUntil(() => files(element));
    await write(element, 'y');
    await waitUntil(() => noted(element).includes('Saved on this device'));
    expect(box(element).value).to.equal('y');
    expect(JSON.stringify(Object.entries(localStorage))).to.not.include('Private');
  });

  it('of somebody who signs out is not theirs who sign in, nor is the case', async () => {
    const backend = new ScriptedBackend();
    backend.case = aCase({ subject: 'Secret of Ada' });
    const element = await ready(backend, { person: 'ada' });
    const solve = heldBack(backend);
    await press(element, 'Mark as solved');
    const refuse = heldBack(backend);
    element.person = 'bob';
    await waitUntil(() => backend.next.length === 0);
    await element.updateComplete;
    expect(whole(element)).to.not.include('Secret of Ada');
    solve(backend.case);
    refuse({ issues: [{ path: [], message: 'nope', code: 'notFound' }] });
    await waitUntil(() => whole(element).includes('There is no such case here'));
    expect(JSON.stringify(Object.entries(localStorage))).to.not.include('Secret of Ada');
  });

  it('of somebody who signs out and leaves the case is not brought back by an answer', async () => {
    const backend = new ScriptedBackend();
    backend.case = aCase({ subject: 'Secret of Ada' });
    const element = await ready(backend, { person: 'ada' });
    const solve = heldBack(backend);
    await press(element, 'Mark as solved');
    Object.assign(element, { person: '', number: '' });
    await element.updateComplete;
    solve(backend.case);
    await new Promise((turn) => setTimeout(turn)); // It has been heard by then.
    await element.updateComplete;
    expect(whole(element)).to.not.include('Secret of Ada');
  });

  it('is one in two tabs: the later key counts, and one sends it', async () => {
    const backend = new ScriptedBackend();
    const [one, two] = [
      await ready(backend, { person: 'dora' }),
      await ready(backend, { person: 'dora' }),
    ];
    await waitUntil(() => files(one) && files(two));
    await write(one, 'From one');
    await waitUntil(() => box(two).value === 'From one');
    expect(noted(two)).to.include('changed in another tab');
    await write(two, ', and two');
    await waitUntil(() => box(one).value === 'From one, and two');
    await press(one, 'Send the reply');
    await waitUntil(() => box(two).value === '' && noted(two).includes('sent from another tab'));
    await waitUntil(() => thread(two).some((text) => text.includes('From one, and two')));
    expect(backend.replies).to.have.length(1);
  });

  it('is not sent again when it had arrived before its page ended', async () => {
    const backend = new ScriptedBackend();
    const first = await written('emil', backend, 'Lost answer');
    backend.next.push(() => {
      backend.says('Lost answer', false);
      throw new Error('the page ends');
    });
    await press(first, 'Send the reply');
    await waitUntil(() => announced(first).includes('may not have arrived'));
    first.remove();
    const again = await ready(backend, { person: 'emil' });
    await waitUntil(() => thread(again).some((text) => text.includes('Lost answer')));
    await waitUntil(() => files(again));
    expect(box(again).value).to.equal('');
    expect(backend.replies).to.have.length(1);
  });

  it('that was changed after a lost try loses no word, whichever of them had arrived', async () => {
    const backend = new ScriptedBackend();
    const first = await written('finn', backend, 'One');
    const lose = () => {
      throw new Error('offline');
    };
    backend.next.push(lose);
    await press(first, 'Send the reply');
    await waitUntil(() => announced(first).includes('may not have arrived'));
    await write(first, ' two');
    backend.next.push(() => {
      backend.says('One two', false);
      return lose();
    });
    await press(first, 'Try again');
    await waitUntil(() => backend.replies.length === 2);
    await waitUntil(() => byRole(first, 'button', 'Try again'));
    await write(first, ' three');
    first.remove();
    const again = await ready(backend, { person: 'finn' });
    await waitUntil(() => thread(again).some((text) => text.includes('One two')));
    await waitUntil(() => box(again).value === 'One two three');
    expect(thread(again)).to.have.length(1);
  });

  it('has its files with it, which are on the list again', async () => {
    const backend = new ScriptedBackend();
    const first = await written('gina', backend, 'With a file');
    await waitUntil(() => files(first));
    files(first)?.add([new File(['bytes'], 'log.txt')]);
    await files(first)?.whenSettled();
    await waitUntil(() => files(first)?.attachments[0]?.status === 'uploaded');
    first.remove();
    const again = await ready(backend, { person: 'gina' });
    await waitUntil(() => files(again)?.attachments.length === 1);
    expect(files(again)?.closest('details')?.open).to.equal(true);
    expect(await files(again)?.kept[0]?.file.text()).to.equal('bytes');
    await press(again, 'Send the reply');
    await waitUntil(() => backend.replies.length === 1);
    expect(backend.replies[0]?.attachments.map(({ name }) => name)).to.deep.equal(['log.txt']);
  });

  it('that seems to hold a secret is asked about, once, and stored without it', async () => {
    const backend = new ScriptedBackend();
    const first = await written('hugo', backend, 'The password is: Xk9#mQ2$vLp8');
    await press(first, 'Send the reply');
    await waitUntil(() => byRole(first, 'group', /seems to hold a password/));
    expect(backend.replies).to.have.length(0);
    await expect(first).to.be.accessible();
    await press(first, 'Send as it is');
    await waitUntil(() => backend.replies.length === 1);
    expect(backend.replies[0]?.text).to.include('Xk9#mQ2$vLp8');
  });

  it('of somebody who signs out while it is on its way is not theirs who sign in', async () => {
    const backend = new ScriptedBackend();
    const element = await written('jana', backend, 'Of Jana');
    let replied = 0;
    element.addEventListener('case-replied', () => (replied += 1));
    const answer = heldBack(backend);
    await press(element, 'Send the reply');
    await waitUntil(() => backend.replies.length === 1);
    element.person = 'kim';
    await waitUntil(() => box(element).value === '');
    await write(element, 'Of Kim');
    await waitUntil(() => noted(element).includes('Saved on this device'));
    answer(aCase());
    await waitUntil(() => replied === 1);
    await element.updateComplete;
    expect(announced(element)).to.not.include('Your reply is on the case.');
    expect(box(element).value).to.equal('Of Kim');
    element.remove();
    const again = await ready(backend, { person: 'kim' });
    await waitUntil(() => box(again).value === 'Of Kim');
  });

  it('is not sent by a later mask once its secret was mended by hand', async () => {
    const backend = new ScriptedBackend();
    const element = await written('lars', backend, 'The password is: Xk9#mQ2$vLp8');
    const warning = () => byRole(element, 'group', /seems to hold a password/);
    await press(element, 'Send the reply');
    await waitUntil(warning);
    box(element).select();
    await write(element, 'Mended. ');
    await waitUntil(() => !warning());
    await write(element, 'The password is: Yk9#mQ2$vLp7');
    await press(element, 'Mask it');
    await waitUntil(() => box(element).value.includes('•••'));
    await waitUntil(() => byRole(element, 'button', 'Send the reply'));
    expect(backend.replies).to.have.length(0);
  });

  /** A reply with a file of these bytes, which is kept. */
  async function withFile(person: string, backend: ScriptedBackend, bytes: string) {
    const element = await ready(backend, { person });
    await waitUntil(() => files(element));
    await write(element, bytes);
    files(element)?.add([new File([bytes], `${bytes}.txt`)]);
    await waitUntil(() => files(element)?.attachments[0]?.status === 'uploaded');
    await waitUntil(() => noted(element).includes('Saved'));
    element.remove();
  }

  it('has the bytes of its files from both places when its writer signs in', async () => {
    const backend = new ScriptedBackend();
    await withFile('mona', backend, 'own');
    await withFile('', backend, 'guest');
    const element = await view(backend, { person: 'mona' }); // What gave way is labelled like the reply.
    await waitUntil(() => files(element)?.kept.length === 2);
    const bytes = files(element)?.kept.map(({ file }) => file.text()) ?? [];
    expect((await Promise.all(bytes)).sort()).to.deep.equal(['guest', 'own']);
  });

  it('lets no file of its case fall into the next one', async () => {
    const backend = new ScriptedBackend();
    await withFile('nils', backend, 'first');
    const element = await view(backend, { person: 'nils' });
    const get: IDBObjectStore['get'] = Reflect.get(IDBObjectStore.prototype, 'get');
    let isTurned = false;
    // The person turns to another case as soon as the bytes are asked for.
    IDBObjectStore.prototype.get = function (key) {
      if (this.name === 'files' && !isTurned) {
        isTurned = true;
        backend.case = aCase({ number: '2', subject: 'The subject of 2' });
        // The page has it already, so that the list of files stays on screen.
        Object.assign(element, { number: '2', case: backend.case });
      }
      return get.call(this, key);
    };
    try {
      await waitUntil(() => isTurned, 'no bytes asked for');
      await waitUntil(() => byRole(element, 'heading', 'The subject of 2'), 'no case 2');
    } finally {
      IDBObjectStore.prototype.get = get;
    }
    await write(element, 'second');
    await waitUntil(() => noted(element).includes('Saved on this device'));
    expect(files(element)?.kept).to.have.length(0);
    element.remove();
    backend.case = aCase();
    const again = await ready(backend, { person: 'nils' });
    await waitUntil(() => files(again)?.kept.length === 1);
    expect(await files(again)?.kept[0]?.file.text()).to.equal('first');
  });

  it('is kept nowhere where the page does not want it', async () => {
    const backend = new ScriptedBackend();
    const element = await view(backend, { person: 'ines' });
    element.setAttribute('keep-drafts', 'off');
    await waitUntil(() => byLabel(element, 'Your reply') && files(element));
    await write(element, 'Nowhere');
    await write(element, 'The password is: Xk9#mQ2$vLp8');
    await press(element, 'Send the reply');
    await waitUntil(() => byRole(element, 'group', /seems to hold a password/), 'asked in silence');
    await press(element, 'Send as it is');
    await waitUntil(() => backend.replies.length === 1);
    await write(element, 'Nowhere');
    element.remove();
    const again = await ready(backend, { person: 'ines' });
    await waitUntil(() => files(again));
    await write(again, 'z');
    await waitUntil(() => noted(again).includes('Saved on this device'));
    expect(box(again).value).to.equal('z');
  });
});

describe('a person', () => {
  it('marks a case as solved, opens it again and follows it', async () => {
    const backend = new ScriptedBackend();
    backend.case = aCase({ label: 'Pending' });
    const element = await ready(backend);
    const facts: string[] = [];
    for (const name of ['case-resolved', 'case-reopened', 'case-followed']) {
      element.addEventListener(name, () => facts.push(name));
    }
    await press(element, 'Mark as solved');
    await waitUntil(() => announced(element).includes('The case is solved.'));
    const head = byRole(element, 'heading', 'Access - password reset')?.parentElement ?? undefined;
    expect(words(head)).to.include('Solved').and.to.not.include('New'); // To nobody who did it.
    await press(element, 'Open again');
    await waitUntil(() => announced(element).includes('open again'));
    await press(element, 'Follow');
    await waitUntil(() => byRole(element, 'button', 'Follow')?.ariaPressed === 'true');
    expect(facts).to.deep.equal(['case-resolved', 'case-reopened', 'case-followed']);
  });

  it('can ask again for what nobody answered', async () => {
    const backend = new ScriptedBackend();
    const element = await ready(backend);
    backend.next.push(() => {
      throw new Error('offline');
    });
    await press(element, 'Mark as solved');
    await waitUntil(() => announced(element).includes('may not have worked'));
    byRole(element, 'button', 'Try again')?.focus();
    await press(element, 'Try again');
    await waitUntil(() => byRole(element, 'button', 'Open again'));
    await waitUntil(() => announced(element).includes('The case is solved.'));
    // The button that was pressed is gone.
    expect(element.shadowRoot?.activeElement?.id).to.equal('subject');
  });

  it('is told when what nobody answered has happened', async () => {
    const backend = new ScriptedBackend();
    const element = await ready(backend);
    backend.next.push(() => {
      backend.change({ status: 'solved' });
      throw new Error('The answer was lost.');
    });
    await press(element, 'Mark as solved');
    await waitUntil(() => byRole(element, 'button', 'Try again'));
    byRole(element, 'button', 'Try again')?.focus();
    await element.refresh();
    await waitUntil(() => announced(element).includes('Status: Solved.'));
    expect(byRole(element, 'button', 'Try again')).to.equal(undefined);
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'subject');
  });

  it('does one thing at a time, and is told what was done', async () => {
    const backend = new ScriptedBackend();
    const element = await ready(backend);
    const answer = heldBack(backend);
    await press(element, 'Mark as solved');
    await press(element, 'Follow');
    backend.change({ status: 'solved' });
    answer(backend.case);
    await waitUntil(() => announced(element));
    expect(announced(element)).to.equal('The case is solved.');
    expect(backend.asked).to.not.include('follow');
  });

  it('is told of nothing that the page has refused', async () => {
    const element = await ready(new ScriptedBackend());
    element.addEventListener('case-resolve', (event) => event.preventDefault());
    const asked = oneEvent(element, 'case-resolve');
    await press(element, 'Mark as solved');
    await asked;
    await waitUntil(
      () => !byRole(element, 'button', 'Mark as solved')?.hasAttribute('aria-disabled'),
    );
    expect(announced(element)).to.equal('');
  });

  it('adds files, which go to the case by themselves', async () => {
    const backend = new ScriptedBackend();
    const element = await ready(backend);
    await waitUntil(() => element.shadowRoot?.querySelector('#case-files'));
    const area = element.shadowRoot?.querySelector(
      'case-upload#case-files',
    ) as HTMLElementTagNameMap['case-upload'];
    area.add([new File(['x'], 'shot.png'), new File(['y'], 'log.txt')]);
    await waitUntil(() => words(byRole(element, 'table', 'Attachments')).includes('log.txt'));
    expect(backend.asked.filter((name) => name === 'attach')).to.have.length(1);
    await waitUntil(() => !area.attachments.length);
  });
});

describe('what comes meanwhile', () => {
  const clock = new Clock();
  beforeEach(() => clock.start());
  afterEach(() => clock.stop());

  it('is found by looks that grow rarer, is said, and is marked as new', async () => {
    const backend = new ScriptedBackend();
    const element = await view(backend, { poll: 10 });
    await clock.pass(0);
    await clock.pass(10_000);
    expect(backend.asked).to.deep.equal(['get', 'get']);
    await clock.pass(14_000); // Fifteen seconds after a look that found nothing.
    expect(backend.asked).to.have.length(2);
    backend.says('Try it now');
    await clock.pass(1000);
    expect(backend.asked).to.have.length(3);
    await element.updateComplete;
    expect(thread(element)[0]).to.include('Try it now').and.to.include('New');
    expect(announced(element)).to.include('New reply from Ada');
    element.remove();
    await clock.pass(3_600_000);
    expect(backend.asked).to.have.length(3);
  });

  it('waits while the person writes, and shows when they ask for it', async () => {
    const backend = new ScriptedBackend();
    const element = await view(backend, { poll: 10 });
    // The place for files is above the box, and comes by itself.
    while (!(byLabel(element, 'Your reply') && element.shadowRoot?.querySelector('#case-files'))) {
      await clock.pass(0);
    }
    await write(element, 'I am wri');
    const { top } = box(element).getBoundingClientRect();
    backend.says('Try it now');
    await clock.pass(20_000);
    await element.updateComplete;
    expect(thread(element)).to.deep.equal([]);
    expect(box(element).getBoundingClientRect().top).to.equal(top);
    expect(announced(element)).to.include('New reply from Ada');
    byRole(element, 'button', 'Something new has come: show it')?.click();
    await element.updateComplete;
    expect(thread(element)[0]).to.include('Try it now');
    expect(box(element).value).to.equal('I am wri');
  });

  it('is not asked for while nobody can see the page', async () => {
    const backend = new ScriptedBackend();
    const element = await view(backend, { poll: 10 });
    await clock.pass(0);
    const before = backend.asked.length;
    const hide = (value: boolean) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    hide(true);
    await clock.pass(3_600_000);
    expect(backend.asked).to.have.length(before);
    hide(false);
    await clock.pass(0);
    expect(backend.asked).to.have.length(before + 1);
    Reflect.deleteProperty(document, 'hidden');
    element.remove();
  });
});

it('marks at the next visit what has come in between', async () => {
  const backend = new ScriptedBackend();
  backend.says('Old');
  const first = await ready(backend);
  first.remove();
  backend.says('Fresh');
  const second = await ready(backend);
  const [newest, older] = thread(second);
  expect(newest).to.include('Fresh').and.to.include('New');
  expect(older).to.not.include('New');
});

it('turns the thread around, and keeps it so', async () => {
  const backend = new ScriptedBackend();
  backend.says('First');
  backend.says('Second');
  const element = await ready(backend);
  expect(thread(element)[0]).to.include('Second');
  await press(element, 'Show the oldest first');
  await element.updateComplete;
  expect(thread(element)[0]).to.include('First');
});
