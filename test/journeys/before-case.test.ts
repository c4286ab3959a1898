import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Case } from '../../src/schema/case.js';
import { DemoServer } from '../support/demo-server.js';
import { launchChromium } from '../support/launch-chromium.js';
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

test('what is written goes to the open case, with its file and technical details, and opens no other', async () => {
  const context = await browser.newContext();
  await context.request.post(`${desk.url}/person`, { data: { person: 'maria' } });
  const page = await context.newPage();
  const seen = await watch(page);
  await page.goto(`${desk.url}/before/`);
  await page.getByRole('button', { name: 'Have an example case opened' }).click();
  const opened = await page.getByText(/^Case \d+ is open\.$/).innerText();
  const number = /\d+/.exec(opened)?.[0] ?? '';

  await page.getByLabel('Description').fill('It stops again.');
  await page.getByLabel('Subject').fill('Import of orders stops');
  await page.locator('input[type=file]').setInputFiles({
    name: 'rows.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('a,b'),
  });
  await page.getByRole('checkbox', { name: /^Send technical details along/ }).check();
  const details = page.getByRole('textbox', { name: 'This goes along' });
  await details.waitFor();
  assert.match(
    await details.inputValue(),
    /^Page\n {2}address: http:\/\/127\.0\.0\.1:\d+\/before\/$/m,
  );
  await page.getByRole('heading', { name: 'You already have an open case about this' }).waitFor();
  await page.getByText('What you wrote and your file go to the case').waitFor();
  assert.deepEqual(await axeViolations(page), []);

  await page.getByRole('button', { name: /^Add this to it/ }).press('Enter');
  await page.getByRole('heading', { name: 'What you wrote is on your case' }).waitFor();
  assert.equal(await page.getByLabel('Subject').inputValue(), '');
  assert.equal(await page.locator('case-upload').getByText('rows.csv').count(), 0);
  assert.deepEqual(await axeViolations(page), []);

  const headers = { accept: 'application/json' };
  const told = (await (
    await context.request.get(`${desk.url}/desk/cases/${number}`, { headers })
  ).json()) as Case;
  const [comment, ...more] = told.comments;
  assert.equal(more.length, 0);
  assert.match(comment?.text ?? '', /^Import of orders stops\n\nIt stops again\./);
  assert.match(comment?.text ?? '', /Send technical details along:\nPage\n/);
  assert.deepEqual(
    comment?.attachments?.map(({ name }) => name),
    ['rows.csv'],
  );
  const list = (await (
    await context.request.get(`${desk.url}/desk/cases?scope=mine`, { headers })
  ).json()) as { cases: unknown[] };
  assert.equal(list.cases.length, 1);

  // The next draft is another one: it becomes a case of its own.
  await page.getByLabel('Who is having the issue?').fill('Northwind');
  await page.getByLabel('Email address').fill('maria@northwind.example');
  await page.getByLabel('What are you working with today?').selectOption('billing');
  await page.getByLabel('Subject').fill('The invoice has no VAT number');
  await page.getByLabel('Description').fill('It was there last month.');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('Your request has arrived').waitFor();
  assert.deepEqual(seen, []);
  await context.close();
});

test('a draft that two tabs have joins a case or becomes one, and not both', async () => {
  const context = await browser.newContext();
  await context.request.post(`${desk.url}/person`, { data: { person: 'jonas' } });
  const open = async () => {
    const page = await context.newPage();
    await page.goto(`${desk.url}/before/`);
    await page.getByLabel('Subject').waitFor();
    return page;
  };
  const one = await open();
  await one.getByRole('button', { name: 'Have an example case opened' }).click();
  await one.getByText(/^Case \d+ is open\.$/).waitFor();
  await one.getByLabel('Who is having the issue?').fill('Northwind');
  await one.getByLabel('Email address').fill('jonas@northwind.example');
  await one.getByLabel('What are you working with today?').selectOption('data');
  await one.getByLabel('Description').fill('It stops again.');
  await one.getByLabel('Subject').fill('Import of orders stops');
  await one.getByText('Saved on this device').first().waitFor();
  const two = await open();
  await two.getByText('Restored from').first().waitFor();
  await one.bringToFront();
  await one.locator('h1').click();

  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await one.route('**/desk/cases/*/comments', async (route) => {
    await held;
    await route.continue();
  });
  const asked = one.waitForRequest('**/desk/cases/*/comments');
  await one.getByRole('button', { name: /^Add this to it/ }).click();
  await asked;
  await two.getByRole('button', { name: 'Submit' }).click();
  await two.getByText('already being sent').first().waitFor();
  letGo();
  await one.getByRole('heading', { name: 'What you wrote is on your case' }).waitFor();
  await two.getByText('has come to its end in another tab').first().waitFor();
  assert.equal(await two.getByLabel('Subject').inputValue(), '');
  const headers = { accept: 'application/json' };
  const list = await context.request.get(`${desk.url}/desk/cases?scope=mine`, { headers });
  assert.equal(((await list.json()) as { cases: unknown[] }).cases.length, 1);
  await context.close();
});

test('a known problem is said of, and the person is notified instead of opening a case', async () => {
  const page = await browser.newPage();
  const seen = await watch(page);
  await page.goto(`${desk.url}/before/`);
  await page.getByText('2 known problems').waitFor();
  const subject = page.getByLabel('Subject');
  await subject.pressSequentially('I cannot sign in');
  const { y = 0 } = (await subject.boundingBox()) ?? {};
  await page.getByText('A known problem may be why').waitFor({ state: 'attached' });
  assert.equal((await subject.boundingBox())?.y, y, 'Nothing has moved under the hands.');
  await page.locator('h1').click();
  await page.getByRole('heading', { name: 'This may be why' }).waitFor();
  assert.deepEqual(await axeViolations(page), []);

  await page.getByRole('button', { name: 'Notify me when it changes' }).click();
  await page.locator('case-incidents').getByLabel('Email address').fill('ada@example.com');
  await page.keyboard.press('Enter');
  await page.getByText('You will be told at ada@example.com.').waitFor();
  await page.getByRole('button', { name: 'No, drop it' }).click();
  await page.getByText('Your request was dropped. Nothing was sent.').waitFor();
  assert.equal(await subject.inputValue(), '');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await page.getByText('You will be told at ada@example.com.').waitFor();
  assert.equal(await subject.inputValue(), 'I cannot sign in');
  assert.deepEqual(await axeViolations(page), []);
  assert.deepEqual(seen, []);
  await page.close();
});
