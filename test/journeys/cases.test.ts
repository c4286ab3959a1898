import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DemoServer } from '../support/demo-server.js';
import { launchChromium } from '../support/launch-chromium.js';
import { tabTo } from '../support/tab-to.js';
import { axeViolations, watch } from '../support/violations.js';

const desk = new DemoServer();
let browser: Browser;

before(async () => {
  [browser] = await Promise.all([launchChromium(), desk.start()]);
});
after(async () => {
  await browser.close();
  await desk.close();
});

/** A browser in which somebody is signed in, or nobody. */
async function seat(
  person: string | null,
): Promise<{ context: BrowserContext; page: Page; seen: string[] }> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  if (person) await context.request.post(`${desk.url}/person`, { data: { person } });
  const page = await context.newPage();
  return { context, page, seen: await watch(page) };
}

/** The helper, at their own page. */
async function agentAt(number: string): Promise<Page> {
  const { page } = await seat(null);
  await page.goto(`${desk.url}/agent/`);
  await tabTo(page, /^Find/);
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  const row = page.getByRole('button', { name: new RegExp(number) });
  await row.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: new RegExp(number) }).waitFor();
  return page;
}

/** Takes the case, and says how urgent it is. */
async function take(agent: Page): Promise<void> {
  await tabTo(agent, /^Owner/);
  await agent.keyboard.type('Sam Rivera');
  await tabTo(agent, /^Severity/);
  await agent.keyboard.type('High');
  await tabTo(agent, /^Change$/);
  await agent.keyboard.press('Enter');
  await agent.getByText('Changed.').waitFor();
}

async function answer(agent: Page, text: string): Promise<void> {
  await tabTo(agent, /^Answer/);
  await agent.keyboard.type(text);
  await tabTo(agent, /^Send$/);
  await agent.keyboard.press('Enter');
  await agent.getByText('Sent.').waitFor();
}

/** Writes in a field of the form, over what is there. */
async function write(page: Page, label: RegExp, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

const press = async (page: Page, name: RegExp) => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};

async function reply(page: Page, text: string): Promise<void> {
  await tabTo(page, /^Your reply$/);
  await page.keyboard.type(text);
  await press(page, /^Send the reply$/);
  await page.locator('case-view').getByRole('listitem').filter({ hasText: text }).waitFor();
}

const numberOf = (page: Page) =>
  decodeURIComponent(/^#case\/(.+)$/.exec(new URL(page.url()).hash)?.[1] ?? '');

/** Playwright's own waiting for a function needs `eval`, which the pages forbid. */
async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error(`It did not come to pass: ${what}.`);
}

const SUBJECT = 'Access - password reset for Ωmega';

test('a person logs an access case, step by step, by keyboard', async () => {
  const { context, page, seen } = await seat('maria');
  // Support, Cases, New case.
  await page.goto(desk.url);
  await press(page, /^Cases$/);
  await page.getByText('No cases yet.').first().waitFor();
  await press(page, /^New case$/);
  await page.getByLabel('Subject').waitFor();

  await write(page, /^Who is having the issue/, 'Harbour & Sons Shipping');
  await page.keyboard.press('Tab');
  // Nobody needs to be called: N/A is an answer, and no address is asked for.
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowDown');
  assert.ok(await page.getByRole('radio', { name: 'N/A' }).isChecked());
  assert.equal(await page.getByLabel(/^(Email address|Phone number)/).count(), 0);
  await tabTo(page, /^What are you working with/);
  await page.keyboard.type('System Management');
  await tabTo(page, /^Is this related to/);
  await page.keyboard.type('System is not available');
  await write(page, /^Subject/, SUBJECT);
  await write(page, /^Description/, 'The link in the mail has expired.');
  const expectation = page.getByText('Goes to System Access · usually answered within 4 hours');
  await expectation.first().waitFor();
  const solution = page.locator('case-solutions').getByRole('listitem').first();
  await solution.getByRole('link').waitFor();
  assert.match(await solution.innerText(), /password|access/i);
  await solution.locator('time').waitFor();
  assert.ok((await solution.innerText()).split('\n').length >= 3, 'title, excerpt, date');
  await press(page, /^Submit$/);

  const view = page.locator('case-view');
  await view.getByRole('heading', { name: SUBJECT }).waitFor();
  const number = numberOf(page);
  assert.match(number, /^\d{8}$/);
  await view.getByText(number, { exact: true }).waitFor();
  await view.getByText('New', { exact: true }).waitFor();
  await view.getByText('Nobody yet').waitFor();
  assert.deepEqual(await axeViolations(page), [], 'the case');

  const agent = await agentAt(number);
  await take(agent);
  await page.reload();
  await view.locator('dl').getByText('Sam Rivera', { exact: true }).waitFor();
  await view.locator('dl').getByText('High', { exact: true }).waitFor();

  // A screenshot, as the system puts it into the clipboard; then a comment.
  await press(page, /^Add files to the case$/);
  const png = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(40, 30);
    canvas.getContext('2d')?.fillRect(0, 0, 20, 15);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    return blob.size;
  });
  await tabTo(page, /^Choose files/);
  await page.keyboard.press('Control+V');
  const row = view.getByRole('table', { name: 'Attachments' }).getByRole('row').nth(1);
  await row.waitFor();
  const link = row.getByRole('link', { name: /Screenshot.*\.png/ });
  const address = new URL((await link.getAttribute('href')) ?? '', desk.url);
  const bytes = await (await page.request.get(address.href)).body();
  assert.deepEqual([...bytes.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  assert.ok(bytes.length > 60 && bytes.length <= png, `${bytes.length} of ${png} bytes`);
  await reply(page, 'It happens on every machine.');
  assert.deepEqual(seen, []);
  await context.close();
  await agent.context().close();
});

test('a person submits, follows and ends a request; each gets their form, and the right team the case', async () => {
  // Nobody is known: the standard form, and the case by a link of its own.
  const guest = await seat(null);
  await guest.page.goto(`${desk.url}/cases/`);
  await write(guest.page, /^Who is having the issue/, 'Somebody');
  await write(guest.page, /^Email address/, 'somebody@example.com');
  await tabTo(guest.page, /^What are you working with/);
  await guest.page.keyboard.type('Data');
  await write(guest.page, /^Subject/, 'A report is empty');
  await write(guest.page, /^Description/, 'Since this morning.');
  assert.equal(await guest.page.getByLabel('Where is your project?').count(), 0);
  await press(guest.page, /^Submit$/);
  await guest.page.getByRole('heading', { name: 'A report is empty' }).waitFor();
  assert.match(numberOf(guest.page), /^[0-9a-z]+\.[\w-]{43}\.[\w-]{32}$/);
  assert.equal(await guest.page.getByRole('link', { name: 'My cases' }).count(), 0);
  const [receipt] = await Promise.all([
    guest.page.waitForEvent('download'),
    press(guest.page, /^Download a receipt$/),
  ]);
  const kept = await readFile(await receipt.path(), 'utf8');
  assert.match(kept, /^Case \d+\nhttp:.*\n/);
  assert.match(kept, /\nA report is empty\n\nSince this morning\.\n/);
  const [, way = ''] = /\n(http:.*)\n/.exec(kept) ?? [];
  assert.equal((await guest.page.request.get(way)).status(), 200, 'It leads back.');
  await reply(guest.page, 'It is the monthly one.');
  assert.deepEqual(guest.seen, []);

  // Somebody of a project is: another form, without what is known.
  const { context, page, seen } = await seat('amira');
  await page.goto(`${desk.url}/cases/#new`);
  await page.getByLabel('Where is your project?').waitFor();
  assert.equal(await page.getByLabel(/^(Who is having|Email address)/).count(), 0);
  await page.getByText('Goes to Professional Services').first().waitFor();
  await tabTo(page, /^Where is your project/);
  await page.keyboard.type('Moving');
  await write(page, /^Subject/, 'Which fields move along?');
  await write(page, /^Description/, 'We have three of our own.');
  await press(page, /^Submit$/);
  const view = page.locator('case-view');
  await view.getByRole('heading', { name: 'Which fields move along?' }).waitFor();
  const number = numberOf(page);
  const facts = view.locator('dl');
  await facts.getByText('amira@bluewater.example').waitFor();
  await facts.getByText('Bluewater Provisions').waitFor();

  const agent = await agentAt(number);
  assert.equal(await agent.getByLabel('Team').inputValue(), 'Professional Services');
  await answer(agent, 'All that have a name in both systems.');
  await until(async () => (await myCases(page)).includes('Waiting for your reply'), 'it waits');

  await press(page, /^Which fields move along/);
  const told = view.getByRole('listitem').filter({ hasText: 'in both systems' });
  assert.match(await told.innerText(), /New/);
  await reply(page, 'Then all of them do.');
  assert.match(await myCases(page), /With the support team/);
  await press(page, /^Which fields move along/);
  await press(page, /^Mark as solved$/);
  await view.getByText('Solved', { exact: true }).first().waitFor();
  assert.match(await myCases(page), /Solved/);
  assert.deepEqual(await axeViolations(page), [], 'the list');
  assert.deepEqual(seen, []);
  for (const one of [context, guest.context, agent.context()]) await one.close();
});

/** The row of the one case in the list, loaded anew. */
async function myCases(page: Page): Promise<string> {
  await page.goto(`${desk.url}/cases/#cases`);
  await page.reload();
  const row = page.locator('case-list').getByRole('row').filter({ hasText: 'Which fields' });
  await row.waitFor();
  return row.innerText();
}

/** A case that whoever is signed in has opened. */
async function openedBy({ request }: BrowserContext, subject: string): Promise<string> {
  const values = { phase: 'setup', subject, description: 'To be continued.' };
  const data = { key: randomUUID(), form: 'project-case', values, attachments: [] };
  const opened = await request.post(`${desk.url}/desk/cases`, { data });
  return ((await opened.json()) as { number: string }).number;
}

const box = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });

test('a reply outlives its page, also in another tab, and is gone once it has arrived', async () => {
  const { context, page, seen } = await seat('jonas');
  const number = await openedBy(context, 'Half a reply');
  const address = `${desk.url}/cases/#case/${number}`;
  await page.goto(address);
  await box(page).focus();
  await page.keyboard.type('What was written befor');
  await page.getByText('Saved on this device').first().waitFor();
  await page.keyboard.type('e');
  await page.reload();
  await until(async () => (await box(page).inputValue()) === 'What was written before', 'kept');
  await page
    .getByText(/^Restored from \d\d:\d\d$/)
    .first()
    .waitFor();

  const other = await context.newPage();
  await other.goto(address);
  await until(async () => (await box(other).inputValue()) === 'What was written before', 'there');
  await box(other).focus();
  await other.keyboard.press('End');
  await other.keyboard.type(' and after');
  await until(async () => (await box(page).inputValue()).endsWith('and after'), 'shared');
  await press(other, /^Send the reply$/);
  await other.locator('case-view').getByRole('listitem').filter({ hasText: 'and after' }).waitFor();
  await until(async () => (await box(page).inputValue()) === '', 'sent elsewhere');
  await other.reload();
  await box(other).waitFor();
  assert.equal(await other.getByText(/^Restored from/).count(), 0);
  const { comments } = (await (
    await context.request.get(`${desk.url}/desk/cases/${number}`, {
      headers: { accept: 'application/json' },
    })
  ).json()) as { comments: { text: string }[] };
  assert.deepEqual(
    comments.map(({ text }) => text),
    ['What was written before and after'],
  );
  assert.deepEqual(seen, []);
  await context.close();
});

test('a reply waits, with its files, while the person looks at the list', async () => {
  const { context, page, seen } = await seat('jonas');
  const number = await openedBy(context, 'In between');
  await page.goto(`${desk.url}/cases/#case/${number}`);
  await box(page).fill('See the file');
  const files = page.locator('case-view #reply-files');
  await files.locator('input[type=file]').setInputFiles({
    name: 'steps.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('one, two'),
  });
  await files.getByText('Uploaded').waitFor();
  await page.goto(`${desk.url}/cases/#cases`);
  await page.locator('case-list').getByRole('row').filter({ hasText: 'In between' }).waitFor();
  await page.goto(`${desk.url}/cases/#case/${number}`);
  await until(async () => (await box(page).inputValue()) === 'See the file', 'the text');
  await files.getByText('steps.txt').waitFor();
  await press(page, /^Send the reply$/);
  const sent = page.locator('case-view').getByRole('listitem').filter({ hasText: 'See the file' });
  await sent.getByText('steps.txt').waitFor();
  assert.deepEqual(seen, []);
  await context.close();
});

test('a reply that was sent from another tab does not come back to one that was at another case', async () => {
  const { context, page, seen } = await seat('jonas');
  const [first, second] = [await openedBy(context, 'First'), await openedBy(context, 'Second')];
  const turnTo = async (number: string, subject: string) => {
    await page.goto(`${desk.url}/cases/#case/${number}`);
    await page.getByRole('heading', { name: subject }).waitFor();
  };
  await turnTo(first, 'First');
  await box(page).fill('Sent elsewhere');
  await page.getByText('Saved on this device').first().waitFor();
  const other = await context.newPage();
  await other.goto(page.url());
  await until(async () => (await box(other).inputValue()) === 'Sent elsewhere', 'there');
  await turnTo(second, 'Second');
  await until(async () => (await box(page).inputValue()) === '', 'the other case');
  await press(other, /^Send the reply$/);
  const sent = { hasText: 'Sent elsewhere' };
  await other.locator('case-view').getByRole('listitem').filter(sent).waitFor();
  await turnTo(first, 'First');
  await page.locator('case-view').getByRole('listitem').filter(sent).waitFor();
  await box(page).press('End');
  await page.keyboard.type('The next one');
  await page.getByText('Saved on this device').first().waitFor();
  assert.equal(await box(page).inputValue(), 'The next one');
  assert.deepEqual(seen, []);
  await context.close();
});
