import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { serve } from 'srvx';
import { launchChromium } from '../support/launch-chromium.js';
import { draftWith, readCase, submit, testDesk, upload } from './test-desk.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const articles = [{ id: 'a', title: 'Reset it', text: 'One.\n\nTwo.', updated: '2030-01-02' }];

const browsers: Browser[] = [];
before(async () => browsers.push(await launchChromium()));
after(() => Promise.all(browsers.map((browser) => browser.close())));

/** A browser on a desk; `complaints` are those of its console, broken policies among them. */
async function openPage(context: TestContext) {
  const desk = testDesk(context, { articles });
  const server = serve({ fetch: desk.fetch, hostname: '127.0.0.1', port: 0, silent: true });
  await server.ready();
  const page = await browsers[0]?.newPage();
  assert.ok(page);
  context.after(async () => {
    await page.close();
    await server.close(true);
  });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  const go = (path: string) => page.goto(new URL(path, server.url).href);
  return { page, complaints, desk, go };
}

/** Whether a complaint is about more than an answer that the test has asked for. */
function isFault(complaint: string): boolean {
  return !/status of (404|422)/.test(complaint);
}

/** What axe finds, in light and in dark. */
async function barriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const ids = await page.evaluate<string[]>(
      'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
    );
    found.push(...ids.map((id) => `${colorScheme}: ${id}`));
  }
  return found;
}

test('a refused form can be mended and sent, with everything that was in it', async (context) => {
  const { page, complaints, desk, go } = await openPage(context);
  const description = '\n first line\n\n</textarea><script>alert(1)</script> „last“ ';
  await go('/desk/articles/a');
  await page.evaluate(
    ([text]) => {
      // A page of the host's own, without JavaScript.
      const form = document.createElement('form');
      Object.assign(form, {
        method: 'post',
        action: '/desk/cases',
        enctype: 'multipart/form-data',
      });
      const values = { subject: '<b>', contact: 'phone', description: text };
      for (const [name, value] of Object.entries(values)) {
        const area = Object.assign(document.createElement('textarea'), { name, value });
        form.append(area);
      }
      document.body.append(form);
      form.submit();
    },
    [description],
  );
  await page.waitForURL('**/desk/cases');
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('link', { name: 'Answer “Phone number”.' }).click();
  await page.keyboard.type('+1 555 010 0199');
  await page.getByLabel('Who is having the issue?').fill('Ada');
  await page.getByLabel('What are you working with today?').selectOption('Billing');
  await page
    .getByLabel('Add files')
    .setInputFiles({ name: 'ü.png', mimeType: 'image/png', buffer: Buffer.from('picture') });
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.waitForURL('**/desk/cases/*');
  const path = new URL(page.url()).pathname;
  const stored = await readCase(desk.fetch, { url: path });
  assert.equal(stored.description, description);
  assert.equal(stored.subject, '<b>');
  assert.equal(stored.attachments[0]?.name, 'ü.png');
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(complaints.filter(isFault), []);
  await page.evaluate('fetch("/desk/articles").catch(() => undefined)');
  assert.ok(complaints.filter(isFault).length > 0, 'A broken policy is seen.');
});

test('every page can be read by everybody and breaks no policy', async (context) => {
  const { page, complaints, desk, go } = await openPage(context);
  const draft = draftWith({ description: `${'long'.repeat(200)}\n<i>text</i>` });
  const file = await upload(desk.fetch, 'x', { key: draft.key, name: 'notes.txt' });
  const { url, number } = await submit(desk.fetch, { ...draft, attachments: [file] });
  await submit(desk.fetch, draftWith({ description: 'Newer.' }, { key: draft.key }));
  for (const [path, heading] of [
    [url, `Case ${number}`],
    ['/desk/articles/a', 'Reset it'],
    ['/desk/cases/none', 'There is no page at this address'],
  ] as const) {
    await go(path);
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), heading);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const isWide = 'document.documentElement.scrollWidth > innerWidth';
      assert.equal(await page.evaluate(isWide), false, `${path} scrolls sideways at ${width}`);
    }
    assert.deepEqual(await barriers(page), [], path);
  }
  assert.deepEqual(complaints.filter(isFault), []);
});

test('a file of a case is saved, not shown', async (context) => {
  const { page, desk, go } = await openPage(context);
  const draft = draftWith();
  const content = '<script>document.title = "taken over"</script>';
  const how = { key: draft.key, name: 'page.html', type: 'text/html' };
  const file = await upload(desk.fetch, content, how);
  await go((await submit(desk.fetch, { ...draft, attachments: [file] })).url);
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'page.html' }).click();
  const download = await waiting;
  assert.equal(download.suggestedFilename(), 'page.html');
  assert.equal(readFileSync(await download.path(), 'utf8'), content);
});
