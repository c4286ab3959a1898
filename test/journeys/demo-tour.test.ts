import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { DemoServer } from '../support/demo-server.js';
import { launchChromium } from '../support/launch-chromium.js';
import { axeViolations, watch } from '../support/violations.js';

const demo = new DemoServer();
let browser: Browser;

before(async () => {
  [browser] = await Promise.all([launchChromium(), demo.start()]);
});
after(async () => {
  await browser.close();
  await demo.close();
});

/** What a page of the demo promises, which nothing may disturb. */
function shows(promise: string, path: string, look: (page: Page) => Promise<void>): void {
  it(promise, async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const seen = await watch(page);
    await page.goto(demo.url + path);
    await look(page);
    assert.deepEqual(seen, []);
    await context.close();
  });
}

const submit = (page: Page) => page.getByRole('button', { name: 'Submit' }).click();

async function fill(page: Page, subject: string): Promise<void> {
  await page.getByLabel('Who is having the issue?').fill('Jonas Lindqvist');
  await page.getByLabel('Email address').fill('jonas@example.com');
  await page.getByLabel('What are you working with today?').selectOption({ index: 1 });
  await page.getByLabel('Subject').fill(subject);
  await page.getByLabel('Description').fill('As the subject says.');
}

describe('the demo shows', () => {
  shows('an article for a colleague who needs access, asked for by a link', '/', async (page) => {
    await page.getByRole('link', { name: 'A colleague needs access' }).click();
    await page.getByLabel('Which system?').waitFor();
    assert.equal(await page.getByLabel('Subject').inputValue(), 'Access for a colleague');
    const panel = page.locator('case-solutions');
    await panel.getByRole('link', { name: 'Request access for a colleague' }).waitFor();
  });

  shows('a case and a refusal of a page without a build', '/respond/', async (page) => {
    await fill(page, 'test');
    await submit(page);
    await page.getByRole('heading', { name: '1 answer needs your attention' }).waitFor();
    await page.getByLabel('Subject').fill('A real one');
    await submit(page);
    await page.getByText(/^R-[\w-]{6}$/).waitFor();
  });

  shows('a field of the page’s own, which the desk checks too', '/your-field/', async (page) => {
    const serial = page.getByRole('textbox', { name: 'Serial number' });
    await page.getByText('Serial number', { exact: true }).click();
    await page.keyboard.type('ac 3105 0042 8');
    await page.getByLabel('What is wrong with it?').selectOption('noise');
    await page.getByLabel('Email address').fill('jonas@example.com');
    await submit(page);
    const link = page.getByRole('link', { name: /no serial number of ours/ });
    await link.click();
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('9');
    assert.equal(await serial.inputValue(), 'ac 3105 0042 9');
    await page.getByText('Beacon 31 hand scanner').first().waitFor();
    await submit(page);
    const url = await page.getByRole('link', { name: 'Open the case' }).getAttribute('href');
    const found = await fetch(new URL(url ?? '', demo.url), {
      headers: { accept: 'application/json' },
    });
    const { values } = (await found.json()) as { values: Record<string, unknown> };
    assert.equal(values['serial'], 'AC-3105-0042-9');
  });

  shows('themes that are style sheets', '/theme/', async (page) => {
    const colour = () =>
      page
        .getByRole('button', { name: 'Submit' })
        .evaluate((button) => getComputedStyle(button).backgroundColor);
    const colours = new Set<string>();
    for (const theme of ['Plain', 'Meadow', 'Ledger', 'Signal', 'Night']) {
      await page.getByRole('radio', { name: theme }).check();
      colours.add(await colour());
    }
    assert.equal(colours.size, 5);
  });

  shows('three languages, and loses nothing between them', '/languages/', async (page) => {
    await fill(page, 'Written in English');
    for (const [language, label, direction, list] of [
      ['العربية', 'الموضوع', 'rtl', 'الطلبات'],
      ['Deutsch', 'Betreff', 'ltr', 'Vorgänge'],
      ['English', 'Subject', 'ltr', 'Cases'],
    ] as const) {
      await page.getByRole('radio', { name: language }).check();
      const subject = page.getByRole('textbox', { name: label });
      assert.equal(await subject.inputValue(), 'Written in English');
      const shown = await subject.evaluate((input) =>
        getComputedStyle(input.closest('[part=root]') ?? input).getPropertyValue('direction'),
      );
      assert.equal(shown, direction);
      const cases = page.getByRole('region', { name: list, exact: true });
      const side = await cases.evaluate((region) => getComputedStyle(region).direction);
      assert.equal(side, direction);
      assert.deepEqual(await axeViolations(page), [], language);
      await page.setViewportSize({ width: 320, height: 800 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(over, 0, `${language} scrolls sideways`);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });

  shows('each event as it happens, and leaves the focus alone', '/', async (page) => {
    const log = page.getByRole('region', { name: 'Event log' });
    await log.getByText('Events').click();
    await page.getByLabel('Subject').focus();
    await page.keyboard.type('password');
    await log.getByText('case-changed ×8').waitFor();
    await log.getByText('solutions-search').first().waitFor();
    await log.getByText('solutions-shown').first().waitFor();
    await page.keyboard.type(' reset');
    assert.equal(await page.getByLabel('Subject').inputValue(), 'password reset');
  });

  shows('light or dark, as chosen, on every page', '/', async (page) => {
    const scheme = () => page.evaluate(() => getComputedStyle(document.body).colorScheme);
    await page.getByLabel('Colours').selectOption('dark');
    assert.equal(await scheme(), 'dark');
    await page.goto(`${demo.url}/theme/`);
    assert.equal(await scheme(), 'dark');
    await page.getByLabel('Colours').selectOption('');
    assert.equal(await scheme(), 'light dark');
  });
});

describe('the server of the demo', () => {
  it('guards every answer, and serves nothing but its files', async () => {
    for (const path of ['/', '/docs', '/assets/missing.js', '/%2e%2e/%2e%2e/package.json']) {
      const { headers } = await fetch(demo.url + path, { redirect: 'manual' });
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self'/, path);
      assert.match(
        policy,
        /require-trusted-types-for 'script'; trusted-types lit-html case-elements-worker$/,
        path,
      );
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    }
    const missing = await fetch(`${demo.url}/%2e%2e/%2e%2e/package.json`);
    assert.equal(missing.status, 404);
    assert.equal((await fetch(demo.url, { method: 'PUT' })).status, 405);
  });

  it('does not send again what a browser has', async () => {
    const first = await fetch(demo.url);
    const etag = first.headers.get('etag') ?? '';
    const second = await fetch(demo.url, { headers: { 'if-none-match': etag } });
    assert.equal(second.status, 304);
  });

  it('says that the port it was given is taken', async () => {
    const port = new URL(demo.url).port;
    const server = serve({ PORT: port });
    const [said] = await Promise.all([text(server.stderr), once(server, 'exit')]);
    assert.equal(server.exitCode, 1);
    assert.match(said, new RegExp(`^Port ${port} is taken`));
  });

  it('finds a free port by itself, says where it is, and stops when it is told to', async () => {
    const servers = [serve({}), serve({})];
    const said = await Promise.all(
      servers.map(async ({ stdout }) => {
        const [line] = (await once(stdout, 'data')) as [Buffer];
        return line.toString();
      }),
    );
    const addresses = said.map((line) => /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0]);
    assert.notEqual(addresses[0], addresses[1]);
    const stopped = servers.map(async (server, index) => {
      assert.equal((await fetch(addresses[index] ?? '')).status, 200);
      server.kill(index ? 'SIGINT' : 'SIGTERM');
      await once(server, 'exit');
      return server.exitCode;
    });
    assert.deepEqual(await Promise.all(stopped), [0, 0]);
  });

  function serve(variables: Record<string, string>) {
    const script = join(import.meta.dirname, '../../dist/demo-server/serve.js');
    return spawn(process.execPath, [script], {
      env: { ...process.env, PORT: '', CASE_DESK_DATA: demo.data, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
});
