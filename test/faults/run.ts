/**
 * Lets everything go wrong, one fault at a time, and counts what was lost, duplicated or left hanging.
 *
 * `npm run faults -- [--seed 1] [--cells 700] [--seats 4] [--plant NAME] [--only text] [--write]`.
 * It ends with an error unless all of them are 0; with a plant (see `plants` in `grid.ts`), unless the defect was found out.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Cell, gridOf, isOneOf, nameOf, plants, protocols } from './grid.js';
import { playAll } from './play-all.js';
import { complaintOf, isFoundOut, isSound, printReport } from './report.js';
import { writePage } from './write-page.js';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    cells: { type: 'string', default: '0' },
    seats: { type: 'string', default: '4' },
    protocols: { type: 'string', default: protocols.join() },
    plant: { type: 'string' },
    only: { type: 'string', default: '' },
    limit: { type: 'string', default: 'Infinity' },
    write: { type: 'boolean', default: false },
  },
});

const plant = plants.find((one) => one === options.plant);
if (options.plant && !plant) throw new Error(`Plants are ${plants.join(', ')}.`);
const asked = options.protocols.split(',');
const spoken = protocols.filter((one) => isOneOf(asked, one));
const grid: Cell[] = gridOf({
  seed: Number(options.seed),
  cells: Number(options.cells),
  protocols: spoken,
  plant,
})
  .filter((cell) => options.only.split(' + ').every((part) => nameOf(cell).includes(part)))
  .slice(0, Number(options.limit));

const results = await playAll(grid, {
  seats: Number(options.seats),
  tell: (result, done) => {
    if (!isSound(result)) process.stderr.write(`${complaintOf(result)}\n`);
    if (done % 25 === 0) process.stderr.write(`${done} of ${grid.length}\n`);
  },
});
printReport(results);
if (options.write) await writePage(results, Number(options.seed));

const isRight = plant ? isFoundOut(plant, results) : results.every(isSound);
process.exitCode = isRight && results.length > 0 ? 0 : 1;
