import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';
import { defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';

const root = import.meta.dirname;
const demo = join(root, 'demo');

/**
 * One ESM file for each source module; whoever installs the package brings Lit and zod once. A stemmer
 * lies beside the languages, as nothing else needs it.
 */
function library(): UserConfig {
  return {
    plugins: [shortTemplates(), workerAt('../../search/search-worker.js')],
    build: {
      target: 'es2022',
      sourcemap: true,
      minify: false,
      lib: { entry: publicModules(), formats: ['es'] },
      license: { fileName: 'core/languages/stemmers/licenses.md' },
      rolldownOptions: {
        external: [
          /^lit(\/|$)/,
          /^@lit\//,
          /^zod(\/|$)/,
          /^libsql(\/|$)/,
          /^tus-js-client$/,
          /^node:/,
        ],
        output: {
          preserveModules: true,
          preserveModulesRoot: 'src',
          // The compiler's one helper would otherwise carry the compiler's version in its path.
          entryFileNames: ({ name }) =>
            `${stemmerFile(name) ?? name.replace(/^.*oxc-project.*\//, 'runtime/')}.js`,
        },
      },
    },
  };
}

/**
 * Everything that every page needs in one file, for a page with a single script tag; what only some
 * need lies beside it in `cdn/`.
 */
function cdn(): UserConfig {
  return {
    plugins: [ownTrustedTypesPolicy(), adoptedStyleSheets(), shortTemplates(), secondLook()],
    build: {
      target: 'es2022',
      sourcemap: true,
      emptyOutDir: false,
      // As a library: an application's chunks are loaded with help that weighs more than they need.
      lib: { entry: join(root, 'src/cdn.ts'), formats: ['es'], fileName: 'cdn' },
      rolldownOptions: {
        // What is beside it uses the zod that is in it.
        preserveEntrySignatures: 'allow-extension',
        output: {
          chunkFileNames: 'cdn/[name].js',
          codeSplitting: { groups: [{ name: inTheFile }] },
        },
        checks: { bundlerTimings: false },
      },
    },
  };
}

/** What the entry needs at once, be it needed later too: the bundler alone would cut some of it out again. */
function inTheFile(id: string, modules: Rolldown.ChunkingContext): string | null {
  const reached = new Set([join(root, 'src/cdn.ts')]);
  // A set that grows while it is walked is walked to its end.
  for (const one of reached) {
    modules.getModuleInfo(one)?.importedIds.forEach((imported) => reached.add(imported));
  }
  return reached.has(id) ? 'cdn' : null;
}

/**
 * What searches an index on the page's side: the worker, what asks it, and `local` for a
 * page without a build. Neither an import map nor a page's bundler reaches into a worker, so it needs nothing else.
 */
function search(): UserConfig {
  const folder = join(root, 'src/adapters/local-search');
  return {
    plugins: [workerAt('./search-worker.js')],
    build: {
      target: 'es2022',
      sourcemap: true,
      // Neither a page nor a server: what is built imports its parts as they are.
      ssr: true,
      minify: true,
      outDir: join(root, 'dist/search'),
      license: { fileName: 'licenses.md' },
      rolldownOptions: {
        input: [
          join(folder, 'search-worker.ts'),
          join(folder, 'indexes.ts'),
          join(root, 'src/adapters/solutions/local.ts'),
        ],
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true, target: 'webworker' },
  };
}

/**
 * The command line tool and the plugin for Vite, with the packages that only they need, and with the
 * words that the licences of these ask to go along.
 */
function tools(): UserConfig {
  return {
    build: {
      target: 'node20',
      ssr: true,
      outDir: join(root, 'dist/cli'),
      license: { fileName: 'licenses.md' },
      rolldownOptions: {
        input: {
          'case-elements': join(root, 'src/cli/case-elements.ts'),
          vite: join(root, 'src/vite/index.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true },
  };
}

/** The demo's pages, as any page would use the package, under a strict content security policy. */
async function pages(): Promise<UserConfig> {
  const input = files(demo).filter((path) => path.endsWith('.html'));
  if (input.length === 0) leave('demo/ has no page yet: there is nothing to build.');
  const { demoPlugins } = await import('./demo/build/plugins.js');
  return {
    root: demo,
    plugins: demoPlugins(demo),
    build: {
      target: 'es2022',
      outDir: join(root, 'dist/demo'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input },
    },
  };
}

/** The server of the demo, for Node; packages stay outside. */
function server(): UserConfig {
  if (!existsSync(join(demo, 'serve.ts')))
    leave('demo/ has no server yet: there is nothing to build.');
  return {
    build: {
      target: 'node20',
      ssr: join(demo, 'serve.ts'),
      sourcemap: true,
      outDir: join(root, 'dist/demo-server'),
      emptyOutDir: true,
      rolldownOptions: {
        output: { entryFileNames: 'serve.js' },
      },
    },
  };
}

const modes: Record<string, () => UserConfig | Promise<UserConfig>> = {
  production: library,
  cdn,
  search,
  tools,
  demo: pages,
  'demo-server': server,
};

export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  const config = modes[mode];
  if (!config) throw new Error(`No build is called "${mode}": ${Object.keys(modes).join(', ')}.`);
  const { plugins = [], ...rest } = await config();
  const publicDir = mode === 'demo' ? 'public' : false;
  return { publicDir, ...rest, plugins: [effects(), ...plugins] };
});

/** The source of every module that package.json makes public, by the name of what is built of it. */
function publicModules(): Record<string, string> {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { default: string }>;
  };
  const built = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : entry.default.replace(/^\.\/dist\/(.+)\.js$/, '$1'),
  );
  const names = built.filter((name) => name !== 'cdn' && !name.startsWith('cli/'));
  return Object.fromEntries(names.map((name) => [name, resolve(root, 'src', `${name}.ts`)]));
}

/** Where the module of a stemmer goes, by the code of its language; nothing for other modules. */
function stemmerFile(name: string): string | undefined {
  const found = /node_modules\/(?:@orama\/stemmers\/dist|stemmer)\/(\w+)$/.exec(name);
  if (!found) return undefined;
  const codes: Record<string, string> = { index: 'en', dk: 'da', se: 'sv' };
  const [, file = ''] = found;
  return `core/languages/stemmers/${codes[file] ?? file}`;
}

const EFFECTFUL =
  /[\\/](?:src[\\/](?:define|cdn|cli[\\/]case-elements|.+[\\/]search-worker)|demo[\\/].+)\.ts$/;

/**
 * Keeps what a module does when it is only imported. package.json calls the built define, cdn and
 * worker modules alone effectful, which is right for whoever installs the package; here the same file governs
 * the sources these builds start from, and an option (`treeshake.moduleSideEffects`) is not heard.
 */
function effects(): Plugin {
  return {
    name: 'effects',
    transform: {
      filter: { id: EFFECTFUL },
      handler: (code) => ({ code, map: null, moduleSideEffects: true }),
    },
  };
}

/**
 * Gives the single file's copy of Lit a Trusted Types policy of its own: a page that brings Lit
 * itself would otherwise find the name taken, and whichever copy came second would not start.
 */
function ownTrustedTypesPolicy(): Plugin {
  const theirs = /createPolicy\((['"])lit-html\1/;
  return {
    name: 'own-trusted-types-policy',
    transform: {
      filter: { id: /[\\/]lit-html[\\/](?:\w+[\\/])*lit-html\.js$/ },
      handler(code) {
        if (!theirs.test(code)) this.error('lit-html no longer creates its policy as expected.');
        return { code: code.replace(theirs, 'createPolicy("case-elements"'), map: null };
      },
    },
  };
}

/**
 * Leaves out how Lit does without adopted style sheets: every browser that understands what is built
 * (`target`) has them.
 */
function adoptedStyleSheets(): Plugin {
  const question = /(\w)=(\w)\.ShadowRoot&&.+?CSSStyleSheet\.prototype/;
  return {
    name: 'adopted-style-sheets',
    transform: {
      filter: { id: /[\\/]@lit[\\/]reactive-element[\\/](?:\w+[\\/])*css-tag\.js$/ },
      handler(code) {
        if (!question.test(code))
          this.error('Lit no longer asks for adopted style sheets as expected.');
        return { code: code.replace(question, '$1=true'), map: null };
      },
    },
  };
}

/**
 * Leaves it to whoever uses what is built to find the worker, as the expression says; Vite would make a
 * bundle of its own for it.
 */
function workerAt(path: string): Plugin {
  const expression = "new URL('./search-worker.js', import.meta.url)";
  const standIn = '__searchWorker';
  return {
    name: 'worker-at',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]start-worker\.ts$/ },
      handler(code) {
        if (!code.includes(expression)) this.error('The worker is not started as expected.');
        return { code: code.replaceAll(expression, standIn), map: null };
      },
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        chunk.code = chunk.code.replaceAll(standIn, expression.replace('./search-worker.js', path));
      }
    },
  };
}

/** Templates and styles without the blanks of their source, which no minifier of scripts touches. */
function shortTemplates(): Plugin {
  // A run of blanks becomes one blank, never none: between words and inline elements it shows.
  const html = {
    conservativeCollapse: true,
    decodeEntities: false,
    keepClosingSlash: true,
    minifyCSS: false,
    minifyJS: false,
    removeDefaultTypeAttributes: false,
    removeEmptyAttributes: false,
  };
  return {
    name: 'short-templates',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]src[\\/].*\.ts$/, code: /\b(?:html|svg|css)`/ },
      async handler(code, id) {
        const short = await minifyHTMLLiterals(code, { fileName: id, html });
        return short && { code: short.code, map: short.map?.toString() ?? null };
      },
    },
  };
}

/** Terser's compressor finds 0.8 kB (gzip) more in what Vite has minified. */
function secondLook(): Plugin {
  return {
    name: 'second-look',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk') await shorten(chunk, bundle[`${chunk.fileName}.map`]);
        }
      },
    },
  };
}

async function shorten(
  chunk: Rolldown.OutputChunk,
  map?: Rolldown.OutputAsset | Rolldown.OutputChunk,
) {
  if (map?.type !== 'asset') throw new Error(`${chunk.fileName} has no source map.`);
  const smaller = await minify(chunk.code, {
    module: true,
    // No arrow is called with `new`, and to read a property does nothing else.
    compress: {
      passes: 3,
      keep_fargs: false,
      pure_getters: true,
      unsafe_arrows: true,
      unsafe_methods: true,
    },
    ecma: 2020,
    sourceMap: { content: map.source.toString(), url: basename(map.fileName) },
  });
  chunk.code = smaller.code ?? chunk.code;
  map.source = smaller.map as string;
}

/** Every file below a folder, or none if there is no folder. */
function files(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function leave(why: string): never {
  console.log(why);
  process.exit(0);
}
