import type { Result } from './cell.js';

/** Fills the place of the documentation where the figures stand. */
export function writePage(_results: readonly Result[], _seed: number): void {}
