import { join } from 'node:path';
import type { Plugin } from 'vite';
import { prerender } from '../prerender.js';
import { guide } from './guide.js';
import { pageFrame } from './page-frame.js';
import { shownSource } from './shown-source.js';

/** What the pages of the demo are built with. */
export function demoPlugins(demo: string): Plugin[] {
  return [guide(demo, join(demo, '../docs/guide')), pageFrame(), shownSource(demo), prerender()];
}
