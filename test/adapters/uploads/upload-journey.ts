import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { launchChromium } from '../../support/launch-chromium.js';
import type { FaultyFront } from './faulty-front.js';
import type { Actions, State, Upload, UploaderChoice } from './upload-page.js';

/** Puts the page of the uploads on a server. */
export async function servePage(front: FaultyFront): Promise<void> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(import.meta.dirname, 'upload-page.ts') },
    },
  })) as Rolldown.RolldownOutput;
  for (const output of built.output) {
    if (output.type !== 'chunk') continue;
    front.pages.set(`/${output.fileName}`, { type: 'text/javascript', body: output.code });
    if (!output.isEntry) continue;
    const script = `<script type="module" src="/${output.fileName}"></script>`;
    front.pages.set('/', { type: 'text/html', body: `<!doctype html><title>.</title>${script}` });
  }
}

const until = async <Value>(ask: () => Promise<Value | undefined | false>): Promise<Value> => {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not come to that.');
};

/** One person with a browser at the page. */
export class UploadJourney {
  static async begin(front: FaultyFront): Promise<UploadJourney> {
    const browser = await launchChromium();
    const context = await browser.newContext();
    const journey = new UploadJourney(front, { browser, context });
    await journey.open();
    return journey;
  }

  page!: Page;
  readonly violations: string[] = [];
  readonly context: BrowserContext;
  readonly #front: FaultyFront;
  readonly #browser: Browser;

  constructor(
    front: FaultyFront,
    { browser, context }: { browser: Browser; context: BrowserContext },
  ) {
    this.#front = front;
    this.#browser = browser;
    this.context = context;
  }

  async open(): Promise<void> {
    this.page = await this.context.newPage();
    this.page.on('console', (message) => {
      if (/Content Security Policy|Trusted/.test(message.text()))
        this.violations.push(message.text());
    });
    await this.load();
  }

  /** Loads the page, or loads it anew. */
  async load(): Promise<void> {
    await this.page.goto(this.#front.url);
    await until(() => this.page.evaluate(() => 'uploads' in globalThis));
  }

  begin(upload: Upload, choice: UploaderChoice): Promise<string> {
    return this.page.evaluate(
      ([one, how]) => (globalThis as unknown as { uploads: Actions }).uploads.begin(one, how),
      [upload, choice] as const,
    );
  }

  state(id: string): Promise<State | undefined> {
    return this.page.evaluate(
      (one) => (globalThis as unknown as { uploads: Actions }).uploads.state(one),
      id,
    );
  }

  /** Waits for an upload to come so far. */
  when(id: string, test: (state: State) => boolean): Promise<State> {
    return until(async () => {
      const state = await this.state(id);
      return state && test(state) ? state : undefined;
    });
  }

  ended(id: string): Promise<State> {
    return this.when(id, ({ status }) => status !== 'running');
  }

  remove(id: string, key: string, choice: UploaderChoice): Promise<void> {
    return this.page.evaluate(
      ([one, of, how]) =>
        (globalThis as unknown as { uploads: Actions }).uploads.remove(one, of, how),
      [id, key, choice] as const,
    );
  }

  async forgetPlaces(): Promise<void> {
    await this.page.evaluate(() =>
      (globalThis as unknown as { uploads: Actions }).uploads.forgetPlaces(),
    );
  }

  end(): Promise<void> {
    return this.#browser.close();
  }
}

export { until };

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
