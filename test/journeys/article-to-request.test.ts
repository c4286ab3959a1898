import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
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

test('from the foot of an article to a request that carries the article', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const seen = await watch(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${desk.url}/article/`);
  await page.getByText('12 out of 15 found this helpful').waitFor();
  const atFirst = asked.length;
  // The count comes from the desk, by the foot; of the form nothing has come.
  assert.ok(!asked.some((path) => /launcher-(?:form|dialog)/.test(path)), asked.join(' '));

  await page.getByRole('heading', { name: 'When the whole organisation' }).scrollIntoViewIfNeeded();
  await tabTo(page, /^No$/);
  await page.keyboard.press('Enter');
  await page.getByText('12 out of 16 found this helpful').waitFor();
  await tabTo(page, /^It is hard to follow$/);
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.getByRole('radio', { name: 'Something is missing' }).isChecked());
  await tabTo(page, /^Tell us more$/);
  await page.keyboard.type('Nothing about proxies');
  await tabTo(page, /^Send$/);
  await page.keyboard.press('Enter');
  await page.getByText('This is how articles get better').waitFor();
  await page.getByRole('navigation', { name: 'Articles in this section' }).waitFor();

  await page.getByText('Have more questions?').waitFor();
  await tabTo(page, /^Submit a request$/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Submit a request' });
  await dialog.getByLabel('Email address').waitFor();
  assert.ok(asked.length > atFirst);
  await tabTo(page, /^Email address/);
  await page.keyboard.type('ann@example.com');
  await tabTo(page, /^Subject/);
  await page.keyboard.insertText('Members cannot log in behind a proxy');
  await tabTo(page, /^Description/);
  await page.keyboard.type('The page stays blank.');
  assert.deepEqual(await axeViolations(page), []);

  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  // The focus is where it was: on what had opened it.
  await page.keyboard.press('Enter');
  assert.equal(await dialog.getByLabel('Description').inputValue(), 'The page stays blank.');
  await tabTo(page, /^Submit$/);
  await page.keyboard.press('Enter');
  const link = dialog.getByRole('link', { name: 'Open the case' });
  await link.waitFor();

  const address = new URL((await link.getAttribute('href')) ?? '', desk.url);
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  const { values, solutions } = (await response.json()) as {
    values: Record<string, string>;
    solutions: { title: string; as: string }[];
  };
  const { articleId, articleTitle, articleUrl, articleSection, articleVote } = values;
  assert.deepEqual(
    { articleId, articleUrl, articleVote },
    {
      articleId: 'members-cannot-log-in',
      articleUrl: `${desk.url}/article/`,
      articleVote: 'no',
    },
  );
  assert.match(articleTitle ?? '', /^Members cannot log in/);
  assert.ok(articleSection, 'The section in view is missing.');
  assert.equal(values['articleReason'], 'incomplete');
  assert.equal(values['articleComment'], 'Nothing about proxies');
  assert.ok(solutions.some(({ title, as }) => title.startsWith('Members') && as === 'refused'));
  assert.deepEqual(seen, []);
  await page.close();
});
