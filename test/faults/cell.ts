import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Bundle } from './bundle.js';
import { Desk, type Held, type Kind } from './desk/desk.js';
import {
  type AroundFault,
  aroundFaults,
  type Cell,
  type DeskFault,
  deskFaults,
  type Ending,
  endings,
  isOneOf,
  type Moment,
  type StorageFault,
} from './grid.js';
import { judge } from './judge.js';
import { type Given, type Intent, intentOf } from './material.js';
import type { Faults } from './page/page.js';
import { Hanging, hasArrived, Person } from './person.js';
import type { Seat } from './seat.js';

/** What one run gave. */
export interface Result {
  readonly cell: Cell;
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  /** What the page said when it did not go on. */
  readonly hanging: readonly string[];
  /** Requests that came before Retry-After allowed it. */
  readonly early: number;
  readonly ms: number;
}

const nothing = () => Promise.resolve();

/** What is done already is not done again. */
function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
}

interface FaultsPage {
  faults: Faults;
}

/** Two hours: further than any wait, and less than the life of a draft. */
const CLOCK_MOVES = 2 * 60 * 60 * 1000;
/** A browser that is killed may lose what was written in the last moment. */
const BEFORE_KILL = 300;
/** Longer than this no request takes to come. */
const REQUEST = 60_000;
/** For how long the network is away. */
const OUTAGE = 8000;

/** What was written is not there any more. */
class Gone extends Error {
  override readonly name = 'Gone';
}

/** Plays one cell of the grid at a seat, and lets the desk judge. */
export async function runCell(cell: Cell, seat: Seat, bundle: Bundle): Promise<Result> {
  const begun = performance.now();
  const run = new Run(cell, seat, new Desk(bundle));
  const said = await run.play();
  return { cell, ...said, ms: performance.now() - begun };
}

class Run {
  readonly #cell: Cell;
  readonly #seat: Seat;
  readonly #desk: Desk;
  readonly #person: Person;
  readonly #intent: Intent;
  /** Where the person is; a second tab may take over. */
  #page: () => Page;
  #url = '';
  /** The case was there before the page could say so. */
  #isOver = false;
  /** The request has been struck that the clock has to do with. */
  #struck: Promise<void> | undefined;
  /** What the desk has to hold in the end. */
  #files: Given[];

  constructor(cell: Cell, seat: Seat, desk: Desk) {
    this.#cell = cell;
    this.#seat = seat;
    this.#desk = desk;
    this.#page = () => seat.page;
    this.#person = new Person(() => this.#page(), desk);
    this.#intent = intentOf(cell.seed);
    this.#files = [...this.#intent.files];
  }

  async play(): Promise<Omit<Result, 'cell' | 'ms'>> {
    const none = { lost: [], duplicated: [], hanging: [], early: 0 };
    try {
      const address = await this.#desk.start();
      const { protocol, plant = '' } = this.#cell;
      this.#url = `${address}/?${new URLSearchParams({ protocol, plant }).toString()}`;
      await this.#seat.open(this.#firstAddress());
      await this.#act();
      const { ledger, early } = this.#desk;
      return { ...none, ...judge(ledger, this.#intent, this.#files), early };
    } catch (error) {
      if (error instanceof Gone) return { ...none, lost: [error.message] };
      if (!(error instanceof Hanging)) throw error;
      const { duplicated } = judge(this.#desk.ledger, this.#intent, this.#files);
      return { ...none, duplicated, hanging: [error.message] };
    } finally {
      await this.#seat.reset();
      this.#desk.close();
    }
  }

  /** A storage that is ill from the first is so before the page has begun. */
  #firstAddress(): string {
    const { fault, moment } = this.#cell;
    if (fault === 'storage missing') return `${this.#url}&storage=missing`;
    const isIll = moment === 'writing' && /^storage (blocked|hanging)$/.test(fault);
    return isIll ? `${this.#url}&storage=${fault.slice('storage '.length)}` : this.#url;
  }

  async #act(): Promise<void> {
    const { subject, description, files } = this.#intent;
    const early = this.#cell.moment === 'writing' || this.#cell.moment === 'last key';
    // Between two words, lest a character is torn.
    const half = description.indexOf(' ', description.length >> 1);
    if (early) {
      this.#strikeRequests();
      await this.#person.attach(files);
    }
    await this.#person.write('Subject', subject);
    await this.#person.hearsOfKeeping();
    await this.#person.choose('Nothing works');
    await this.#person.write('Description', description.slice(0, half));
    await this.#strike('writing', description.slice(0, half));
    await this.#person.typeOn('Description', description.slice(half));
    await this.#strike('last key', description, () => this.#person.submit());
    if (!early) await this.#attach();
    await this.#submit();
    if (this.#cell.fault === 'two tabs') await this.#backInFirstTab();
    await this.#afterAnswer();
  }

  async #attach(): Promise<void> {
    const { files, description } = this.#intent;
    if (this.#cell.moment === 'file') this.#strikeRequests();
    if (this.#cell.protocol === 'with') {
      await this.#person.attach(files);
      return;
    }
    const held = this.#holds('file');
    await this.#person.attach(files);
    await this.#strikeHeld(held, 'file', description);
  }

  async #submit(): Promise<void> {
    if (this.#cell.moment === 'case') this.#strikeRequests();
    if (hasArrived(await this.#person.seen())) return;
    // What goes out by itself after the page was opened again needs no press.
    const held = this.#holds('case');
    if (held) {
      await this.#person.submit();
      await this.#strikeHeld(held, this.#cell.moment, this.#intent.description);
    }
    if (!this.#isOver) await this.#person.goOn(hasArrived);
  }

  /** A case is there. Nothing that comes after may change that, and files may still join. */
  async #afterAnswer(): Promise<void> {
    const { fault, moment, protocol } = this.#cell;
    const { later, description } = this.#intent;
    if (moment !== 'answer') return;
    if (isOneOf(endings, fault) || fault === 'two tabs' || protocol === 'with') {
      await this.#strike('answer', description);
      return;
    }
    this.#files.push(later);
    this.#strikeRequests();
    const attach = once(() => this.#person.attach([later]));
    if (/^clock/.test(fault)) await attach();
    await this.#strike('answer', description, attach);
    await attach();
    await this.#person.goOn(({ text }) => new RegExp(`${later.name}.{0,40}Uploaded`).test(text));
  }

  /** Faults of the desk strike requests, which come by themselves. */
  #strikeRequests(): void {
    const { fault, moment, protocol, seed } = this.#cell;
    const times = 1 + (seed % 3);
    if (isOneOf(deskFaults, fault)) this.#strikeWith(fault, times);
    // A clock that moves matters to whoever waits, or watches how long it takes.
    else if (/^clock/.test(fault) && moment !== 'writing') {
      // A file that goes with the case is not yet on its way.
      const isLater = protocol === 'with' && moment !== 'case';
      this.#struck = isLater ? undefined : this.#desk.struck();
      this.#strikeWith(seed % 2 ? '503' : 'stall before commit', 1);
    }
  }

  #strikeWith(fault: DeskFault, times: number): void {
    const { moment } = this.#cell;
    if (moment !== 'case') this.#desk.strike('file', fault, times);
    if (moment === 'case' || moment === 'last key') this.#desk.strike('case', fault, times);
  }

  /** Holds the next request back, where the fault strikes while one is on its way. */
  #holds(kind: Kind): Promise<Held> | undefined {
    const { fault, moment, protocol, seed } = this.#cell;
    const strikes = isOneOf(endings, fault) || isOneOf(aroundFaults, fault);
    // A file that goes with the case is on its way with it.
    const at = protocol === 'with' && moment === 'file' ? 'case' : moment;
    if (at !== kind || !strikes || /^clock/.test(fault)) return undefined;
    return this.#desk.hold(kind, seed % 2 === 0);
  }

  async #strikeHeld(held: Promise<Held> | undefined, moment: Moment, text: string): Promise<void> {
    const here = await Promise.race([held, this.#nothingCame(moment)]);
    const { fault } = this.#cell;
    const isCut = isOneOf(endings, fault) || ['offline', 'flapping'].includes(fault);
    if (isCut) here?.drop();
    await this.#strike(moment, text);
    here?.release();
  }

  /** @throws Hanging After a time in which every page has asked what it asks. */
  async #nothingCame(moment: Moment): Promise<never> {
    await sleep(REQUEST, undefined, { ref: false });
    throw new Hanging(`no request for the ${moment}`);
  }

  /** Lets the fault strike, if this is its moment, and makes the world well again. */
  async #strike(moment: Moment, text: string, during = nothing): Promise<void> {
    const { fault } = this.#cell;
    if (moment !== this.#cell.moment) return;
    if (isOneOf(endings, fault)) await this.#end(fault, text);
    else if (isOneOf(aroundFaults, fault)) await this.#around(fault, { text, during });
    else if (!isOneOf(deskFaults, fault)) await this.#storage(fault);
  }

  async #end(ending: Ending, text: string): Promise<void> {
    if (ending === 'kill') await sleep(BEFORE_KILL);
    await this.#seat.end(ending);
    await this.#seat.open(this.#url);
    await this.#findsText(text);
  }

  /** What was written has to be there again, unless it has become a case. */
  async #findsText(text: string): Promise<void> {
    if (this.#cell.moment === 'answer') return;
    const there = await this.#person.finds('Description', text);
    if (there === text) return;
    // A browser may have sent the request that was cut once more: then the case is there, and the form is new.
    if (there === '' && this.#desk.ledger.cases.length) {
      this.#isOver = true;
      return;
    }
    const { text: said } = await this.#person.seen();
    throw new Gone(
      `description after the page ended: ${there.length} of ${text.length}; it said “${said.slice(0, 300)}”`,
    );
  }

  async #storage(fault: StorageFault): Promise<void> {
    if (fault === 'storage missing') return;
    const kind = fault.slice('storage '.length);
    await this.#page().evaluate(
      (ill) => (window as unknown as FaultsPage).faults.storage(ill),
      kind,
    );
    if (kind !== 'full') return;
    const session = await this.#seat.context.newCDPSession(this.#page());
    const { origin } = new URL(this.#url);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  }

  async #around(
    fault: AroundFault,
    { text, during }: { text: string; during: () => Promise<void> },
  ): Promise<void> {
    const { seed } = this.#cell;
    switch (fault) {
      case 'offline':
        return this.#away(1, during);
      case 'flapping':
        return this.#away(3, during);
      case 'onLine lies':
        if (seed % 2) return this.#lie(false);
        this.#desk.isUnreachable = true;
        this.#desk.cutAll();
        await during();
        await this.#person.wait(OUTAGE);
        this.#desk.heal();
        return;
      case 'two tabs':
        return this.#secondTab(text);
      default: {
        await this.#struck;
        const by = fault === 'clock forward' ? CLOCK_MOVES : -CLOCK_MOVES;
        await this.#page().evaluate(
          (ms) => (window as unknown as FaultsPage).faults.moveClock(ms),
          by,
        );
      }
    }
  }

  async #away(times: number, during: () => Promise<void>): Promise<void> {
    for (let time = 0; time < times; time++) {
      await this.#seat.context.setOffline(true);
      this.#desk.cutAll();
      if (time === 0) await during();
      await this.#person.wait(OUTAGE / times);
      await this.#seat.context.setOffline(false);
      await this.#person.wait(1000);
    }
  }

  async #lie(onLine: boolean): Promise<void> {
    await this.#page().evaluate(
      (says) => (window as unknown as FaultsPage).faults.lie(says),
      onLine,
    );
  }

  /** What is still offered in the first tab must not open a second case. */
  async #backInFirstTab(): Promise<void> {
    this.#page = () => this.#seat.page;
    const there = await this.#person.finds('Description', this.#intent.description);
    if (there === this.#intent.description) await this.#person.goOn(hasArrived);
  }

  /** The person goes on in a second tab. */
  async #secondTab(text: string): Promise<void> {
    const page = await this.#seat.context.newPage();
    await page.goto(this.#url);
    await page.getByLabel('Subject').waitFor();
    this.#page = () => page;
    await this.#findsText(text);
  }
}
