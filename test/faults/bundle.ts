import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** The modules of the page, by address. */
export type Bundle = ReadonlyMap<string, string>;

/** Builds the page from the sources, once for a run: the elements as anybody would bundle them. */
export async function bundlePage(): Promise<Bundle> {
  const result = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(import.meta.dirname, 'page/page.ts'),
        // The sources define nothing when they are only imported, as package.json says; this page does.
        treeshake: false,
        output: { entryFileNames: 'page.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(
    result.output.flatMap((file) =>
      file.type === 'chunk' ? [[`/${file.fileName}`, file.code] as const] : [],
    ),
  );
}
