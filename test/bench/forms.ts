/**
 * How soon a form can be used, and what a key costs, beside what others make of the same questions.
 *
 * `npm run bench [rounds]`. Chromium with a processor that is slowed down four times; each round
 * measures every form once, so that all of them meet the same moods of the machine.
 */
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { launchChromium } from '../support/launch-chromium.js';
import { markup } from './forms/html-markup.js';

const forms = ['html', 'lit', 'case-elements', 'surveyjs', 'rjsf', 'formkit'] as const;
type Form = (typeof forms)[number];

const rounds = Number(process.argv[2] ?? 7);
const keys = 120;
const slowdown = 4;

interface Page {
  readonly html: string;
  readonly gzip: number;
}

/** A form's page with script and style in it: no network is measured. */
async function pageOf(form: Form): Promise<Page> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(import.meta.dirname, `forms/${form}.ts`),
        output: { codeSplitting: false },
        treeshake: { moduleSideEffects: true },
      },
    },
  })) as Rolldown.RolldownOutput;
  const text = (ending: string) =>
    built.output
      .filter(({ fileName }) => fileName.endsWith(ending))
      .map((file) => ('code' in file ? file.code : String(file.source)))
      .join('\n');
  const script = text('.js').replaceAll('</script', '<\\/script');
  const body = form === 'html' ? markup : '';
  return {
    gzip: gzipSync(text('.js'), { level: 9 }).length,
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${form}</title>
<style>${text('.css')}</style><body><script>performance.mark('start')</script>
<div id="place">${body}</div><script type="module">${script}</script>`,
  };
}

/** Milliseconds until the form is usable, and of the main thread for one key. */
async function measure(browser: Browser, { html }: Page): Promise<{ usable: number; key: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto('http://bench.invalid/');
  const description = page.locator('textarea').first();
  await description.waitFor();
  const usable = await page.evaluate(() => performance.measure('', 'start', 'usable').duration);
  await description.focus();
  await page.keyboard.type('Warm up. ');
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  const before = await busy();
  for (let index = 0; index < keys; index++)
    await page.keyboard.press('abcdefgh '.charAt(index % 9));
  const key = (((await busy()) - before) * 1000) / keys;
  await context.close();
  return { usable, key };
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

const pages = new Map<Form, Page>();
for (const form of forms) pages.set(form, await pageOf(form));
const browser = await launchChromium();
const results = new Map(
  forms.map((form) => [form, { usable: [] as number[], key: [] as number[] }]),
);
for (let round = 0; round < rounds; round++) {
  for (const [form, page] of pages) {
    const { usable, key } = await measure(browser, page);
    results.get(form)?.usable.push(usable);
    results.get(form)?.key.push(key);
  }
  process.stderr.write(`round ${round + 1} of ${rounds}\n`);
}
await browser.close();

const row = (cells: readonly string[]) =>
  console.log(cells.map((cell, index) => (index ? cell.padStart(14) : cell.padEnd(16))).join(''));
row(['form', 'script, gzip', 'usable, ms', 'ratio', 'key, ms', 'ratio']);
/** Rounds are compared with themselves: what slows one form down slows down its neighbours too. */
const ratio = (form: Form, what: 'usable' | 'key') =>
  median(
    (results.get(form)?.[what] ?? []).map(
      (ms, round) => ms / (results.get('html')?.[what][round] ?? NaN),
    ),
  );
for (const form of forms) {
  const { usable, key } = results.get(form) ?? { usable: [], key: [] };
  row([
    form,
    `${((pages.get(form)?.gzip ?? 0) / 1000).toFixed(1)} kB`,
    median(usable).toFixed(1),
    ratio(form, 'usable').toFixed(2),
    median(key).toFixed(2),
    ratio(form, 'key').toFixed(2),
  ]);
}
console.log(
  `medians of ${rounds} rounds, processor slowed ${slowdown} times, ${keys} keys; ratios to html`,
);
