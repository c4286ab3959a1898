import assert from 'node:assert/strict';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { DemoServer } from '../support/demo-server.js';
import { launchChromium } from '../support/launch-chromium.js';
import { axeViolations, watch } from '../support/violations.js';

const desk = new DemoServer();
const picture = join(import.meta.dirname, '../../docs/images/support-light.png');
let browser: Browser;

before(async () => {
  [browser] = await Promise.all([launchChromium(), desk.start()]);
});
after(async () => {
  await browser.close();
  await desk.close();
});

/** What a page has sent: pictures leave it as the bodies of requests. */
type Sending = typeof globalThis & { sent: Blob[] };

/**
 * Runs before the page’s own scripts; as text, since what tsx makes of a function needs more than itself: it
 * names the functions within.
 */
const NOTES = `
  globalThis.__name = (named) => named;
  globalThis.sent = [];
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) {
    if (body instanceof Blob) sent.push(body);
    send.call(this, body);
  };
`;

/** A defect: what is blacked out is so on the canvas that is seen, and nowhere else. */
const ONLY_A_LAYER = `
  const { fillRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillRect = function (...part) {
    if (this.canvas.isConnected) fillRect.apply(this, part);
  };
`;

async function open(options: BrowserContextOptions = {}, script = NOTES, path = '/') {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 1000 },
    ...options,
  });
  const page = await context.newPage();
  const seen = await watch(page);
  await page.addInitScript({ content: script });
  await page.goto(new URL(path, desk.url).href);
  await page.getByRole('textbox').first().waitFor();
  return { context, page, seen };
}

const input = (page: Page) => page.locator('case-form case-upload input[type=file]');
const uploaded = (page: Page) => page.locator('case-form case-upload [part~=uploaded]');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Edit the picture' });
const canvas = (page: Page) => page.getByRole('application', { name: 'Picture' });

async function edit(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Edit support-light/ })
    .first()
    .click();
  await dialog(page).waitFor();
}

/** A form with a picture that has been sent as it is. */
async function withPicture(script = NOTES) {
  const opened = await open({}, script);
  await input(opened.page).setInputFiles(picture);
  await uploaded(opened.page).waitFor();
  return opened;
}

/** Closes the editor with what was done, and waits until the new picture has been sent. */
async function attach(page: Page, how: (button: Locator) => Promise<void>): Promise<void> {
  const before = await sentBy(page);
  await how(page.getByRole('button', { name: 'Attach', exact: true }));
  await dialog(page).waitFor({ state: 'hidden' });
  while ((await sentBy(page)) === before) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  // The picture before it gives way to it.
  await uploaded(page).nth(1).waitFor({ state: 'detached' });
  await uploaded(page).waitFor();
}

const sentBy = (page: Page) => page.evaluate(() => (globalThis as Sending).sent.length);

interface Sent {
  readonly width: number;
  readonly height: number;
  /** Whether all of the part is black. */
  readonly isBlack: boolean;
  /** How many pixels of the part are of the ink of arrows and boxes. */
  readonly inked: number;
}

/** The last picture that has left the page, decoded, and what is in a part of it. */
function lastSent(page: Page, part = [0, 0, 1, 1]): Promise<Sent> {
  return page.evaluate(
    async ([x = 0, y = 0, width = 1, height = 1]) => {
      const bitmap = await createImageBitmap((globalThis as Sending).sent.at(-1) ?? new Blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const { data = [] } = context?.getImageData(x, y, width, height) ?? {};
      const isInk = (at: number) =>
        data[at] === 0xd0 && data[at + 1] === 0 && data[at + 2] === 0x26;
      const pixels = Array.from({ length: data.length / 4 }, (_, at) => at * 4);
      return {
        width: bitmap.width,
        height: bitmap.height,
        isBlack: [...data].every((value, at) => value === (at % 4 === 3 ? 255 : 0)),
        inked: pixels.filter(isInk).length,
      };
    },
    [...part],
  );
}

/** Drags over a part of the picture, given in its own pixels. */
async function drag(page: Page, [x = 0, y = 0, width = 0, height = 0]: number[]): Promise<void> {
  const box = await canvas(page).boundingBox();
  const whole = await canvas(page).evaluate((element) => (element as HTMLCanvasElement).width);
  assert.ok(box);
  const scale = box.width / whole;
  await page.mouse.move(box.x + x * scale, box.y + y * scale);
  await page.mouse.down();
  await page.mouse.move(box.x + (x + width) * scale, box.y + (y + height) * scale, { steps: 3 });
  await page.mouse.up();
}

const SECRET = [100, 100, 300, 160];
/** Well within what was dragged over. */
const inSecret = [120, 120, 200, 100];

test('a picture is blacked out, marked and cropped with the mouse, before it leaves the page', async () => {
  const { context, page, seen } = await withPicture();
  assert.equal((await lastSent(page, inSecret)).isBlack, false, 'it was there');
  const { width, height } = await lastSent(page);

  await edit(page);
  assert.deepEqual(await axeViolations(page), []);
  await drag(page, SECRET);
  await page.getByRole('textbox', { name: 'Description' }).last().fill('The support page');
  await attach(page, (button) => button.click());
  const redacted = await lastSent(page, inSecret);
  assert.deepEqual([redacted.isBlack, redacted.width, redacted.height], [true, width, height]);
  assert.equal((await lastSent(page, [500, 120, 200, 100])).isBlack, false, 'nothing else is');

  await edit(page);
  const alt = page.getByRole('textbox', { name: 'Description' }).last();
  assert.equal(await alt.inputValue(), 'The support page');
  await page.getByLabel('Box').check();
  await drag(page, [500, 100, 200, 120]);
  await page.getByLabel('Arrow').check();
  await drag(page, [500, 400, 200, 120]);
  await page.getByLabel('Crop').check();
  await drag(page, [60, 60, 800, 600]);
  await attach(page, (button) => button.click());
  const marked = await lastSent(page, [400, 0, 300, 200]);
  assert.ok(marked.inked > 500, 'a box');
  assert.ok((await lastSent(page, [400, 300, 300, 200])).inked > 200, 'an arrow');
  assert.ok(Math.abs(marked.width - 800) < 8 && Math.abs(marked.height - 600) < 8, 'it is cropped');
  assert.equal((await lastSent(page, [80, 80, 150, 80])).isBlack, true, 'and still blacked out');

  const sent = await sentBy(page);
  await edit(page);
  await drag(page, [10, 10, 100, 100]);
  await page.getByRole('button', { name: 'Cancel', exact: true }).last().click();
  await dialog(page).waitFor({ state: 'hidden' });
  assert.equal(await sentBy(page), sent, 'whoever leaves has the picture as it was');
  assert.equal(await uploaded(page).count(), 1, 'and what was replaced is gone');
  assert.deepEqual(seen, []);
  await context.close();
});

test('a picture is blacked out by the keyboard alone, and told of', async () => {
  const { context, page, seen } = await withPicture();
  const { width, height } = await lastSent(page);
  const button = page.getByRole('button', { name: 'Edit support-light.png' });
  await button.focus();
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  await canvas(page).focus();
  const said = dialog(page).getByRole('status');
  await page.keyboard.press('Enter');
  assert.match((await said.textContent()) ?? '', /Black out: \d+ from the left/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await said.textContent(), 'Black out set');
  await attach(page, async (done) => {
    await done.focus();
    await page.keyboard.press('Enter');
  });
  const middle = [width / 2 - 20, height / 2 - 20, 40, 40].map(Math.round);
  assert.equal((await lastSent(page, middle)).isBlack, true);
  assert.equal((await lastSent(page, [0, 0, 40, 40])).isBlack, false);
  assert.deepEqual(seen, []);
  await context.close();
});

test('what is only drawn on the canvas that is seen is found out', async () => {
  const { context, page } = await withPicture(NOTES + ONLY_A_LAYER);
  await edit(page);
  await drag(page, SECRET);
  await attach(page, (button) => button.click());
  assert.equal((await lastSent(page, inSecret)).isBlack, false);
  await context.close();
});

test('a picture is taken of the screen where that can be, else with the camera, else pasted', async () => {
  const noScreen = `delete MediaDevices.prototype.getDisplayMedia;`;
  const desktop = await open();
  assert.equal(await desktop.page.getByRole('button', { name: 'Take a screenshot' }).count(), 1);
  await desktop.context.close();

  const old = await open({}, noScreen);
  assert.equal(await old.page.getByRole('button', { name: /^Take a/ }).count(), 0);
  await old.page.locator('case-upload').evaluate((area) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['pasted'], 'note.txt', { type: 'text/plain' }));
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await old.page.locator('case-upload').getByText('note.txt').waitFor();
  await old.context.close();

  const phone = await open({ hasTouch: true, isMobile: true }, noScreen);
  const choosing = phone.page.waitForEvent('filechooser');
  await phone.page.getByRole('button', { name: 'Take a photo' }).click();
  const chooser = await choosing;
  assert.equal(await chooser.element().getAttribute('capture'), 'environment');
  await phone.context.close();
});

test('files are told of, and can be taken off, where what draws their list cannot be loaded', async () => {
  const { context, page } = await open();
  await page.route(/file-list/, (route) => route.abort());
  await input(page).setInputFiles([picture]);
  const row = page.locator('case-upload [part=file]');
  await row.waitFor();
  assert.match((await row.textContent()) ?? '', /support-light\.png\s+Not uploaded/);
  await page.getByRole('button', { name: 'Remove support-light.png' }).click();
  await row.waitFor({ state: 'detached' });
  await page.unroute(/file-list/);
  await context.close();
});

test('files are told of while what draws their list is on its way, and have failed when it is not coming', async () => {
  const { context, page } = await open();
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/file-list/, (route) => arrived.then(() => route.continue()));
  await page.clock.install();
  await input(page).setInputFiles([picture]);
  const row = page.locator('case-upload [part~=file]');
  await page.clock.runFor(1000);
  await row.getByText('Waiting').waitFor();
  await page.clock.runFor(29_000);
  await row.getByText('Not uploaded').waitFor();
  // It comes after all.
  arrive();
  await page.getByRole('button', { name: 'Try support-light.png again' }).click();
  await row.getByText('Uploaded').waitFor();
  await context.close();
});

for (const [name, look] of [
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const) {
  test(`the list and the draft read from right to left, in ${name}`, async () => {
    const { context, page, seen } = await open(look, NOTES, '/languages/');
    await page.getByLabel('العربية').check();
    await page.route(/\/files/, () => new Promise(() => undefined));
    await input(page).setInputFiles([
      { name: 'تقرير (2).txt', mimeType: 'text/plain', buffer: Buffer.from('one') },
      { name: 'page.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('') },
    ]);
    await page.getByRole('textbox').first().fill('نص');
    const draft = page.locator('case-form [part=draft]').first();
    await draft.waitFor();
    await page.locator('case-form case-upload [part~=file]').first().waitFor();
    assert.equal(await draft.getAttribute('dir'), 'rtl');
    const edges = await page.evaluate(() => {
      const root = document.querySelector('case-form case-upload')?.shadowRoot;
      const edge = (part: string) =>
        root?.querySelector(`[part~=${part}]`)?.getBoundingClientRect();
      return { name: edge('name')?.right ?? 0, remove: edge('remove')?.right ?? 0 };
    });
    assert.ok(edges.name > edges.remove, 'names stand at the right');
    assert.deepEqual(await axeViolations(page), []);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    assert.deepEqual(
      seen.filter((text) => !/ERR_FAILED|status of/.test(text)),
      [],
    );
    await context.close();
  });
}

interface Timed {
  readonly order: string[];
  readonly began: number;
  /** Milliseconds from being online to the receipt. */
  readonly took: number;
}

test('a request that waits for a connection goes as soon as there is one', async () => {
  const { context, page } = await open();
  await page.getByLabel('Who is having the issue?').fill('Maria');
  await page.getByLabel('Email address').fill('maria@example.com');
  await page.getByLabel('What are you working with today?').selectOption({ index: 1 });
  await page.getByLabel('Subject').fill('Access');
  await page.getByLabel('Description').fill('I cannot sign in any more.');
  // No wait ends by itself: what goes out goes because of the connection.
  await page.evaluate(() => {
    const { setTimeout } = globalThis;
    const held = (run: () => void, ms = 0) => (ms < 100 ? setTimeout(run, ms) : 0);
    const order: string[] = [];
    Object.assign(globalThis, { setTimeout: held, order, began: 0, took: 0 });
    addEventListener('online', () => {
      order.push('online');
      Object.assign(globalThis, { began: performance.now() });
    });
    document.addEventListener('case-submit', () => order.push('sent'));
    document.addEventListener('case-submitted', () => {
      const { began } = globalThis as unknown as Timed;
      order.push('there');
      Object.assign(globalThis, { took: performance.now() - began });
    });
  });
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Submit' }).click();
  await page
    .locator('case-form [part~=draft-note]')
    .getByText(/You are offline/)
    .waitFor();
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Open the case' }).waitFor();
  const { order, took } = await page.evaluate(() => {
    const { order: events, took: ms } = globalThis as unknown as Timed;
    return { order: events, took: ms };
  });
  assert.deepEqual(order.slice(order.indexOf('online')), ['online', 'sent', 'there']);
  process.stdout.write(`# online to receipt: ${took.toFixed(0)} ms\n`);
  await context.close();
});
