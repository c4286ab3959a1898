import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Rolldown, build, createServer } from 'vite';
import { openIndex } from '../../src/core/search/index.js';
import { caseElementsIndex } from '../../src/vite/index.js';

const root = mkdtempSync(join(tmpdir(), 'case-vite-'));
mkdirSync(join(root, 'docs'));
writeFileSync(join(root, 'index.html'), '<!doctype html><title>Help</title>');
writeFileSync(join(root, 'docs/mail.md'), '# Read mail\n\nOpen the mailbox.');
after(() => rmSync(root, { recursive: true, force: true }));

const plugins = [caseElementsIndex({ from: ['docs'], out: 'help/solutions.idx', urls: 'clean' })];
const common = { root, configFile: false, logLevel: 'silent', plugins } as const;

test('a build has the index as a file', async () => {
  const result = await build({ ...common, build: { write: false } });
  assert.ok('output' in result);
  const files: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[] = result.output;
  const file = files.find(({ fileName }) => fileName === 'help/solutions.idx');
  assert.ok(file?.type === 'asset' && typeof file.source !== 'string');
  const [found] = openIndex(file.source).search({ subject: 'mailbox', description: '' });
  assert.equal(found?.url, '/docs/mail'.replace('/docs', ''));
});

test('a build without an article fails, and says why', async () => {
  const empty = [caseElementsIndex({ from: ['nowhere'] })];
  await assert.rejects(build({ ...common, plugins: empty, build: { write: false } }), /no article/);
});

test('the server has the index as it is now', async () => {
  const server = await createServer({ ...common, base: '/app/', server: { port: 0 } });
  await server.listen();
  const { port } = server.httpServer?.address() as AddressInfo;
  const size = async () => {
    const answer = await fetch(`http://localhost:${port}/app/help/solutions.idx`);
    return openIndex(new Uint8Array(await answer.arrayBuffer())).size;
  };
  assert.equal(await size(), 1);
  writeFileSync(join(root, 'docs/print.md'), '# Print\n\nPut paper into the printer.');
  for (let tries = 0; tries < 200 && (await size()) !== 2; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(await size(), 2);
  await server.close();
});
