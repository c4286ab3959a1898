import { pathToFileURL } from 'node:url';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Rolldown, build } from 'vite';
import { builtModules, entries, readText, root } from './package-files.js';

/**
 * What a page may load for an entry, in bytes after gzip, Lit and zod included: what it weighs today,
 * and about a fiftieth more, so that nothing grows unnoticed; the form alone and the single file may
 * weigh 20 and 26 kB. It only ever goes down.
 */
export const budgets: Readonly<Record<string, number>> = {
  'case-elements': 50_600,
  'case-elements/define': 46_600,
  'case-elements/cdn': 26_000,
  'case-elements/schema': 6_020,
  'case-elements/core': 13_050,
  'case-elements/case-form': 20_000,
  'case-elements/case-launcher': 7_630,
  'case-elements/case-helpful': 8_812,
  'case-elements/case-incidents': 8_200,
  'case-elements/case-existing': 8_100,
  'case-elements/case-diagnostics': 8_500,
  'case-elements/case-diagnostics/field': 8_500,
  'case-elements/case-solutions': 9_300,
  'case-elements/case-upload': 13_300,
  'case-elements/backends/json': 4_720,
  'case-elements/backends/multipart': 3_410,
  'case-elements/case-desk': 9_400,
  'case-elements/case-list': 15_780,
  'case-elements/case-view': 17_600,
  'case-elements/uploads/http': 3_600,
  'case-elements/uploads/tus': 6_520,
  'case-elements/uploads/s3': 7_300,
  'case-elements/uploads/form-data': 5_090,
  'case-elements/uploads/with-case': 2_830,
  'case-elements/incidents/json': 3_150,
  'case-elements/incidents/statuspage': 3_320,
  'case-elements/incidents/instatus': 3_260,
  'case-elements/solutions/endpoint': 3_400,
  'case-elements/solutions/local': 200,
  'case-elements/solutions/several': 3_720,
  'case-elements/solutions/algolia': 10_600,
  'case-elements/solutions/typesense': 10_660,
  'case-elements/solutions/meilisearch': 10_660,
  'case-elements/solutions/elasticsearch': 10_660,
  'case-elements/solutions/read-the-docs': 9_960,
  'case-elements/solutions/zendesk': 9_870,
  'case-elements/solutions/json-index': 5_290,
  'case-elements/solutions/pagefind': 9_990,
  'case-elements/solutions/sphinx': 4_230,
  'case-elements/solutions/vitepress': 4_170,
  'case-elements/search': 15_700,
  'case-elements/search/languages/ar': 1_690,
  'case-elements/search/languages/da': 2_760,
  'case-elements/search/languages/de': 3_130,
  'case-elements/search/languages/en': 2_500,
  'case-elements/search/languages/es': 3_800,
  'case-elements/search/languages/fi': 3_700,
  'case-elements/search/languages/fr': 4_050,
  'case-elements/search/languages/it': 3_890,
  'case-elements/search/languages/ja': 1_360,
  'case-elements/search/languages/ko': 1_310,
  'case-elements/search/languages/nl': 3_140,
  'case-elements/search/languages/no': 2_660,
  'case-elements/search/languages/pt': 3_670,
  'case-elements/search/languages/ru': 4_000,
  'case-elements/search/languages/sv': 2_760,
  'case-elements/search/languages/th': 1_260,
  'case-elements/search/languages/zh': 1_290,
  'case-elements/locales/en': 2_300,
  'case-elements/locales/de': 6_720,
  'case-elements/locales/ar': 7_870,
};

export interface Size {
  readonly specifier: string;
  /** What is loaded at once, minified. */
  readonly minified: number;
  /** The same, as a server sends it. */
  readonly gzip: number;
  /** What is loaded later, when it is needed, as a server sends it. */
  readonly later: number;
}

/** The weight of every entry that a page may load. */
export async function measureEntries(): Promise<Size[]> {
  const sizes: Size[] = [];
  for (const { specifier, module } of entries()) {
    if (['case-elements/server', 'case-elements/vite'].includes(specifier)) continue;
    sizes.push({ specifier, ...(await measure(module)) });
  }
  return sizes;
}

/** What a module weighs in a page, with everything that it imports. */
export async function measure(module: string): Promise<Omit<Size, 'specifier'>> {
  if (module === 'dist/cdn.js') {
    const later = builtModules().filter((file) => file.startsWith('dist/cdn/'));
    return weigh([readText(module)], later.map(readText));
  }
  const chunks = await bundle(module);
  const initial = reachedAtOnce(chunks);
  const later = chunks.filter((chunk) => !initial.includes(chunk));
  const code = (chunk: Rolldown.OutputChunk) => chunk.code;
  return weigh(initial.map(code), later.map(code));
}

/** What a module of this text weighs in a page. */
export async function measureText(text: string): Promise<Omit<Size, 'specifier'>> {
  const folder = mkdtempSync(join(root, 'dist/measured-'));
  writeFileSync(join(folder, 'module.js'), text);
  try {
    return await measure(relative(root, join(folder, 'module.js')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function bundle(module: string): Promise<Rolldown.OutputChunk[]> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'es2022',
      write: false,
      // As a library: what an application's build adds to load its chunks is not ours.
      lib: { entry: join(root, module), formats: ['es'] },
      rolldownOptions: { preserveEntrySignatures: 'allow-extension', output: { minify: true } },
    },
  });
  const [built] = Array.isArray(result) ? result : [];
  if (!built) throw new Error(`${module} was not built once, but otherwise.`);
  return built.output.filter((output) => output.type === 'chunk');
}

function reachedAtOnce(chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const names = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
  const reached = new Set(names);
  for (const name of reached) {
    // A set that grows while it is walked is walked to its end.
    const chunk = chunks.find(({ fileName }) => fileName === name);
    chunk?.imports.forEach((imported) => reached.add(imported));
  }
  return chunks.filter(({ fileName }) => reached.has(fileName));
}

function weigh(initial: readonly string[], later: readonly string[]): Omit<Size, 'specifier'> {
  const sum = (texts: readonly string[], size: (text: string) => number) =>
    texts.reduce((total, text) => total + size(text), 0);
  const gzip = (text: string) => gzipSync(text, { level: 9 }).length;
  const minified = sum(initial, (text) => Buffer.byteLength(text));
  return { minified, gzip: sum(initial, gzip), later: sum(later, gzip) };
}

/** The sizes that are over their budget, or that have none. */
export function overBudget(
  sizes: readonly Size[],
  allowed: Readonly<Record<string, number>> = budgets,
): string[] {
  return sizes.flatMap(({ specifier, gzip }) => {
    const budget = allowed[specifier];
    if (budget === undefined) return [`${specifier} has no budget (it weighs ${gzip} bytes)`];
    return gzip > budget ? [`${specifier} weighs ${gzip} bytes, its budget is ${budget}`] : [];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const sizes = await measureEntries();
  console.table(
    Object.fromEntries(
      sizes.map(({ specifier, ...size }) => [specifier, { ...size, budget: budgets[specifier] }]),
    ),
  );
  const over = overBudget(sizes);
  over.forEach((line) => console.error(line));
  process.exitCode = over.length > 0 ? 1 : 0;
}
