import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../support/launch-chromium.js';
import { favour } from './favour.js';
import type { Figures } from './measure.js';
import type { Task } from './worker.js';

/** Serves a folder to a page that is isolated: only there are clocks fine. */
export async function serve(folder: string): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1);
    const type = path.endsWith('js') ? 'text/javascript' : 'application/octet-stream';
    response.setHeader('content-type', path ? type : 'text/html');
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    if (!path)
      response.end(
        '<!doctype html><title>bench</title><script src="/page-script.mjs" type="module"></script>',
      );
    else if (existsSync(join(folder, path))) createReadStream(join(folder, path)).pipe(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

/** Runs one step in a worker of a fresh browser; stops it when it takes too long. */
export async function stepInChromium(origin: string, task: Task, most: number): Promise<Figures> {
  const browser = await launchChromium();
  const figures: Figures = {};
  try {
    const page = await browser.newPage();
    const weigh = await scales(page);
    await page.exposeFunction('hurry', () => hurry(browser));
    await page.exposeFunction('weigh', weigh);
    await page.exposeFunction('say', (part: Figures) => Object.assign(figures, part));
    await page.goto(origin);
    await withinTime(runIn(page, task), browser, most);
  } catch (error) {
    figures.stopped = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  } finally {
    await browser.close();
  }
  return figures;
}

async function withinTime(work: Promise<void>, browser: Browser, most: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`more than ${most / 1000} s`)), most);
  });
  browser.on('disconnected', () => clearTimeout(timer));
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

/** Weighs the heap and the buffers of the page's worker, after collecting what is garbage. */
async function scales(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const answers = new Map<number, (result: HeapUsage) => void>();
  const worker = new Promise<string>((resume) =>
    session.on('Target.attachedToTarget', ({ sessionId }) => resume(sessionId)),
  );
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result: HeapUsage };
    answers.get(id)?.(result);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const ask = async (method: string) => {
    const id = answers.size + 1;
    const answer = new Promise<HeapUsage>((resume) => answers.set(id, resume));
    const message = JSON.stringify({ id, method });
    await session.send('Target.sendMessageToTarget', { sessionId: await worker, message });
    return answer;
  };
  return async () => {
    await ask('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = await ask('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  };
}

/** Puts the page and its worker before what else the machine does. */
async function hurry(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  for (const { id, type } of processInfo) if (type === 'renderer') favour(id);
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** What happens in the page is a script of its own: what is sent to a page may name no helper. */
async function runIn(page: Page, task: Task): Promise<void> {
  await page.evaluate(
    (given) => (globalThis as unknown as { run(task: unknown): Promise<void> }).run(given),
    task,
  );
}
