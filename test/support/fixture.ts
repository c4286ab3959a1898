import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A recorded answer of `test/fixtures`, as JSON. */
export function fixture(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8'));
}
