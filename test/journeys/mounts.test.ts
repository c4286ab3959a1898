import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { DemoServer } from '../support/demo-server.js';
import { launchChromium } from '../support/launch-chromium.js';
import { watch } from '../support/violations.js';

const MOUNTS = 1000;
/**
 * Nodes, or listeners, that may be there beside those of the beginning: now and then the page holds one form,
 * of 355 nodes, after 20 mounts as after 1,000. What every mount left behind would be twice as many at least.
 */
const SLACK = 500;

const demo = new DemoServer();
let browser: Browser;

before(async () => {
  [browser] = await Promise.all([launchChromium(), demo.start()]);
});
after(async () => {
  await browser.close();
  await demo.close();
});

/** Puts an element into the page and takes it out again, so often; now and then it may load all that it needs. */
async function mount(page: Page, tag: string, times: number): Promise<void> {
  await page.evaluate(
    // Methods, since functions by name are wrapped by the compiler in what the page does not have.
    async ([name, count]) => {
      const shown = {
        number: '1',
        subject: 'Mounted',
        status: 'open',
        created: '2026-03-01T10:00:00Z',
        updated: '2026-03-01T10:00:00Z',
        description: '',
        details: [],
        attachments: [],
        comments: [],
        isFollowed: false,
        version: '1',
        can: { comment: true, attach: true, resolve: true, reopen: false, follow: true },
      };
      const backend = {
        capabilities: { list: true, get: true, comment: true, attach: true, resolve: true },
        submit() {
          return new Promise(() => undefined);
        },
        async list() {
          return { cases: [shown] };
        },
        async get() {
          return shown;
        },
      };
      const given = {
        backend,
        number: '1',
        person: '',
        query: 'password',
        source: {
          async search() {
            return [];
          },
        },
      };
      for (let mounts = 0; mounts < count; mounts += 1) {
        const element = Object.assign(document.createElement(name), given);
        document.body.append(element);
        // To see whether anybody would notice.
        if (name === 'forgets-a-listener')
          document.addEventListener('keydown', () => element.focus());
        await (element as { updateComplete?: Promise<unknown> }).updateComplete;
        if (mounts % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 50));
        element.remove();
      }
    },
    [tag, times] as const,
  );
}

interface Held {
  readonly nodes: number;
  readonly listeners: number;
}

/** What the page holds once everything that nobody needs is gone. */
async function held(session: CDPSession): Promise<Held> {
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

/** What more the page holds after so many mounts than after a few. */
async function left(tag: string): Promise<Held> {
  const page = await browser.newPage();
  const seen = await watch(page);
  await page.goto(`${demo.url}/article/`);
  // It keeps the last events, and so what they were about.
  await page.evaluate(() => document.querySelector('event-log')?.remove());
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await mount(page, tag, 20);
  const first = await held(session);
  await mount(page, tag, MOUNTS);
  let more: Held = { nodes: NaN, listeners: NaN };
  // What is under way when an element goes takes a while to end.
  for (let looks = 0; looks < 20 && !(more.nodes < SLACK && more.listeners < SLACK); looks++) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    const last = await held(session);
    more = { nodes: last.nodes - first.nodes, listeners: last.listeners - first.listeners };
  }
  assert.deepEqual(seen, [], tag);
  await page.close();
  return more;
}

const tags = [
  'case-form',
  'case-solutions',
  'case-upload',
  'case-list',
  'case-view',
  'case-desk',
  'case-helpful',
  'case-launcher',
];

for (const tag of tags) {
  test(`<${tag}> leaves nothing behind when it has been there ${MOUNTS} times`, async () => {
    const { nodes, listeners } = await left(tag);
    assert.ok(nodes < SLACK && listeners < SLACK, `${nodes} nodes, ${listeners} listeners`);
  });
}

test('an element that forgets a listener would be found out', async () => {
  const { listeners } = await left('forgets-a-listener');
  assert.ok(listeners >= MOUNTS, `${listeners} listeners`);
});
