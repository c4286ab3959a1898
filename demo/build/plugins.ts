import { join } from 'node:path';
import type { Plugin } from 'vite';
import { caseElementsIndex } from '../../src/vite/index.js';
import { prerender } from '../prerender.js';
import { pageName } from '../server/markdown-file.js';
import { guide } from './guide.js';
import { guideUrl } from './guide-page.js';
import { pageFrame } from './page-frame.js';
import { shownSource } from './shown-source.js';

/** What the pages of the demo are built with. */
export function demoPlugins(demo: string): Plugin[] {
  const folder = join(demo, '../docs/guide');
  return [
    guide(demo, folder),
    // What the pages of the documentation search.
    caseElementsIndex({
      from: [folder],
      out: 'guide/solutions.idx',
      address: (file) => guideUrl(pageName(file)),
    }),
    pageFrame(),
    shownSource(demo),
    prerender(),
  ];
}
