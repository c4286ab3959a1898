import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../support/find-chromium.js';
import type { Ending } from './grid.js';

/** Where a person sits: a browser whose page can end in every way that pages end. */
export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  open(url: string): Promise<void>;
  /** Ends the page; `open` it again. */
  end(ending: Ending): Promise<void>;
  /** Nothing is left of the run before. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** A seat at a browser that several share: everything but a kill. */
export async function seatIn(browser: Browser): Promise<Seat> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  return pageSeat(context, () => Promise.reject(new Error('This browser belongs to others, too.')));
}

/** A seat at a browser of its own, which can be killed. */
export async function killableSeat(): Promise<Seat> {
  const profile = mkdtempSync(join(tmpdir(), 'case-faults-'));
  let own = await launch(profile);
  const seat = await pageSeat(own.context, async () => {
    await kill(own.child);
    own = await launch(profile);
    return own.context;
  });
  const close = async () => {
    await kill(own.child);
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  return Object.assign(seat, { close });
}

interface OwnBrowser {
  readonly child: ChildProcess;
  readonly context: BrowserContext;
}

async function launch(profile: string): Promise<OwnBrowser> {
  const { path, args, env } = await findChromium();
  const child = spawn(
    path,
    [
      ...args,
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  for await (const line of createInterface(child.stderr)) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (!address) continue;
    child.stderr.resume();
    const browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    if (context) return { child, context };
  }
  throw new Error('The browser did not start.');
}

/** Ends a browser with all of its processes, without a word. */
async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  // It leads a group of its own.
  if (child.pid) process.kill(-child.pid, 'SIGKILL');
  await ended;
}

async function pageSeat(
  first: BrowserContext,
  afterKill: () => Promise<BrowserContext>,
): Promise<Seat> {
  let context = first;
  let page = await context.newPage();
  const renew = async () => {
    await page.close();
    page = await context.newPage();
  };
  const ends: Readonly<Record<Ending, () => Promise<unknown>>> = {
    reload: async () => undefined,
    navigate: () => page.goto(new URL('/elsewhere', page.url()).href),
    close: renew,
    crash: async () => {
      const crashed = page.waitForEvent('crash');
      const session = await context.newCDPSession(page);
      // It has nobody left to answer.
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      await renew();
    },
    kill: async () => {
      context = await afterKill();
      page = await context.newPage();
    },
  };
  return {
    get page() {
      return page;
    },
    get context() {
      return context;
    },
    async open(url) {
      page.setDefaultTimeout(15_000);
      await page.goto(url);
      await page.getByRole('button').first().waitFor();
    },
    end: async (ending) => {
      await ends[ending]();
    },
    async reset() {
      await context.setOffline(false);
      // The one that stays goes to another address with the next run, and keeps its process.
      const others = context.pages().filter((one) => one !== page);
      await Promise.all(others.map((one) => one.close()));
    },
    close: () => context.close(),
  };
}
