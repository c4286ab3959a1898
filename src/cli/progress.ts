/** Where progress is shown: a terminal, a log, or nowhere. */
export interface Screen {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Milliseconds between two lines on a terminal: more often nobody can read. */
const PAUSE = 80;

/** Says what is being done: in one line that is written over on a terminal, else once for each thing. */
export class Progress {
  readonly #screen: Screen;
  #current = '';
  #written = 0;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  readonly report = (what: string, done: number, total?: number): void => {
    if (this.#screen.isTTY) this.#overwrite(what, done, total);
    else if (what !== this.#current) this.#screen.write(`${what} …\n`);
    this.#current = what;
  };

  /** Leaves nothing of a line on a terminal. */
  clear(): void {
    if (this.#screen.isTTY && this.#current) this.#screen.write('\r\u001b[K');
    this.#current = '';
    this.#written = 0;
  }

  #overwrite(what: string, done: number, total: number | undefined): void {
    const now = performance.now();
    if (what === this.#current && done !== total && now - this.#written < PAUSE) return;
    this.#written = now;
    const line = `${what} … ${done}${total === undefined ? '' : ` of ${total}`}`;
    this.#screen.write(`\r\u001b[K${line.slice(0, (this.#screen.columns ?? 80) - 1)}`);
  }
}
