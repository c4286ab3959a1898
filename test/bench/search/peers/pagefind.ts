import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { close, createIndex } from 'pagefind';
import { launchChromium } from '../../../support/launch-chromium.js';
import { type Article, type Engine, textOf } from '../engine.js';

interface Site {
  readonly browser: Browser;
  readonly page: Page;
  readonly folder: string;
}

/** The part of its script that the bench calls; the script itself is made at build time. */
interface PagefindScript {
  search(
    text: string,
  ): Promise<{ results: { data(): Promise<{ raw_url?: string; url: string }> }[] }>;
}

const ORIGIN = 'http://pagefind.invalid';
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const markup = ({ title, excerpt = '', text }: Article) => `<!doctype html><html lang="en">
<title>${escaped(title)}</title><body><main><h1>${escaped(title)}</h1><p>${escaped(excerpt)}</p>
${text
  .split('\n')
  .map((line) => `<p>${escaped(line)}</p>`)
  .join('\n')}</main></body></html>`;

/** Pages of a site, indexed by its tool and asked in a browser, the only place where it runs. */
export const asItComes: Engine<Site> = {
  name: 'Pagefind',
  async build(articles) {
    const folder = await mkdtemp(join(tmpdir(), 'bench-pagefind-'));
    const { index } = await createIndex({});
    if (!index) throw new Error('Pagefind made no index.');
    for (const article of articles)
      await index.addHTMLFile({
        url: `/${encodeURIComponent(article.id)}`,
        content: markup(article),
      });
    await index.writeFiles({ outputPath: folder });
    await close();
    const browser = await launchChromium();
    return { browser, folder, page: await openPage(browser, folder) };
  },
  async search({ page }, question, limit) {
    const urls = await page.evaluate(
      async ([text, most]) => {
        const { pagefind } = globalThis as unknown as { pagefind: PagefindScript };
        const { results } = await pagefind.search(text);
        const best = await Promise.all(results.slice(0, most).map((result) => result.data()));
        return best.map(({ raw_url, url }) => raw_url ?? url);
      },
      [textOf(question), limit] as const,
    );
    return urls.map((url) => decodeURIComponent(url.replace(/^\//, '').replace(/\/$/, '')));
  },
  async close({ browser, folder }) {
    await browser.close();
    await rm(folder, { recursive: true });
  },
};

async function openPage(browser: Browser, folder: string): Promise<Page> {
  const page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/')
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
    const body = await readFile(join(folder, pathname.replace('/pagefind/', '')));
    return route.fulfill({ contentType, body });
  });
  await page.goto(`${ORIGIN}/`);
  await page.addScriptTag({
    type: 'module',
    content: `const script = await import('/pagefind/pagefind.js');
      await script.init(); globalThis.pagefind = script;`,
  });
  while (!(await page.evaluate(() => 'pagefind' in globalThis)))
    await new Promise((resume) => setTimeout(resume, 50));
  return page;
}
