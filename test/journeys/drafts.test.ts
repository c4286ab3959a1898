import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { DraftSite } from '../support/draft-site.js';
import { findChromium } from '../support/find-chromium.js';
import { launchChromium } from '../support/launch-chromium.js';
import { axeViolations, watch } from '../support/violations.js';

/** How often each ending is tried; `DRAFT_RUNS=25 DRAFT_KILLS=20` is the proof. */
const RUNS = Number(process.env['DRAFT_RUNS'] ?? 2);
const KILLS = Number(process.env['DRAFT_KILLS'] ?? 2);

const site = new DraftSite();
let browser: Browser;
let address = '';

before(async () => {
  [browser, address] = await Promise.all([launchChromium(), site.start()]);
});
after(async () => {
  await browser.close();
  site.close();
});

interface TestFiles extends HTMLElement {
  readonly kept: readonly { id: string; file: File; alt?: string }[];
  add(id: string, name: string, text: string): void;
  tell(id: string, alt: string): void;
}
interface TestWindow {
  cases: { key: string; values: Record<string, unknown> }[];
  isBusy?: boolean;
  lastKey?: string;
  ending?: string;
}

async function open(context: BrowserContext, query = ''): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(Number(process.env['DRAFT_WAIT'] ?? 20_000));
  await page.goto(`${address}/${query}`);
  await page.getByLabel('Subject').waitFor();
  return page;
}

const saved = (page: Page) => page.locator('[part=draft-status]').getByText('Saved on this device');
const restored = (page: Page) =>
  page.locator('[part=draft-status]').getByText(/^Restored from \d\d:\d\d$/);
const note = (page: Page) => page.locator('case-form [part~=draft-note]');
const value = (page: Page, label: string) => page.getByLabel(label).inputValue();

/** Playwright’s own waiting for a function needs `eval`, which the page forbids. */
async function until(condition: () => Promise<boolean>, what = 'It'): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error(`${what} did not come to pass.`);
}

const fileText = (page: Page) =>
  page.evaluate(async () => {
    const [first] = document.querySelector<TestFiles>('test-files')?.kept ?? [];
    return first ? `${first.id} ${first.file.name} ${await first.file.text()}` : '';
  });
const addFile = (page: Page) =>
  page.evaluate(() => document.querySelector<TestFiles>('test-files')?.add('f1', 'log.txt', 'öne'));

type Ending = 'reload' | 'navigate' | 'close' | 'crash';

/** Presses the last key, and ends the page with it. */
async function end(page: Page, ending: Ending, lastKey: string): Promise<void> {
  await page.evaluate(([key, how]) => Object.assign(window, { lastKey: key, ending: how }), [
    lastKey,
    ending,
  ] as const);
  const session = ending === 'crash' ? await page.context().newCDPSession(page) : undefined;
  const crashed = session && page.waitForEvent('crash');
  await page.keyboard.insertText(lastKey).catch(() => undefined);
  if (session) {
    session.send('Page.crash').catch(() => undefined);
    await crashed;
  }
  if (ending === 'close' || ending === 'crash') await page.close();
  else await page.waitForLoadState();
}

/** What is there of a text after its page has ended with its last key. */
async function kept(ending: Ending, { query = '', isReady = saved } = {}): Promise<string[]> {
  const context = await browser.newContext();
  const page = await open(context, query);
  await page.getByLabel('Kind').selectOption('incident');
  await addFile(page);
  await page.getByLabel('Description').focus();
  await page.keyboard.insertText('What was written before ');
  await isReady(page).waitFor();
  await page.keyboard.insertText(`${'all of it, '.repeat(20)}to the very en`);
  await end(page, ending, 'd');
  const again = ending === 'reload' ? page : await open(context, query);
  await restored(again).waitFor();
  const text = await value(again, 'Description');
  const found = [text.slice(-15), await value(again, 'Kind'), await fileText(again)];
  await context.close();
  return found;
}

const WHOLE = ['to the very end', 'incident', 'f1 log.txt öne'];

describe('a draft is whole again after the very last key', () => {
  for (const ending of ['reload', 'navigate', 'close', 'crash'] as const) {
    it(`when the page ends by: ${ending} (${RUNS} times)`, async () => {
      for (let run = 0; run < RUNS; run++) assert.deepEqual(await kept(ending), WHOLE, `${run}`);
    });
  }

  it(`when the browser is killed 300 ms after it (${KILLS} times)`, async () => {
    for (let run = 0; run < KILLS; run++) {
      const profile = mkdtempSync(join(tmpdir(), 'case-profile-'));
      const first = await startChromium(profile);
      const page = await open(first.context);
      await page.getByLabel('Description').focus();
      await page.keyboard.insertText('Killed ');
      await saved(page).waitFor();
      await page.keyboard.insertText(`in the middle of run ${run}`);
      await sleep(300); // The promise names this time.
      await first.kill();
      const second = await startChromium(profile);
      const again = await open(second.context);
      await restored(again).waitFor();
      assert.equal(await value(again, 'Description'), `Killed in the middle of run ${run}`);
      await second.kill();
      rmSync(profile, { recursive: true, force: true });
    }
  });

  it('would be found out where it is written late', async () => {
    const query = '?store=debounced';
    for (const ending of ['close', 'crash'] as const) {
      assert.notDeepEqual(await kept(ending, { query }), WHOLE, ending);
    }
    // Where the tab goes on, its session has what the late writer had not written.
    assert.deepEqual(await kept('reload', { query }), WHOLE);
  });
});

/** A browser with a profile on the disk, in a process group that can be killed as a whole. */
async function startChromium(profile: string) {
  const { path, args, env } = await findChromium();
  const options = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child: ChildProcess = spawn(path, [...args, ...options, 'about:blank'], {
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    let told = '';
    child.once('exit', () => reject(new Error(`The browser has ended: ${told}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(told)?.[1];
      if (found) resolve(found);
    });
  });
  const connected = await chromium.connectOverCDP(endpoint);
  const [context] = connected.contexts();
  assert.ok(context && child.pid);
  const group = -child.pid;
  return {
    context,
    kill: async () => {
      const ended = once(child, 'exit');
      process.kill(group, 'SIGKILL');
      await ended;
    },
  };
}

describe('two tabs of one draft', () => {
  it('see each other’s edits at once, and leave the caret where it is', async () => {
    const context = await browser.newContext();
    const one = await open(context);
    const two = await open(context);
    // Whichever tab is ready first: from the first edit that both have, they hear each other.
    await one.getByLabel('Description').fill('Begun');
    await until(async () => (await value(two, 'Description')) === 'Begun', 'The first edit');
    await one.getByLabel('Description').fill('Begun here.');
    await until(async () => (await value(two, 'Description')) === 'Begun here.', 'The edit');
    await note(two).getByText('changed in another tab').waitFor();
    await one.getByLabel('Description').focus();
    const caret = () =>
      one.evaluate(() => {
        const root = document.querySelector('case-form')?.shadowRoot;
        return (root?.activeElement as HTMLTextAreaElement).selectionStart;
      });
    await one.keyboard.press('Home');
    await one.keyboard.press('ArrowRight');
    await two.getByLabel('Subject').fill('From the other');
    await until(async () => (await value(one, 'Subject')) === 'From the other', 'The subject');
    assert.equal(await caret(), 1);
    await two.getByLabel('Description').fill('Begun here, ended there.');
    await until(async () => (await value(one, 'Description')).endsWith('there.'), 'The later edit');
    assert.equal(await caret(), 1);
    await one.keyboard.type('!');
    await until(
      async () => (await value(two, 'Description')).startsWith('B!egun'),
      'The last edit',
    );
    const keys = await Promise.all(
      [one, two].map((page) => page.evaluate(() => document.querySelector('case-form')?.draft.key)),
    );
    assert.equal(keys[0], keys[1]);
    await context.close();
  });

  it('keep what seems secret before the person, and off the device', async () => {
    const context = await browser.newContext();
    const secret = 'My password is Winter2024!';
    const one = await open(context);
    await one.getByLabel('Description').fill(secret);
    await saved(one).waitFor();
    const two = await open(context);
    const text = (page: Page) => page.getByRole('textbox', { name: /^Description/ }).inputValue();
    await until(async () => (await text(two)) === secret, 'The whole text');
    assert.equal(await text(one), secret);
    assert.doesNotMatch(await everything(one), /Winter2024/);
    await context.close();
  });

  it('see that the other has emptied the draft', async () => {
    const context = await browser.newContext();
    const [one, two] = [await open(context), await open(context)];
    await one.getByLabel('Subject').fill('Never mind');
    await until(async () => (await value(two, 'Subject')) === 'Never mind', 'The edit');
    await one.getByLabel('Subject').fill('');
    await until(async () => (await value(two, 'Subject')) === '', 'The empty field');
    await two.reload();
    await two.getByLabel('Subject').fill('Another');
    await saved(two).waitFor();
    assert.equal(await restored(two).count(), 0);
    await context.close();
  });

  it('send it once, and the other begins a new one', async () => {
    const context = await browser.newContext();
    const one = await open(context);
    const two = await open(context);
    await one.getByLabel('Subject').fill('Sent once');
    await until(async () => (await value(two, 'Subject')) === 'Sent once', 'The edit');
    await one.evaluate(() => Object.assign(window, { isBusy: true }));
    await one.getByRole('button', { name: 'Submit' }).click();
    await two.getByRole('button', { name: 'Submit' }).click();
    await note(two).getByText('already being sent').waitFor();
    await one.evaluate(() => Object.assign(window, { isBusy: false }));
    await one.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
    await note(two).getByText('sent from another tab: case 4711').waitFor();
    assert.equal(await value(two, 'Subject'), '');
    const counts = await Promise.all(
      [one, two].map((page) => page.evaluate(() => (window as unknown as TestWindow).cases.length)),
    );
    assert.deepEqual(counts, [1, 0]);
    assert.deepEqual(await axeViolations(two), []);
    assert.ok(
      await note(two).getByText('sent from another tab').isVisible(),
      'It is said for good.',
    );
    await two.reload();
    await two.getByLabel('Subject').waitFor();
    await two.getByLabel('Subject').fill('Another');
    await saved(two).waitFor();
    assert.equal(await restored(two).count(), 0);
    // What has begun there goes on here, where the person leaves the receipt.
    await two.close();
    await one.getByRole('button', { name: 'Write another request' }).click();
    await until(async () => (await value(one, 'Subject')) === 'Another', 'The next draft');
    const three = await open(context);
    await until(async () => (await value(three, 'Subject')) === 'Another', 'What is kept');
    await context.close();
  });
});

/** Everything that the page’s storage holds, as text. */
const everything = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('case-elements');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error());
    });
    const all = await Promise.all(
      [...database.objectStoreNames].map(
        (name) =>
          new Promise<unknown[]>((resolve) => {
            const request = database.transaction(name).objectStore(name).getAll();
            request.onsuccess = () => resolve(request.result);
          }),
      ),
    );
    database.close();
    return JSON.stringify([all, localStorage, sessionStorage]);
  });

describe('a person at a shared computer', () => {
  it('leaves a draft in this tab alone, files included', async () => {
    const context = await browser.newContext();
    const page = await open(context, '?requester=none');
    await page.getByLabel('Subject').fill('Only here');
    await addFile(page);
    await page.getByText('Saved until you close this tab').first().waitFor();
    await page.reload();
    await restored(page).waitFor();
    assert.equal(await value(page, 'Subject'), 'Only here');
    assert.equal(await fileText(page), 'f1 log.txt öne');
    const other = await open(context, '?requester=none');
    await other.getByLabel('Subject').fill('x');
    await other.getByText('Saved until you close this tab').first().waitFor();
    assert.equal(await restored(other).count(), 0);
    assert.doesNotMatch(await everything(other), /Only here/);
    await context.close();
  });

  it('may keep it on the device', async () => {
    const context = await browser.newContext();
    const page = await open(context, '?requester=none');
    await page.getByLabel('Subject').fill('Kept by choice');
    await page.getByLabel('Keep on this device').check();
    await saved(page).waitFor();
    await page.close();
    const other = await open(context, '?requester=none');
    await restored(other).waitFor();
    assert.equal(await value(other, 'Subject'), 'Kept by choice');
    assert.ok(await other.getByLabel('Keep on this device').isChecked());
    await other.getByLabel('Keep on this device').uncheck();
    await other.getByText('Saved until you close this tab').first().waitFor();
    await other.close();
    const third = await open(context, '?requester=none');
    await third.getByLabel('Subject').fill('x');
    await third.getByText('Saved until you close this tab').first().waitFor();
    assert.equal(await restored(third).count(), 0);
    await context.close();
  });

  it('has the draft again after signing in, and nobody else has', async () => {
    const context = await browser.newContext();
    const page = await open(context, '?requester=none');
    await page.getByLabel('Subject').fill('Before signing in');
    await page.getByText('Saved until you close this tab').first().waitFor();
    await page.goto(`${address}/elsewhere`);
    await page.goto(`${address}/?requester=jonas`);
    await restored(page).waitFor();
    assert.equal(await value(page, 'Subject'), 'Before signing in');
    await saved(page).waitFor();
    await page.goto(`${address}/?requester=maria`);
    await page.getByLabel('Subject').fill('x');
    await saved(page).waitFor();
    assert.equal(await restored(page).count(), 0);
    await context.close();
  });

  it('leaves nothing after signing out, or where the page forgets', async () => {
    for (const leave of ['forget', 'signOut'] as const) {
      const context = await browser.newContext();
      const page = await open(context);
      await page.getByLabel('Subject').fill('Planted words');
      await addFile(page);
      await saved(page).waitFor();
      assert.match(await everything(page), /Planted words/);
      await page.evaluate(async (how) => {
        const form = document.querySelector('case-form');
        if (how === 'forget') await form?.forget();
        else if (form) form.requester = undefined;
      }, leave);
      await until(async () => !/Planted|maria|f1/.test(await everything(page)), leave);
      assert.equal(await value(page, 'Subject'), '');
      await context.close();
    }
  });

  it('finds neither sensitive answers nor secrets on the disk', async () => {
    const context = await browser.newContext();
    const page = await open(context);
    await page.getByLabel('Code').fill('hush-hush');
    await page.getByLabel('Description').fill('It says: password: Winter2024! and stops.');
    await saved(page).waitFor();
    const all = await everything(page);
    assert.match(all, /password: ••• and stops/);
    assert.doesNotMatch(all, /hush|Winter/);
    await context.close();
  });
});

describe('a form without storage', () => {
  for (const storage of ['blocked', 'full', 'hanging'] as const) {
    it(`says so and submits all the same: ${storage}`, async () => {
      const context = await browser.newContext();
      const page = await open(context, `?storage=${storage}`);
      await page.getByLabel('Subject').fill('All the same');
      const said = { blocked: /does not let/, full: /no room/, hanging: /not be kept yet/ };
      await note(page).getByText(said[storage]).waitFor();
      await page.getByRole('button', { name: 'Submit' }).click();
      await page.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
      await context.close();
    });
  }
});

describe('a draft', () => {
  it('keeps what a person has said of a picture', async () => {
    const context = await browser.newContext();
    const page = await open(context);
    await page.getByLabel('Subject').fill('See the picture');
    await addFile(page);
    await saved(page).waitFor();
    await page.evaluate(() =>
      document.querySelector<TestFiles>('test-files')?.tell('f1', 'The empty page'),
    );
    await page.reload();
    await restored(page).waitFor();
    const alt = await page.evaluate(
      () => document.querySelector<TestFiles>('test-files')?.kept[0]?.alt,
    );
    assert.equal(alt, 'The empty page');
    await context.close();
  });

  it('is dropped once it is a case, and not before', async () => {
    const context = await browser.newContext();
    const page = await open(context);
    await page.getByLabel('Subject').fill('To be a case');
    await saved(page).waitFor();
    const key = await page.evaluate(() => document.querySelector('case-form')?.draft.key);
    await page.reload();
    await restored(page).waitFor();
    assert.equal(await page.evaluate(() => document.querySelector('case-form')?.draft.key), key);
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
    await until(async () => !/To be a case/.test(await everything(page)), 'The end');
    await context.close();
  });

  it('is shown with what no longer fits, and can be dropped', async () => {
    const context = await browser.newContext();
    const page = await open(context);
    const seen = await watch(page);
    await page.getByLabel('Subject').fill('Still asked');
    await page.getByLabel('Description').fill('Asked no more');
    await saved(page).waitFor();
    await page.goto(`${address}/?without=description`);
    await restored(page).waitFor();
    assert.equal(await value(page, 'Subject'), 'Still asked');
    assert.equal(await value(page, 'Description'), 'Asked no more');
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole('button', { name: 'I have what I need' }).click();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    await until(async () => (await value(page, 'Subject')) === '', 'Starting over');
    await until(async () => !/Still asked/.test(await everything(page)), 'The end');
    assert.deepEqual(seen, []);
    await context.close();
  });

  it('is looked at before it is sent, and sent as the person wants', async () => {
    const context = await browser.newContext();
    const page = await open(context);
    const submit = page.getByRole('button', { name: 'Submit' });
    const cases = () =>
      page.evaluate(() =>
        (window as unknown as TestWindow).cases.map(({ values }) => values['description']),
      );
    await page.getByLabel('Description').fill('My password is Winter2024!');
    await page.getByRole('group', { name: /seems to hold a password/ }).waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await submit.click();
    assert.deepEqual(await cases(), []);
    await page.getByRole('button', { name: 'Mask it' }).click();
    await page.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
    assert.deepEqual(await cases(), ['My password is •••']);
    await page.getByRole('button', { name: 'Write another request' }).click();
    await page.getByLabel('Description').fill('My password is Summer2025!');
    await page.getByRole('group', { name: /seems to hold a password/ }).waitFor();
    await submit.click();
    await submit.click();
    await page.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
    assert.equal((await cases())[1], 'My password is Summer2025!');
    await context.close();
  });
});
