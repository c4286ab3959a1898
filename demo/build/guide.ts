import { join } from 'node:path';
import type { Plugin } from 'vite';
import { markdownFiles } from '../server/markdown-file.js';
import { guideIndex, guidePage } from './guide-page.js';

/** Makes a page of each Markdown file of the documentation, and one that lists them all. */
export function guide(demo: string, folder: string): Plugin {
  const files = markdownFiles(folder);
  const at = (path: string) => join(demo, 'docs', path, 'index.html');
  const pages = new Map([[at(''), guideIndex(files)]]);
  for (const file of files) pages.set(at(file.name), guidePage(file, files));

  return {
    name: 'guide',
    enforce: 'pre',
    config: () => ({ build: { rolldownOptions: { input: [...pages.keys()] } } }),
    resolveId: (id) => (pages.has(id) ? id : undefined),
    load: (id) => pages.get(id),
  };
}
