import { join } from 'node:path';
import { build } from 'vite';
import { rows } from './line-up.js';

/**
 * Writes what the steps run into a folder: their scripts for Node, page and worker, and a module for
 * each engine, the same in all places.
 */
export async function buildSteps(folder: string): Promise<void> {
  const scripts = ['node-step', 'page-script', 'worker'];
  const modules = [...new Set(rows.map(({ module }) => `peers/${module}`))];
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(
          [...scripts, ...modules].map((name) => [name, join(import.meta.dirname, `${name}.ts`)]),
        ),
        external: [/^node:/],
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
        treeshake: { moduleSideEffects: true },
      },
    },
  });
}
