import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { enForm } from '../../src/locales/en.js';
import type { Desk } from './desk/desk.js';
import type { Given } from './material.js';
import type { Faults } from './page/page.js';
import type { Seen } from './page/what-is-seen.js';

interface FaultsPage {
  faults: Faults;
}

/** Nothing has been said for longer than 30 s, as far as one can tell who looks once a second. */
const PATIENCE = 32_000;
/**
 * For longer than this nobody waits, whatever is said: three requests of a file that stall for 30 s each, then
 * three of the case, and what lies between them.
 */
const END = 300_000;
const STEP = 1000;
/** What a browser does by itself, such as reading a file, takes so long at most in real time, which page time runs ahead of. */
const BY_ITSELF = 5000;
/** So often a person presses before giving up. */
const PRESSES = 15;
/** So often a person looks whether what was written is there again. */
const LOOKS = 300;
/** Longer than this no run may take, in real time. */
const REAL = 150_000;

/** The page did not go on, and this is what it said. */
export class Hanging extends Error {
  override readonly name = 'Hanging';
}

/** It says that it will try by itself: then the person waits. */
const triesByItself = ({ text }: Seen) =>
  /by itself|by themselves|as soon as there is|again (at|in) |trying [^.]+ again|will be tried again/i.test(
    text,
  );

/** What is offered to go on, in the order in which a person would press. */
function offers({ buttons }: Seen): string[] {
  const { tryAgain, submit } = enForm.form;
  const files = buttons.filter((name) => /^Try .+ again$/.test(name));
  return [...files, ...buttons.filter((name) => [tryAgain, submit].includes(name))];
}

/** A receipt, or the word that another tab has sent the draft. */
export const hasArrived = ({ text }: Seen): boolean =>
  text.includes(enForm.form.submitted) || /was sent from another tab/.test(text);

/** Acts on a page as a person does: writes, attaches, presses what is offered, and waits. */
export class Person {
  readonly #page: () => Page;
  readonly #desk: Desk;
  readonly #until = Date.now() + REAL;

  constructor(page: () => Page, desk: Desk) {
    this.#page = page;
    this.#desk = desk;
  }

  seen(): Promise<Seen> {
    return this.#page().evaluate(() => (window as unknown as FaultsPage).faults.seen());
  }

  /** Writes a text: most of it at once, its end key by key. */
  async write(label: string, text: string): Promise<void> {
    await this.#page().getByLabel(label).focus();
    await this.#type(text);
  }

  /** Goes on at the end of what is there. */
  async typeOn(label: string, text: string): Promise<void> {
    await this.#page().getByLabel(label).press('Control+End');
    await this.#type(text);
  }

  async #type(text: string): Promise<void> {
    const { keyboard } = this.#page();
    const [end = ''] = /[!-~]{0,6}$/.exec(text) ?? [];
    await keyboard.insertText(text.slice(0, text.length - end.length));
    for (const key of end) await keyboard.press(key);
  }

  async choose(label: string): Promise<void> {
    await this.#page().getByLabel(label).press('Space');
  }

  /** Two files of one name are pasted, others are chosen. */
  async attach(files: readonly Given[]): Promise<void> {
    if (files.length === 1) {
      const chosen = files.map(({ name, type, bytes }) => ({
        name,
        mimeType: type,
        buffer: bytes,
      }));
      await this.#page().locator('case-upload input[type=file]').first().setInputFiles(chosen);
      return;
    }
    const pasted = files.map(({ name, type, bytes }) => ({
      name,
      type,
      base64: bytes.toString('base64'),
    }));
    await this.#page().evaluate(
      (list) => (window as unknown as FaultsPage).faults.add(list),
      pasted,
    );
  }

  async press(name: string): Promise<void> {
    await this.#page().getByRole('button', { name, exact: true }).first().press('Enter');
  }

  submit(): Promise<void> {
    return this.press(enForm.form.submit);
  }

  /** Looks for a text for as long as anybody would, in a field or on its way to the desk. */
  async finds(label: string, text: string): Promise<string> {
    const field = this.#page().getByLabel(label);
    let there = '';
    for (let tries = 0; tries < LOOKS && there !== text; tries++) {
      const seen = await this.seen();
      if (hasArrived(seen) || triesByItself(seen)) return text;
      there = (await field.count()) ? await field.inputValue() : '';
      await sleep(25);
    }
    return there;
  }

  /**
   * Looks whether what was written is said to be kept, or why not. What keeps it is loaded after the form, and
   * nobody writes a whole request before it is there; a machine that plays several at once may be that slow.
   */
  async hearsOfKeeping(): Promise<void> {
    for (let tries = 0; tries < LOOKS; tries++) {
      const { text } = await this.seen();
      if (/\bsaved (on|until)|drafts be kept|keep the draft|could not be kept/i.test(text)) return;
      await sleep(10);
    }
  }

  /** Lets time pass, as far as nothing is going on. */
  async wait(ms: number): Promise<void> {
    for (let left = ms; left > 0;) {
      const { passed } = await this.#pass(Math.min(left, STEP));
      if (passed) left -= STEP;
      else await sleep(5);
    }
  }

  /**
   * Does what the page offers until it shows what is wanted.
   *
   * @throws Hanging When nothing is said for 30 s of the page's time and nothing is offered.
   */
  async goOn(isDone: (seen: Seen) => boolean, { mayPress = true } = {}): Promise<void> {
    const { time: start } = await this.#pass(0);
    const begun = Date.now();
    let [said, since, heard, presses, pressed] = ['', start, begun, 0, -Infinity];
    for (;;) {
      const seen = await this.seen();
      if (isDone(seen)) return;
      const { passed, time } = await this.#pass(STEP);
      if (seen.text !== said) [said, since, heard] = [seen.text, time, Date.now()];
      const [offer] = mayPress && !triesByItself(seen) ? offers(seen) : [];
      if (offer && time - pressed > STEP) {
        if ((presses += 1) > PRESSES) throw new Hanging(`pressed ${PRESSES} times: ${said}`);
        pressed = time;
        // What was offered may have gone since.
        await this.press(offer).catch(() => undefined);
      } else if (!passed) await sleep(5);
      const patience = triesByItself(seen) ? END : PATIENCE;
      const isSilent = time - since > patience && Date.now() - heard > BY_ITSELF;
      const isEndless = time - start > END && Date.now() - begun > BY_ITSELF;
      if (isSilent || isEndless) throw new Hanging(said.slice(-300));
      if (Date.now() > this.#until) throw new Hanging(`for ${REAL} ms: ${said.slice(-300)}`);
    }
  }

  #pass(ms: number): Promise<{ passed: boolean; time: number }> {
    return this.#page().evaluate(
      ([step, held]) => (window as unknown as FaultsPage).faults.pass(step, held),
      [ms, this.#desk.held] as const,
    );
  }
}
