/**
 * What goes wrong around a page, as far as a page can see it, and a time that can be let pass at once.
 * It is loaded before everything else.
 */

const real = {
  setTimeout: globalThis.setTimeout.bind(globalThis),
  Date: globalThis.Date,
  now: performance.now.bind(performance),
  fetch: globalThis.fetch.bind(globalThis),
};

interface Timer {
  readonly id: number;
  readonly due: number;
  readonly run: () => void;
}

const world = {
  /** Milliseconds that were let pass at once. */
  skipped: 0,
  /** How far the clock on the wall is wrong. */
  moved: 0,
  timers: new Map<number, Timer>(),
  lastTimer: 1_000_000_000,
  /** Requests that have no answer yet, and what storage is asked for. */
  pending: 0,
  storage: new URLSearchParams(location.search).get('storage') ?? 'well',
};

/** Milliseconds of this page's life. */
const pageTime = (): number => real.now() + world.skipped;
const wallTime = (): number => real.Date.now() + world.skipped + world.moved;

function later(run: () => void, ms: number, id = (world.lastTimer += 1)): number {
  const timer = { id, due: pageTime() + Math.max(ms, 0), run };
  world.timers.set(id, timer);
  real.setTimeout(() => fire(timer), ms);
  return id;
}

/** It may have been stopped, or have its turn again. */
function fire(timer: Timer): void {
  if (world.timers.get(timer.id) !== timer) return;
  world.timers.delete(timer.id);
  timer.run();
}

/** Lets time pass at once: what was due by then happens, first things first. */
function skip(ms: number): void {
  const end = pageTime() + ms;
  for (;;) {
    const [next] = [...world.timers.values()]
      .filter(({ due }) => due <= end)
      .sort((one, other) => one.due - other.due);
    if (!next) break;
    world.skipped += Math.max(next.due - pageTime(), 0);
    fire(next);
  }
  world.skipped += Math.max(end - pageTime(), 0);
}

const clear = (id?: number) => void world.timers.delete(Number(id));
const call = (run: unknown, rest: unknown[]) => () => {
  if (typeof run === 'function') (run as (...values: unknown[]) => void)(...rest);
};

Object.assign(globalThis, {
  setTimeout: (run: unknown, ms = 0, ...rest: unknown[]) => later(call(run, rest), ms),
  setInterval: (run: unknown, ms = 0, ...rest: unknown[]) => {
    const step = () => {
      later(step, Math.max(ms, 1), id);
      call(run, rest)();
    };
    const id = later(step, Math.max(ms, 1));
    return id;
  },
  clearTimeout: clear,
  clearInterval: clear,
  Date: new Proxy(real.Date, {
    construct: (target, values: [] | [number]) =>
      values.length === 0 ? new target(wallTime()) : new target(...values),
    get: (target, name): unknown => (name === 'now' ? wallTime : Reflect.get(target, name)),
  }),
});
performance.now = pageTime;
AbortSignal.timeout = (ms: number) => {
  const abort = new AbortController();
  later(() => abort.abort(new DOMException('Too late.', 'TimeoutError')), ms);
  return abort.signal;
};

/** The desk learns when a request went out by the page's time. */
const stamp = () => `${pageTime()};${wallTime()}`;

globalThis.fetch = async (input, init = {}) => {
  const request = new Request(input, init);
  request.headers.set('x-page-time', stamp());
  world.pending++;
  try {
    return await real.fetch(request);
  } finally {
    world.pending--;
  }
};

// eslint-disable-next-line @typescript-eslint/unbound-method -- It is called with the request it belongs to.
const { send } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.send = function (body) {
  this.setRequestHeader('x-page-time', stamp());
  world.pending++;
  this.addEventListener('loadend', () => world.pending--, { once: true });
  send.call(this, body);
};

/** Stands for whatever never comes. */
function never(): object {
  const target = new EventTarget();
  return new Proxy(target, {
    get: (_, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'function') return value.bind(target) as unknown;
      return /^(on|result$|error$|then$)/.test(String(name)) ? undefined : never;
    },
    set: () => true,
  });
}

/** Storage is asked in real time: page time that went on meanwhile would make it seem slow. */
function counted(asked: unknown): unknown {
  const ending = new AbortController();
  world.pending++;
  for (const type of ['success', 'complete', 'error', 'abort', 'blocked']) {
    (asked as EventTarget).addEventListener(
      type,
      () => {
        world.pending--;
        ending.abort();
      },
      { signal: ending.signal },
    );
  }
  return asked;
}

const refusal = () => new DOMException('The person does not allow it.', 'SecurityError');

if (world.storage === 'missing') {
  Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
}
for (const [owner, name] of [
  [IDBFactory.prototype, 'open'],
  [IDBDatabase.prototype, 'transaction'],
] as const) {
  const original = Reflect.get(owner, name) as (...values: unknown[]) => unknown;
  Reflect.set(owner, name, function (this: unknown, ...values: unknown[]) {
    if (world.storage === 'blocked') throw refusal();
    return world.storage === 'hanging' ? never() : counted(original.apply(this, values));
  });
}
const itself = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
Object.defineProperty(globalThis, 'localStorage', {
  configurable: true,
  get: () => {
    if (world.storage === 'blocked') throw refusal();
    return itself?.get?.call(globalThis) as Storage;
  },
});
// eslint-disable-next-line @typescript-eslint/unbound-method -- It is called with the storage it belongs to.
const { setItem } = Storage.prototype;
Storage.prototype.setItem = function (name, value) {
  if (world.storage === 'full') throw new DOMException('Full.', 'QuotaExceededError');
  setItem.call(this, name, value);
};

const turn = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });

/** What the harness may do to the page. */
export const illWorld = {
  storage(kind: string): void {
    world.storage = kind;
  },
  moveClock(ms: number): void {
    world.moved += ms;
  },
  /** What `navigator.onLine` says from now on, whatever is so. */
  lie(onLine: boolean): void {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: onLine });
    dispatchEvent(new Event(onLine ? 'online' : 'offline'));
  },
  /**
   * Lets page time pass, unless something is still going on: `held` requests are known to get no answer.
   * Resolves with what time it is, and whether it passed.
   */
  async pass(ms: number, held: number): Promise<{ passed: boolean; time: number }> {
    await turn();
    await turn();
    const passed = world.pending <= held;
    if (passed) skip(ms);
    await turn();
    return { passed, time: pageTime() };
  },
};
