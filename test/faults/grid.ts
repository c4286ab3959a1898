import { randomFrom } from '../bench/search/random.js';

/** What the desk, or what lies between it and the page, does to a request. */
export const deskFaults = [
  'cut before commit',
  'cut in the middle',
  'cut after commit',
  'error 500',
  'error page 502',
  '429, seconds',
  '429, date',
  '503',
  'stall before commit',
  'stall after commit',
  'truncated answer',
  'non-JSON answer',
  'login redirect',
  'request twice',
  'expired token',
] as const;
export type DeskFault = (typeof deskFaults)[number];

/** The page ends, and the person opens it again. */
export const endings = ['reload', 'navigate', 'close', 'crash', 'kill'] as const;
export type Ending = (typeof endings)[number];

/** The browser keeps nothing for the page, and stays so. */
export const storageFaults = [
  'storage full',
  'storage blocked',
  'storage hanging',
  'storage missing',
] as const;
export type StorageFault = (typeof storageFaults)[number];

/** Something else happens around the page, which stays open. */
export const aroundFaults = [
  'offline',
  'flapping',
  'onLine lies',
  'clock forward',
  'clock back',
  'two tabs',
] as const;
export type AroundFault = (typeof aroundFaults)[number];

export const faults = [...deskFaults, ...endings, ...storageFaults, ...aroundFaults] as const;
export type Fault = (typeof faults)[number];

/**
 * When it strikes. A fault of the desk strikes a request: at `writing` the one of a file that was added
 * before the text, at `last key` that one and the one of the case, at `answer` the one of a file that is
 * added after the answer.
 */
export const moments = ['writing', 'last key', 'file', 'case', 'answer'] as const;
export type Moment = (typeof moments)[number];

/** How files travel. */
export const protocols = ['http', 'form-data', 'tus', 's3', 'with'] as const;
export type Protocol = (typeof protocols)[number];

/** Defects that the judge must see: each is a way in which such a form goes wrong. */
export const plants = ['debounced', 'keyless', 'by-name', 'unsettled', 'hasty'] as const;
export type Plant = (typeof plants)[number];

/** One run: a person writes a draft with files, and something goes wrong. */
export interface Cell {
  readonly fault: Fault;
  readonly moment: Moment;
  readonly protocol: Protocol;
  /** Decides texts, files, how often a fault strikes, and on which side of the commit. */
  readonly seed: number;
  readonly plant?: Plant | undefined;
}

export const isOneOf = <T extends string>(list: readonly T[], word: string): word is T =>
  (list as readonly string[]).includes(word);

export const nameOf = ({ fault, moment, protocol, seed }: Cell): string =>
  `${fault} × ${moment} × ${protocol} (seed ${seed})`;

export interface GridOptions {
  readonly seed: number;
  /** At least so many; beyond every combination once, they come again with another seed. */
  readonly cells?: number;
  readonly protocols?: readonly Protocol[];
  readonly plant?: Plant | undefined;
}

/** Every fault at every moment with every protocol, in an order that is the same for the same seed. */
export function gridOf({
  seed,
  cells = 0,
  protocols: some = protocols,
  plant,
}: GridOptions): Cell[] {
  const random = randomFrom(seed);
  const grid: Cell[] = [];
  do {
    const round: Cell[] = faults.flatMap((fault) =>
      moments.flatMap((moment) =>
        some.map((protocol) => ({
          fault,
          moment,
          protocol,
          seed: Math.floor(random() * 1e9),
          plant,
        })),
      ),
    );
    grid.push(...shuffled(round, random));
  } while (grid.length < cells);
  return grid;
}

/** A few cells of the grid, with every fault among them before one comes twice. */
export function sampleOf(grid: readonly Cell[], size: number): Cell[] {
  const first = grid.filter(
    (cell, at) => grid.findIndex((other) => other.fault === cell.fault) === at,
  );
  return [...first, ...grid.filter((cell) => !first.includes(cell))].slice(0, size);
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => [random(), item] as const)
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item);
}
