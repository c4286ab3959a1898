import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { DemoServer } from '../support/demo-server.js';
import { launchChromium } from '../support/launch-chromium.js';
import { tabTo } from '../support/tab-to.js';
import { axeViolations, watch } from '../support/violations.js';

const desk = new DemoServer();
const scratch = mkdtempSync(join(tmpdir(), 'case-files-'));
let browser: Browser;

before(async () => {
  [browser] = await Promise.all([launchChromium(), desk.start()]);
});
after(async () => {
  await browser.close();
  await desk.close();
  rmSync(scratch, { recursive: true, force: true });
});

interface StoredCase {
  number: string;
  values: Record<string, unknown>;
  solutions: { title: string; as: string }[];
  attachments: { name: string; size: number; sha256: string; url: string }[];
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function support(context?: BrowserContext): Promise<{ page: Page; seen: string[] }> {
  const page = await (context ?? (await browser.newContext())).newPage();
  const seen = await watch(page);
  await page.goto(desk.url);
  await page.getByLabel('Subject').waitFor();
  return { page, seen };
}

async function caseBehind(page: Page): Promise<StoredCase> {
  const url = await page.getByRole('link', { name: 'Open the case' }).getAttribute('href');
  const response = await fetch(new URL(url ?? '', desk.url), {
    headers: { accept: 'application/json' },
  });
  assert.equal(response.status, 200);
  return (await response.json()) as StoredCase;
}

const SUBJECT = 'Access - password reset for a colleague “Ωmega” 🙂';
const DESCRIPTION = 'First line\n\tindented <b>not bold</b>\n日本語 العربية\n"quotes" & ampersands';

test('a person writes, reads, attaches, submits and adds a file, by keyboard', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const { page, seen } = await support(context);
  const picked = { name: 'picked.txt', bytes: randomBytes(300_000) };
  const dropped = { name: 'dröpped file.log', bytes: randomBytes(100_000) };
  const later = { name: 'later.txt', bytes: Buffer.from('one more thing') };
  for (const { name, bytes } of [picked, dropped, later]) writeFileSync(join(scratch, name), bytes);

  await tabTo(page, /^Who is having the issue/);
  await page.keyboard.type('Maria Okafor');
  await tabTo(page, /^Email address/);
  await page.keyboard.type('maria@example.com');
  await tabTo(page, /^What are you working with/);
  await page.keyboard.type('Partner account');
  await tabTo(page, /^Is this related to/);
  await page.keyboard.type('Signing in');
  await tabTo(page, /^Subject/);
  await page.keyboard.insertText(SUBJECT);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(DESCRIPTION);

  // Articles come, one is read and put back.
  const panel = page.locator('case-solutions');
  await panel.getByRole('link').first().waitFor();
  const solution = (await panel.getByRole('link').first().innerText()).trim();
  await panel.getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await panel.getByRole('heading', { name: solution }).waitFor();
  assert.equal((await axeViolations(page)).length, 0, 'reading an article');
  await page.keyboard.press('Escape');
  await panel.getByRole('link').nth(1).waitFor();

  // One file is chosen, one dropped, one pasted.
  await page.getByLabel('Subject').focus();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    tabTo(page, /^Choose files/).then(() => page.keyboard.press('Space')),
  ]);
  await chooser.setFiles(join(scratch, picked.name));
  await drop(page, join(scratch, dropped.name));
  await paste(page);
  await until(() => page.evaluate(uploadedCount, 3));

  await page.getByLabel('Subject').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
  assert.deepEqual(await axeViolations(page), [], 'the receipt');
  const submitted = await caseBehind(page);
  assert.equal(submitted.values['subject'], SUBJECT);
  assert.equal(submitted.values['description'], DESCRIPTION);
  assert.equal(submitted.attachments.length, 3);
  const read = submitted.solutions.filter(({ as }) => as === 'opened');
  assert.deepEqual(
    read.map(({ title }) => title),
    [solution],
  );

  const [receipt] = await Promise.all([
    page.waitForEvent('download'),
    tabTo(page, /^Download a receipt$/).then(() => page.keyboard.press('Enter')),
  ]);
  const kept = await readFile(await receipt.path(), 'utf8');
  assert.ok(
    kept.includes(SUBJECT) && kept.includes(DESCRIPTION),
    'A receipt has what was written.',
  );

  const [again] = await Promise.all([
    page.waitForEvent('filechooser'),
    tabTo(page, /^Choose files/).then(() => page.keyboard.press('Space')),
  ]);
  await again.setFiles(join(scratch, later.name));
  await until(() => page.evaluate(uploadedCount, 4));
  const { attachments } = await caseBehind(page);
  for (const { name, bytes } of [picked, dropped, later]) {
    const stored = attachments.find((file) => file.name === name);
    assert.equal(stored?.sha256, sha256(bytes), name);
    const download = await fetch(new URL(stored.url, desk.url));
    assert.equal(sha256(Buffer.from(await download.arrayBuffer())), sha256(bytes), name);
  }
  assert.deepEqual(seen, []);
  await context.close();
});

test('an article that has solved the problem ends the draft, and teaches the desk', async () => {
  const { page, seen } = await support();
  await page.getByLabel('Subject').fill('My account is locked');
  const panel = page.locator('case-solutions');
  await panel.getByRole('link', { name: 'Unlock a locked account' }).click();
  // The outline leads to the headings of the article.
  await panel.getByRole('link', { name: 'What you can do' }).waitFor();
  const told = page.waitForResponse((response) => response.url().endsWith('/articles/accepted'));
  await panel.getByRole('button', { name: 'This solved my problem' }).click();
  const response = await told;
  assert.equal(response.status(), 204);
  assert.deepEqual(response.request().postDataJSON(), {
    articleId: 'unlock-a-locked-account',
    subject: 'My account is locked',
    description: '',
  });
  assert.deepEqual(seen, []);
  // How the search has ended is counted when the page goes.
  await page.goto('about:blank');
  await until(async () => (await deflection()).outcomes['solved'] === 1);
  const { articles } = await deflection();
  assert.ok(
    (articles['shown'] ?? 0) >= 1 && (articles['opened'] ?? 0) >= 1 && articles['accepted'] === 1,
  );
  await page.context().close();
});

interface Deflection {
  readonly outcomes: Record<string, number>;
  readonly articles: Record<string, number>;
}

async function deflection(): Promise<Deflection> {
  const headers = { accept: 'application/json' };
  return (await (await fetch(`${desk.url}/agent/deflection`, { headers })).json()) as Deflection;
}

test('fifty presses of Submit, in two tabs of one draft, make one case', async () => {
  const context = await browser.newContext();
  const { page: first } = await support(context);
  const { page: second } = await support(context);
  await fill(first, { subject: 'Fifty presses', description: 'All at once' });
  const draft = await first.evaluate(() => document.querySelector('case-form')?.draft);
  await second.evaluate((restored) => {
    const form = document.querySelector('case-form');
    if (form && restored) form.draft = restored;
  }, draft);
  assert.equal(await second.getByLabel('Subject').inputValue(), 'Fifty presses');
  const press = () => {
    const root = document.querySelector('case-form')?.shadowRoot;
    const button = root?.querySelector<HTMLButtonElement>('button:not([type])');
    for (let presses = 0; presses < 25; presses++) button?.click();
  };
  await Promise.all([first.evaluate(press), second.evaluate(press)]);
  const numbers = await Promise.all(
    [first, second].map(async (page) => {
      await page.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
      return (await caseBehind(page)).number;
    }),
  );
  assert.equal(numbers[0], numbers[1]);
  await context.close();
});

test('a case that went unanswered is neither lost nor opened twice', async () => {
  const { page } = await support();
  await fill(page, { subject: 'Dead network', description: 'Still here afterwards' });
  await desk.kill();
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('It is sent again by itself').first().waitFor();
  assert.deepEqual(await axeViolations(page), [], 'the wait');
  await page.getByRole('button', { name: 'Stop sending' }).click();
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await axeViolations(page), [], 'the failure');
  assert.equal(await page.getByLabel('Subject').inputValue(), 'Dead network');
  await desk.start();
  await page.locator('case-form').getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
  assert.equal((await caseBehind(page)).values['description'], 'Still here afterwards');
  await page.context().close();
});

test('nothing in the form moves when solutions come', async () => {
  for (const width of [320, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const { page } = await support(context);
    const places = () =>
      page.evaluate(() =>
        [
          ...(document.querySelector('case-form')?.shadowRoot?.querySelectorAll('[part=field]') ??
            []),
        ]
          .map((field) => Math.round(field.getBoundingClientRect().top + scrollY))
          .join(),
      );
    await fill(page, { subject: '', description: '' });
    const before = await places();
    await page.getByLabel('Subject').pressSequentially('password reset');
    await page.locator('case-solutions').getByRole('link').first().waitFor();
    assert.equal(await places(), before, `${width} px`);
    await context.close();
  }
});

async function fill(
  page: Page,
  { subject, description }: Record<'subject' | 'description', string>,
) {
  await page.getByLabel('Who is having the issue?').fill('Jonas Lindqvist');
  await page.getByLabel('Email address').fill('jonas@example.com');
  await page.getByLabel('What are you working with today?').selectOption('billing');
  await page.getByLabel('Subject').fill(subject);
  await page.getByLabel('Description').fill(description);
}

/** Drops a file from the disk, as a trusted event: only the browser's own protocol can. */
async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const area = page.locator('case-upload');
  await area.scrollIntoViewIfNeeded();
  const box = await area.boundingBox();
  assert.ok(box);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: box.x + 40, y: box.y + 60, data });
  }
}

/** Pastes a picture, as after a screenshot. */
async function paste(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(20, 20);
    canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  });
  await page.getByLabel('Description').focus();
  await page.keyboard.press('Control+V');
}

/** Playwright's own waiting for a function needs `eval`, which the pages forbid. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await condition()) return;
    await sleep(100);
  }
  throw new Error('It did not come to pass.');
}

function uploadedCount(count: number): boolean {
  const { attachments = [] } = document.querySelector('case-upload') ?? {};
  return attachments.filter(({ status }) => status === 'uploaded').length === count;
}
