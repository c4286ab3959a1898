/** Takes the pictures of the README anew, from the built demo: `npm run build && npm run screenshots`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { newKey } from '../src/core/key.js';
import { DemoServer } from './support/demo-server.js';
import { launchChromium } from './support/launch-chromium.js';
import { smallerPng } from './support/smaller-png.js';

const folder = join(import.meta.dirname, '../docs/images');

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly colorScheme: NonNullable<BrowserContextOptions['colorScheme']>;
  readonly pose: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { name: 'support-light', path: '/', colorScheme: 'light', pose: writeSupport },
  { name: 'support-dark', path: '/', colorScheme: 'dark', pose: writeSupport },
  { name: 'docs', path: '/docs/uploads/', colorScheme: 'light', pose: writeDocs },
  { name: 'case-light', path: '/cases/', colorScheme: 'light', pose: openCase },
  { name: 'case-dark', path: '/cases/', colorScheme: 'dark', pose: openCase },
];

async function writeSupport(page: Page): Promise<void> {
  await page.getByText('Articles that may help').waitFor();
  await page.getByLabel('Who is having the issue?').fill('Amira Haddad');
  await page.getByLabel('Email address').fill('amira.haddad@example.com');
  await page.getByLabel('What are you working with today?').selectOption('account');
  await page.getByLabel('Is this related to').selectOption('sign-in');
  await page.getByLabel('Description').fill('Amira mistyped it. How long is the lock?');
  await page.getByLabel('Subject').fill('Account locked: wrong password');
  await page.locator('case-solutions').getByRole('link').first().waitFor();
  await page.evaluate(() => {
    scrollTo({ top: 0 });
  });
}

async function writeDocs(page: Page): Promise<void> {
  await page.getByText('Articles that may help').waitFor();
  await page.getByRole('radio', { name: 'I have a question' }).check();
  await page.getByLabel('Subject').fill('How can I limit the size of files?');
  await page.locator('case-solutions').getByRole('link').first().waitFor();
  await page.locator('case-form').evaluate((form) => {
    scrollTo({ top: form.getBoundingClientRect().top + scrollY - 480 });
  });
}

/** A case that has been answered, as its requester sees it. */
async function openCase(page: Page): Promise<void> {
  const post = async (path: string, data: object) => {
    const response = await page.request.post(new URL(path, page.url()).href, { data });
    return (await response.json()) as { readonly number: string };
  };
  await post('/person', { person: 'maria' });
  const values = {
    requester: 'Northwind Partner Gateway',
    contact: 'email',
    email: 'maria@northwind.example',
    product: 'system',
    topic: 'availability',
    subject: 'Access - password reset for Amira Haddad',
    description: 'Amira has changed her phone. Her sign-in asks for a code that never comes.',
  };
  const draft = { key: newKey(), form: 'partner-case', values, attachments: [] };
  const { number } = await post('/desk/cases', draft);
  await post(`/agent/cases/${number}/answers`, {
    key: newKey(),
    text: 'The old phone is taken out. Which address should the new link go to?',
  });
  await page.goto(`${page.url()}#case/${number}`);
  await page.reload();
  await page.getByText('The old phone is taken out.').waitFor();
  await page.locator('.person').evaluate((person) => {
    scrollTo({ top: person.getBoundingClientRect().top + scrollY - 24 });
  });
}

const [browser, demo] = await Promise.all([launchChromium(), new DemoServer().start()]);
mkdirSync(folder, { recursive: true });
for (const { name, path, colorScheme, pose } of pictures) {
  // A page of 1,600 px on a picture of 1,280, so that there is something of everything on it.
  const viewport = { width: 1600, height: 1250 };
  const page = await browser.newPage({ colorScheme, viewport, deviceScaleFactor: 0.8 });
  await page.goto(demo.url + path);
  await pose(page);
  const picture = await page.screenshot({ caret: 'hide' });
  writeFileSync(join(folder, `${name}.png`), smallerPng(picture));
  await page.close();
}
await browser.close();
await demo.close();
