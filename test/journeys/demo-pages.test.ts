import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DemoServer } from '../support/demo-server.js';
import { launchChromium } from '../support/launch-chromium.js';
import { axeViolations, watch } from '../support/violations.js';

const demo = new DemoServer();
const guide = readdirSync(join(import.meta.dirname, '../../docs/guide'))
  .filter((file) => file.endsWith('.md'))
  .map((file) => `/docs/${file.replace(/^\d+-|\.md$/g, '')}/`);
let browser: Browser;

before(async () => {
  [browser] = await Promise.all([launchChromium(), demo.start()]);
});
after(async () => {
  await browser.close();
  await demo.close();
});

/** Opens a page of the demo, looks at it, and closes it. */
async function visit(
  path: string,
  look: (page: Page, seen: string[]) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const seen = options.javaScriptEnabled === false ? [] : await watch(page);
  await page.goto(demo.url + path);
  await look(page, seen);
  await context.close();
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const bySubject = (page: Page) => page.getByLabel('Subject').waitFor();
const byFiles = (page: Page) => page.getByText('Choose files').first().waitFor();

describe('a page of the demo', { concurrency: 2 }, () => {
  const pages: readonly (readonly [path: string, isThere: (page: Page) => Promise<void>])[] = [
    ['/', byFiles],
    ['/docs/', (page) => page.getByRole('heading', { name: 'Documentation' }).waitFor()],
    [guide[0] ?? '', bySubject],
    ['/respond/', bySubject],
    ['/article/', (page) => page.getByRole('button', { name: 'Get help' }).waitFor()],
    ['/your-field/', (page) => page.getByRole('textbox', { name: 'Serial number' }).waitFor()],
    ['/theme/', byFiles],
    ['/languages/', byFiles],
    ['/before/', (page) => page.getByText('2 known problems').waitFor()],
    ['/states/', (page) => page.locator('html[data-ready]').waitFor()],
    ['/cases/', (page) => page.getByRole('link', { name: 'New case' }).first().waitFor()],
    ['/agent/', (page) => page.getByRole('button', { name: 'Show' }).waitFor()],
  ];
  for (const [path, isThere] of pages) {
    it(`${path} keeps to its policy, says nothing to the console, and is accessible to all`, () =>
      visit(path, async (page, seen) => {
        await isThere(page);
        assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await axeViolations(page), [], colorScheme);
        }
        for (const width of [1280, 768, 320]) {
          await page.setViewportSize({ width, height: 800 });
          assert.equal(await sideways(page), 0, `it scrolls sideways at ${width} px`);
        }
        await page.setViewportSize({ width: 1280, height: 800 });
        // Contrast is the browser's own business there, and what axe says of it is wrong.
        await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
        for (const width of [1280, 640]) {
          await page.setViewportSize({ width, height: 800 });
          assert.equal(await sideways(page), 0, `large text scrolls sideways at ${width} px`);
        }
        assert.deepEqual(seen, []);
      }));
  }

  it('of the documentation opens like the others', async () => {
    assert.ok(guide.length >= 25, `only ${guide.length}`);
    const half = Math.ceil(guide.length / 2);
    await Promise.all([openAll(guide.slice(0, half)), openAll(guide.slice(half))]);
  });

  const openAll = (paths: readonly string[]) =>
    visit('/docs/', async (page, seen) => {
      for (const path of paths) {
        const response = await page.goto(demo.url + path);
        assert.equal(response?.status(), 200, path);
        assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, path);
      }
      assert.deepEqual(seen, []);
    });

  it('of the documentation is found by what is asked, without asking a server', () =>
    visit('/docs/', async (page, seen) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const search = page.getByLabel('Search the documentation');
      await search.fill('Trusted Types');
      const found = page.getByRole('link', { name: 'Strict CSP and Trusted Types' });
      await found.first().waitFor();
      await page.locator('case-solutions').getByRole('listitem').first().waitFor();
      assert.equal(page.workers().length, 1);
      assert.ok(asked.includes('/guide/solutions.idx'));
      assert.deepEqual(
        asked.filter((path) => path.includes('desk')),
        [],
      );
      assert.deepEqual(await axeViolations(page), []);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        assert.equal(await sideways(page), 0, `it scrolls sideways at ${width} px`);
      }
      await page.locator('case-solutions').getByRole('link', { name: 'Strict CSP' }).click();
      await page.waitForURL('**/docs/csp-and-trusted-types/');
      assert.deepEqual(seen, []);
    }));

  it('that broke a promise would be found out', () =>
    visit('/theme/', async (page, seen) => {
      await page.evaluate(() => {
        document.querySelector('main')?.append(document.createElement('img'));
        document.querySelector('h1')?.setAttribute('style', 'inline-size: 5000px');
        console.error('planted');
      });
      assert.match((await axeViolations(page)).join(), /image-alt/);
      assert.match(seen.join(), /console: planted/);
      assert.match(seen.join(), /policy: style-src-attr/);
      await page.evaluate(() => document.querySelector('h1')?.style.setProperty('width', '5000px'));
      assert.ok((await sideways(page)) > 0);
    }));
});

describe('the support page without its scripts', () => {
  async function fill(page: Page): Promise<void> {
    await page.getByLabel('Who is having the issue?').fill('Amira Haddad');
    await page.getByLabel('Email address').fill('amira@example.com');
    await page.getByLabel('What are you working with today?').selectOption('billing');
    await page.getByLabel('Subject').fill('An invoice is missing');
    await page.getByLabel('Description').fill('September is not in the list.');
  }

  it('posts the form, and leads to the case', () =>
    visit(
      '/',
      async (page) => {
        assert.ok(await page.getByRole('radio', { name: 'Email' }).isChecked());
        assert.equal(await page.getByLabel('What are you working with today?').inputValue(), '');
        await fill(page);
        await page.getByRole('button', { name: 'Submit' }).click();
        await page.waitForURL(`${demo.url}/desk/cases/*`);
        const text = await page.getByRole('main').innerText();
        for (const answer of ['An invoice is missing', 'September is not in the list.', 'Email']) {
          assert.ok(text.includes(answer), answer);
        }
      },
      { javaScriptEnabled: false },
    ));

  it('keeps what was written, and where, when they come late', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const seen = await watch(page);
    let letThrough: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route('**/assets/*.js', async (route) => {
      await late;
      await route.continue();
    });
    await page.goto(demo.url, { waitUntil: 'commit' });
    await fill(page);
    await page.getByLabel('Subject').focus();
    assert.equal(await page.getByText('Choose files').count(), 0);
    letThrough();
    await page.getByLabel('Is this related to').waitFor();
    assert.equal(await page.getByLabel('Subject').inputValue(), 'An invoice is missing');
    assert.equal(await page.getByLabel('What are you working').inputValue(), 'billing');
    await page.keyboard.press('End');
    await page.keyboard.type(' again');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
    const url = await page.getByRole('link', { name: 'Open the case' }).getAttribute('href');
    await page.goto(new URL(url ?? '', demo.url).href);
    assert.match(await page.getByRole('main').innerText(), /An invoice is missing again/);
    assert.deepEqual(seen, []);
    await context.close();
  });
});
