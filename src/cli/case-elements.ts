#!/usr/bin/env node
import { main } from './main.js';

main(process.argv.slice(2), {
  output: process.stdout,
  errors: process.stderr,
  untilEnded,
}).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  },
);

function untilEnded(): AbortSignal {
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  process.once('SIGTERM', () => ending.abort());
  return ending.signal;
}
