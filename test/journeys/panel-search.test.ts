import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { endpoint } from '../../src/adapters/solutions/endpoint.js';
import type { local } from '../../src/adapters/solutions/local.js';
import { checksum } from '../../src/core/search/file-format.js';
import { type Article, buildIndex } from '../../src/core/search/index.js';
import type { SolutionSource } from '../../src/ports/solution-source.js';
import type { Solution } from '../../src/schema/solution.js';
import { launchChromium } from '../support/launch-chromium.js';
import { PanelSite, strict } from '../support/panel-site.js';
import { axeViolations, watch } from '../support/violations.js';

interface TestPage {
  local: typeof local;
  endpoint: typeof endpoint;
  pwned?: unknown;
}
type Panel = HTMLElement & { source?: SolutionSource };

const site = new PanelSite();
let browser: Browser;
let context: BrowserContext;
let address = '';

before(async () => {
  [browser, address] = await Promise.all([launchChromium(), site.start()]);
});
after(async () => {
  await browser.close();
  site.close();
});
afterEach(async () => {
  await context.close();
  site.files.clear();
});

interface Opened {
  readonly page: Page;
  readonly seen: string[];
}

async function open(policy = strict, colorScheme: 'light' | 'dark' = 'light'): Promise<Opened> {
  site.policy = policy;
  context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const seen = await watch(page);
  await page.goto(address);
  await page.getByLabel('Subject').waitFor();
  return { page, seen };
}

const ask = (page: Page, subject: string) => page.getByLabel('Subject').fill(subject);
const links = (page: Page) => page.locator('case-solutions [part=list] [part=link]');
const region = (page: Page) => page.getByRole('region', { name: 'Recommended solutions' });
const said = (page: Page) => region(page).getByRole('status');

/** What the panel finds comes from where a test says. */
type Way = 'local' | 'local without a worker' | 'endpoint' | 'listener';

async function answerFrom(page: Page, way: Way): Promise<void> {
  await page.evaluate((from) => {
    const { local, endpoint } = window as unknown as TestPage;
    const panel = document.querySelector<Panel>('case-solutions');
    const articles = async () => (await fetch('/articles.json')).json() as Promise<Article[]>;
    if (!panel) throw new Error('There is no panel.');
    if (from === 'local') panel.source = local({ index: articles });
    if (from === 'local without a worker') panel.source = local({ index: articles, worker: false });
    if (from === 'endpoint') panel.source = endpoint({ url: '/solutions.json' });
    if (from === 'listener') {
      panel.addEventListener('solutions-search', (event) =>
        event.respondWith(
          async () => (await (await fetch('/solutions.json')).json()) as Solution[],
        ),
      );
    }
  }, way);
}

const run = 'window.pwned=1';
const markup = `<img src=x onerror="${run}"><script>${run}</script><svg onload="${run}"></svg><iframe srcdoc="<script>parent.pwned=1</script>"></iframe><a href="javascript:${run}">printer</a>`;
const breakout = `"><img src=x onerror=${run}>' onfocus='${run}' autofocus x='--></style></title></textarea>`;
const broken = 'printer \ud800 \udfff \u0000 \u202e reversed \u2066 \u2069\u2069 \ufeff';
const addresses = ['javascript:', 'JaVaScRiPt:', ' javascript:', 'java\tscript:', 'vbscript:'].map(
  (scheme) => `${scheme}${run}`,
);
addresses.push(`data:text/html,<script>opener.${run}</script>`, 'blob:null', 'file:///etc/passwd');

/** Articles and answers that mean harm; all are about a printer. */
function hostile(): (Article & { source: string })[] {
  const texts = [markup, breakout, broken, `printer ${'x'.repeat(1_000_000)}`];
  const everywhere = texts.map((text, number) => ({
    id: `text-${number}`,
    title: `printer ${text}`,
    url: `/text-${number}?${encodeURIComponent(text.slice(0, 100).replace(/[\ud800-\udfff]/g, ''))}`,
    excerpt: `printer ${text}`,
    headings: [text, `printer ${text}`],
    text: `printer\n\n${text}\n\nmore\n\nprinter ${text}\n\nend`,
    source: text,
    updated: number ? '2026-01-01' : markup,
  }));
  const elsewhere = addresses.map((url, number) => ({
    id: `address-${number}`,
    title: `printer address ${number}`,
    url,
    text: '',
    source: 'here',
  }));
  return [...everywhere, ...elsewhere];
}

const ranges: unknown[] = [
  [[5, 2]],
  [[-1, 4]],
  [[0, 1e9]],
  [
    [4, 9],
    [0, 3],
  ],
  [[0, NaN]],
  [['0', '4']],
  [{ 0: 1, 1: 2 }],
  'all',
  { length: 1e9 },
  null,
];

/** The same as answers, with ranges that are none, and with things that are no solutions at all. */
function hostileAnswers(): unknown[] {
  const odd = ranges.map((title, number) => ({
    id: `range-${number}`,
    title: `printer range ${number}`,
    url: `/range-${number}`,
    excerpt: 'printer',
    matches: { title, excerpt: title },
  }));
  const nothing = [null, 1, 'printer', [], {}, { title: {}, url: [] }, { title: ' ', url: '/x' }];
  return [...nothing, ...hostile(), ...odd];
}

/** What no page may do or show, whatever its articles are; the panel can still be used. */
async function assertHarmless({ page, seen }: Opened): Promise<void> {
  const found = await page.evaluate(() => {
    const { pwned } = window as unknown as TestPage;
    const root = document.querySelector('case-solutions')?.shadowRoot;
    const all = [...(root?.querySelectorAll('*') ?? [])];
    return {
      pwned,
      foreign: all.filter((one) => one.matches('img, script, svg, iframe, style, object')).length,
      handlers: all.filter((one) => one.getAttributeNames().some((name) => /^on/i.test(name)))
        .length,
      schemes: [...(root?.querySelectorAll('a') ?? [])]
        .map(({ protocol }) => protocol)
        .filter((scheme) => !/^https?:$/.test(scheme)),
    };
  });
  assert.deepEqual(found, { pwned: undefined, foreign: 0, handlers: 0, schemes: [] });
  assert.deepEqual(seen, []);
  await assertAwake(page);
}

/** A page that hangs does not answer a click. */
async function assertAwake(page: Page): Promise<void> {
  const ping = page.locator('#ping');
  const before = Number(await ping.getAttribute('value'));
  await ping.click({ timeout: 3000 });
  assert.equal(Number(await ping.getAttribute('value')), before + 1);
}

for (const way of ['local', 'local without a worker', 'endpoint', 'listener'] as const) {
  for (const policy of [strict, '']) {
    const name = `${way}, ${policy ? 'with' : 'without'} a policy`;
    test(`hostile articles are text and nothing else: ${name}`, async () => {
      site.files.set('/articles.json', hostile());
      site.files.set('/solutions.json', hostileAnswers());
      const opened = await open(policy);
      const { page } = opened;
      await answerFrom(page, way);
      await ask(page, 'printer');
      await links(page).first().waitFor();
      await assertHarmless(opened);
      for (let read = 0; read < 4; read++) {
        await links(page).nth(read).click();
        await page.getByRole('button', { name: 'Back to all solutions' }).waitFor();
        await assertHarmless(opened);
        await page.getByRole('button', { name: 'Back to all solutions' }).click();
        await links(page).first().waitFor();
      }
      for (let left = 0; (await links(page).count()) > 0; left++) {
        assert.ok(left < 30, 'every article can be turned down');
        await page.locator('case-solutions [part~=refuse]').first().click();
        await assertHarmless(opened);
      }
    });
  }
}

test('a planted fault is seen, with a policy and without', async () => {
  for (const policy of [strict, '']) {
    site.files.set('/solutions.json', hostileAnswers());
    const opened = await open(policy);
    await answerFrom(opened.page, 'endpoint');
    await opened.page.evaluate(() => {
      addEventListener('solutions-shown', ({ solutions }) => {
        const item = document.querySelector('case-solutions')?.shadowRoot?.querySelector('li');
        if (item) item.innerHTML = solutions[0]?.title ?? '';
      });
    });
    await ask(opened.page, 'printer');
    await region(opened.page).getByRole('list').waitFor();
    await sleep(500);
    await assert.rejects(assertHarmless(opened), assert.AssertionError);
    if (policy === '') {
      const pwned = await opened.page.evaluate(() => (window as unknown as TestPage).pwned);
      assert.equal(pwned, 1);
    }
    await context.close();
  }
});

test('a title does not turn the text around it', async () => {
  const titles = ['printer', '\u202eprinter', '\u2069\u2069\u202eprinter', '\u2067\u202bprinter'];
  site.files.set(
    '/solutions.json',
    titles.map((title, at) => ({ id: `${at}`, title, url: `/${at}`, updated: '2026-01-01' })),
  );
  const { page } = await open();
  await answerFrom(page, 'endpoint');
  await ask(page, 'printer');
  await links(page).nth(3).waitFor();
  const sides = await links(page).evaluateAll((all) =>
    all.map((link) => {
      const [title, tab] = [link.querySelector('bdi'), link.querySelector('[role=img]')];
      if (!title || !tab) return 'nothing';
      return tab.getBoundingClientRect().left >= title.getBoundingClientRect().right - 1;
    }),
  );
  assert.deepEqual(sides, [true, true, true, true]);
});

test('10,000 answers and 10,000 articles are no burden', async () => {
  const many = Array.from({ length: 10_000 }, (_, number) => ({
    id: `${number}`,
    title: `printer ${number} ${markup}`,
    url: `/${number}`,
    text: markup,
  }));
  site.files.set('/articles.json', many).set('/solutions.json', many);
  for (const way of ['local', 'endpoint', 'listener'] as const) {
    const opened = await open();
    await answerFrom(opened.page, way);
    await ask(opened.page, 'printer');
    await assertAwake(opened.page);
    await links(opened.page).first().waitFor();
    await assertHarmless(opened);
    assert.equal(await links(opened.page).count(), 5, way);
    await context.close();
  }
});

const articles: Article[] = [
  {
    id: 'paper',
    title: 'Printer without paper',
    url: '/paper',
    headings: ['Open the drawer', 'Close it again'],
    text: 'Paper runs out.\n\nOpen the drawer\n\nPull.\n\nClose it again\n\nPush.',
    excerpt: 'What to do when the printer has no paper.',
    updated: '2026-01-01',
  },
  { id: 'ink', title: 'Printer without ink', url: '/ink', text: 'Ink for the printer runs out.' },
  { id: 'sign-in', title: 'Sign in again', url: '/sign-in', text: 'When you cannot sign in.' },
  ...Array.from({ length: 40 }, (_, number) => ({
    id: `other-${number}`,
    title: `Report number ${number}`,
    url: `/other-${number}`,
    text: `Reports of the month ${number} list what was sold.`,
  })),
];
const index = buildIndex(articles);

async function useIndex(page: Page, path = '/solutions.idx', isLoaded = false): Promise<void> {
  await page.evaluate(
    async ({ url, load }) => {
      const { local } = window as unknown as TestPage;
      const panel = document.querySelector<Panel>('case-solutions');
      const source = local({ index: url });
      if (panel) panel.source = source;
      if (load) await source.load();
    },
    { url: path, load: isLoaded },
  );
}

/** An index whose header says what is not so, with the checksum that makes it believable. */
function forged(change: (words: Uint32Array) => void): Uint8Array {
  const bytes = index.slice();
  const words = new Uint32Array(bytes.buffer);
  change(words);
  // Its parts begin behind 4 words and 2 for each of 14 parts.
  words[3] = checksum(words, 16, (4 + 14 * 2) * 4);
  return bytes;
}

function flipped(at: number): Uint8Array {
  const bytes = index.slice();
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  return bytes;
}

const LAST_LENGTH = 4 + 13 * 2;
const refused: Readonly<Record<string, Uint8Array>> = {
  'cut in half': index.slice(0, index.length >> 1),
  'cut in its header': index.slice(0, 10),
  empty: new Uint8Array(),
  'a picture': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array(5000).keys()]),
  'a page': new TextEncoder().encode(`<!doctype html>${markup}`),
  'flipped in its header': flipped(20),
  'flipped in a part': flipped(300),
  'of 4 GB by its header': forged((words) => (words[2] = 0xfffffffc)),
  'with a first part of 4 GB': forged((words) => (words[4] = 0xfffffffc)),
  'with a first part of 2 GB': forged((words) => (words[4] = 0x7ffffffc)),
};
/** These may be read as far as they are sound. */
const doubtful: Readonly<Record<string, Uint8Array>> = {
  'with a last part of 4 GB': forged((words) => (words[LAST_LENGTH] = 0xfffffffc)),
  'with a last part of 2 GB': forged((words) => (words[LAST_LENGTH] = 0x7ffffffc)),
  'flipped in its last part': flipped(index.length - 40),
  'with nothing in its last part': (() => {
    const bytes = index.slice();
    bytes.fill(0xff, bytes.length - 600);
    return bytes;
  })(),
};

test('an index that is none is said to have failed, and the next try may succeed', async () => {
  for (const [what, bytes] of Object.entries(refused)) {
    site.files.set('/solutions.idx', Buffer.from(bytes));
    const opened = await open();
    const { page } = opened;
    await useIndex(page);
    await ask(page, 'printer paper');
    await region(page).getByText('Articles could not be loaded.').first().waitFor();
    await assertHarmless(opened);
    site.files.set('/solutions.idx', Buffer.from(index));
    await page.getByRole('button', { name: 'Try again' }).click();
    await links(page).first().waitFor();
    assert.match((await links(page).first().textContent()) ?? '', /paper/, what);
    await assertHarmless(opened);
    await context.close();
  }
});

test('an index that is damaged in its texts finds what is sound, or says that it failed', async () => {
  for (const [what, bytes] of Object.entries(doubtful)) {
    site.files.set('/solutions.idx', Buffer.from(bytes));
    const opened = await open();
    const { page } = opened;
    await useIndex(page);
    await ask(page, 'printer paper');
    const answer = links(page)
      .first()
      .or(page.getByRole('button', { name: 'Try again' }));
    await answer.waitFor().catch((error: unknown) => assert.fail(`${what}: ${String(error)}`));
    await assertHarmless(opened);
    await context.close();
  }
});

async function firstTitle(page: Page, wanted: RegExp): Promise<void> {
  await links(page).filter({ hasText: wanted }).first().waitFor();
}

test('without a network the panel goes on as before', async () => {
  site.files.set('/solutions.idx', Buffer.from(index));
  const opened = await open();
  const { page } = opened;
  await useIndex(page);
  await ask(page, 'printer paper');
  await firstTitle(page, /paper/);
  await context.setOffline(true);
  await ask(page, 'sign in');
  await firstTitle(page, /Sign in again/);
  await links(page).first().click();
  await page.getByRole('button', { name: 'Back to all solutions' }).click();
  await assertHarmless(opened);
});

test('it does so before its first search, too, once index and page have come to rest', async () => {
  site.files.set('/solutions.idx', Buffer.from(index));
  const opened = await open();
  const { page } = opened;
  const came = page.waitForResponse((response) => response.url().includes('solutions-view'));
  await useIndex(page, '/solutions.idx', true);
  await (await came).finished();
  await context.setOffline(true);
  await ask(page, 'printer paper');
  await firstTitle(page, /paper/);
  await assertHarmless(opened);
});

test('where no article fits, it says so', async () => {
  site.files.set('/solutions.idx', Buffer.from(index));
  const opened = await open();
  const { page } = opened;
  await useIndex(page);
  await ask(page, 'quantum giraffe zeppelin');
  const sentence = 'No article fits. Your case goes to a person.';
  await said(page).filter({ hasText: sentence }).waitFor();
  await region(page).locator('[part=note]').filter({ hasText: sentence }).waitFor();
  assert.equal(await links(page).count(), 0);
  await assertHarmless(opened);
});

/** The name of what has the focus, through shadow roots. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const name = active?.getAttribute('aria-label') ?? active?.textContent ?? '';
    return name.replace(/\s+/g, ' ').trim();
  });
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to ${String(name)}.`);
}

async function isFocused(page: Page, name: RegExp): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (name.test(await focused(page))) return;
    await sleep(50);
  }
  assert.match(await focused(page), name);
}

for (const scheme of ['light', 'dark'] as const) {
  test(`a person finds, reads, refuses and accepts by keyboard, in ${scheme}`, async () => {
    site.files.set('/solutions.json', articles.slice(0, 2));
    const opened = await open(strict, scheme);
    const { page, seen } = opened;
    const press = (key: string) => page.keyboard.press(key);
    const check = async (state: string) =>
      assert.deepEqual(await axeViolations(page), [], `${state}, ${scheme}`);
    await check('introduction');
    await answerFrom(page, 'endpoint');
    await page.getByLabel('Subject').focus();
    await page.keyboard.type('printer paper');
    await firstTitle(page, /ink/);
    await said(page).filter({ hasText: '2 articles may help' }).waitFor();
    await check('list');

    await tabTo(page, /^Printer without paper/);
    await press('ArrowDown');
    await isFocused(page, /^Printer without ink/);
    await press('Home');
    await isFocused(page, /^Printer without paper/);
    await press('Enter');
    await isFocused(page, /^Printer without paper$/);
    await check('article');

    await tabTo(page, /^Close it again$/);
    await press('Enter');
    await isFocused(page, /^Close it again$/);
    await press('Escape');
    await isFocused(page, /^Printer without paper/);

    await tabTo(page, /^Not what I need: Printer without paper$/);
    await press('Space');
    await isFocused(page, /^Printer without ink/);
    await check('list after a refusal');
    await press('Enter');
    await tabTo(page, /^This solved my problem$/);
    await press('Enter');
    await page
      .getByRole('button', { name: 'This solved my problem' })
      .waitFor({ state: 'detached' });
    await check('thanks');

    assert.deepEqual(seen, []);
  });
}
