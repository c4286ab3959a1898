import { readdirSync } from 'node:fs';
/**
 * Serves the built demo with an embedded desk behind it.
 *
 * `PORT` chooses the port, `CASE_DESK_DATA` the folder where the desk keeps its cases and files.
 */
import { join, relative } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { openDesks } from './server/desks.js';
import { isTaken, listen } from './server/listen.js';
import { guarded } from './server/page-headers.js';
import { staticFiles } from './server/static-files.js';

// This module is built to dist/demo-server/serve.js.
const root = join(import.meta.dirname, '../..');
const { CASE_DESK_DATA: data = join(root, '.cache/desk'), PORT: port } = process.env;

const desks = openDesks({ data, articles: join(root, 'demo/articles') });
const singleFile = readdirSync(join(root, 'dist/cdn')).map((name) => `cdn/${name}`);
const pages = staticFiles(
  join(root, 'dist/demo'),
  Object.fromEntries(
    ['cdn.js', ...singleFile].map((name) => [`/${name}`, join(root, 'dist', name)]),
  ),
);

const server = await listen(
  (request) => desks.fetch(request) ?? guarded(pages(request), request),
  port,
).catch((error: unknown) => {
  desks.close();
  if (!isTaken(error)) throw error;
  console.error(`Port ${port} is taken. Choose another PORT, or none to get one that is free.`);
  return process.exit(1);
});

console.log(
  `Case Elements: ${server.url} (the desk is in ${relative(process.cwd(), data) || '.'})`,
);

async function stop(): Promise<void> {
  // What is under way may end; a browser that keeps its connections open is not waited for.
  await Promise.race([server.close(), setTimeout(2000, undefined, { ref: false })]);
  await server.close(true);
  desks.close();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
