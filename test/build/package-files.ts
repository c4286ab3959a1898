import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

export const root = join(import.meta.dirname, '../..');

interface Manifest {
  readonly exports: Readonly<Record<string, string | { types: string; default: string }>>;
  readonly sideEffects: readonly string[];
  readonly customElements: string;
}

export const packageJson = JSON.parse(readText('package.json')) as Manifest;

/** A public entry that is code. */
export interface Entry {
  /** As somebody imports it: `case-elements/case-form`. */
  readonly specifier: string;
  /** The built module, from the top of the repository. */
  readonly module: string;
  readonly types: string;
}

/** Every public entry that is code. */
export function entries(): Entry[] {
  return Object.entries(packageJson.exports).flatMap(([subpath, target]) => {
    if (typeof target === 'string') return [];
    const specifier = subpath.replace(/^\./, 'case-elements');
    return [{ specifier, module: fromTop(target.default), types: fromTop(target.types) }];
  });
}

function fromTop(path: string): string {
  return path.replace(/^\.\//, '');
}

/** The text of a file, by its path from the top of the repository. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What is built and published, by its path from the top; `npm run build` first. */
export function builtFiles(ending: string): string[] {
  return readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .map((path) => `dist/${path.replaceAll(sep, '/')}`)
    .filter((path) => path.endsWith(ending) && !/^dist\/demo(-server)?\//.test(path))
    .sort();
}

export function builtModules(): string[] {
  return builtFiles('.js');
}
