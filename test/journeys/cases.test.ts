import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
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

/** A helper does something with a case. */
async function agent(path: string, body: object): Promise<void> {
  const response = await fetch(`${desk.url}/agent${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  assert.equal(response.status, 200, await response.text());
}

const SUBJECT = 'Access - password reset for Ωmega';

test('a person logs an access case, talks with a helper and marks it as solved, by keyboard', async () => {
  const context = await browser.newContext();
  await context.request.post(`${desk.url}/person`, { data: { person: 'maria' } });
  const page = await context.newPage();
  const seen = await watch(page);
  await page.goto(`${desk.url}/cases/`);
  await page.getByText('No cases yet.').first().waitFor();

  await tabTo(page, /^New case$/);
  await page.keyboard.press('Enter');
  await page.getByLabel('Subject').waitFor();
  assert.equal(new URL(page.url()).hash, '#new');
  await tabTo(page, /^Who is having the issue/);
  await page.keyboard.type('Your partner');
  await tabTo(page, /^Email address/);
  await page.keyboard.type('maria@northwind.example');
  await tabTo(page, /^What are you working with/);
  await page.keyboard.type('System');
  await tabTo(page, /^Is this related to/);
  await page.keyboard.type('System');
  await tabTo(page, /^Subject/);
  await page.keyboard.insertText(SUBJECT);
  await tabTo(page, /^Description/);
  await page.keyboard.type('The link in the mail has expired.');
  await tabTo(page, /^Submit$/);
  await page.keyboard.press('Enter');

  const view = page.locator('case-view');
  await view.getByRole('heading', { name: SUBJECT }).waitFor();
  const number = /^#case\/(.+)$/.exec(new URL(page.url()).hash)?.[1] ?? '';
  await view.getByText(number, { exact: true }).waitFor();
  await view.getByText('New', { exact: true }).waitFor();
  assert.deepEqual(await axeViolations(page), [], 'the case');

  await tabTo(page, /^Add files to the case$/);
  await page.keyboard.press('Enter');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    tabTo(page, /^Choose files/).then(() => page.keyboard.press('Space')),
  ]);
  await chooser.setFiles({ name: 'screen.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await view.getByRole('cell', { name: 'screen.txt' }).waitFor();

  await tabTo(page, /^Your reply$/);
  await page.keyboard.type('It happens on every machine.');
  await tabTo(page, /^Send the reply$/);
  await page.keyboard.press('Enter');
  await view.getByRole('listitem').filter({ hasText: 'It happens on every machine.' }).waitFor();

  await agent(`/cases/${number}/answers`, {
    key: 'answer-of-the-helper-1',
    text: 'Here is a new link.',
  });
  await agent(`/cases/${number}/changes`, { severity: 'High', owner: 'Sam Rivera' });
  await page.reload();
  const answer = view.getByRole('listitem').filter({ hasText: 'Here is a new link.' });
  await answer.waitFor();
  assert.match(await answer.innerText(), /New/);
  await view.getByText('Waiting for your reply').waitFor();
  await view.getByText('High', { exact: true }).waitFor();
  await view.locator('dl').getByText('Sam Rivera', { exact: true }).waitFor();

  await tabTo(page, /^Your reply$/);
  await page.keyboard.type('It works.');
  await tabTo(page, /^Send the reply$/);
  await page.keyboard.press('Enter');
  await view.getByRole('listitem').filter({ hasText: 'It works.' }).waitFor();
  await view.getByRole('button', { name: 'Mark as solved' }).focus();
  await page.keyboard.press('Enter');
  await view.getByText('Solved', { exact: true }).first().waitFor();

  await page.goto(`${desk.url}/cases/#cases`);
  const row = page.locator('case-list').getByRole('row').filter({ hasText: SUBJECT });
  await row.getByText('Solved').first().waitFor();
  assert.deepEqual(await axeViolations(page), [], 'the list');
  assert.deepEqual(seen, []);
  await context.close();
});
