import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readText } from './package-files.js';

interface Locked {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
type Packages = Readonly<Record<string, Locked>>;

const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Packages };

describe('package-lock.json', () => {
  it('has an entry for every platform, so that `npm ci` works on each', () => {
    assert.deepEqual(holesIn(packages), []);
  });

  it('leaves it to npm where packages come from', () => {
    assert.deepEqual(hostsIn(packages), []);
  });

  it('would be found out', () => {
    const planted = {
      'node_modules/a': { optionalDependencies: { 'a-darwin': '1.0.0' }, resolved: 'https://x/a' },
      'node_modules/b': { optionalDependencies: { 'b-linux': '1.0.0' } },
      'node_modules/b/node_modules/b-linux': {},
    };
    assert.deepEqual(holesIn(planted), ['node_modules/a → a-darwin']);
    assert.deepEqual(hostsIn(planted), ['https://x/a']);
  });
});

/** Optional packages that are named, but that `npm ci` would not find in the lock. */
function holesIn(all: Packages): string[] {
  return Object.entries(all).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(
        (name) => !foldersAbove(path).some((folder) => `${folder}node_modules/${name}` in all),
      )
      .map((name) => `${path} → ${name}`),
  );
}

/** The folders in which a package's own dependencies may lie, nearest first. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/node_modules/');
  const nested = parts.map(
    (_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/`,
  );
  return [...(path === '' ? [] : nested), ''];
}

function hostsIn(all: Packages): string[] {
  return Object.values(all).flatMap(({ resolved }) => resolved ?? []);
}
