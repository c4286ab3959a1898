import { setTimeout as sleep } from 'node:timers/promises';
import { launchChromium } from '../support/launch-chromium.js';
import { type Bundle, bundlePage } from './bundle.js';
import { type Result, runCell } from './cell.js';
import type { Cell } from './grid.js';
import { killableSeat, type Seat, seatIn } from './seat.js';

export interface PlayOptions {
  /** How many persons write side by side; one more sits at a browser that is killed. */
  readonly seats: number;
  /** Hears how far it has come. */
  tell?(result: Result, done: number): void;
}

/** Plays cells side by side, and gives what they gave in their order. */
export async function playAll(cells: readonly Cell[], options: PlayOptions): Promise<Result[]> {
  const bundle = await bundlePage();
  const browser = await launchChromium();
  const results = new Map<Cell, Result>();
  const done = (result: Result) => {
    results.set(result.cell, result);
    options.tell?.(result, results.size);
  };
  const isKill = ({ fault }: Cell) => fault === 'kill';
  const shared = cells.filter((cell) => !isKill(cell));
  const kills = cells.filter(isKill);
  try {
    const seats = Array.from({ length: Math.min(options.seats, shared.length) }, () =>
      takeTurns(shared, { bundle, done, sit: () => seatIn(browser) }),
    );
    if (kills.length) seats.push(takeTurns(kills, { bundle, done, sit: killableSeat }));
    await Promise.all(seats);
  } finally {
    await browser.close();
  }
  return cells.flatMap((cell) => results.get(cell) ?? []);
}

interface Turn {
  readonly bundle: Bundle;
  readonly done: (result: Result) => void;
  readonly sit: () => Promise<Seat>;
}

/** Plays one cell after the other, of a list that others may take from, too. */
async function takeTurns(cells: Cell[], { bundle, done, sit }: Turn): Promise<void> {
  let seat = await sit();
  const again = new Set<Cell>();
  for (let cell = cells.shift(); cell; cell = cells.shift()) {
    try {
      done(await Promise.race([runCell(cell, seat, bundle), tooLong()]));
    } catch (error) {
      // Something went wrong that was not meant to, as on a machine with other things to do. Where it does so
      // twice it is told as what it is; it does not end the rest.
      if (again.has(cell)) done(broken(cell, error));
      else cells.push(cell);
      again.add(cell);
      await seat.close().catch(() => undefined);
      seat = await sit();
    }
  }
  await seat.close();
}

/** Longer than this no run takes that is only slow: its page no longer answers at all. */
const LONGEST = 240_000;

async function tooLong(): Promise<never> {
  await sleep(LONGEST, undefined, { ref: false });
  throw new Error('nothing answers');
}

function broken(cell: Cell, error: unknown): Result {
  const said = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const hanging = [`the run broke: ${said ?? ''}`];
  return { cell, lost: [], duplicated: [], hanging, early: 0, ms: 0 };
}
