import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ListWindow, listWindow } from '../core/list-window.js';

/** Lists up to this long are drawn whole. */
export const LONG = 40;

/** The height of a row that nobody has seen yet, in CSS pixels. */
const GUESS = 64;
/** What is drawn before and after what is seen, so that the next key or scroll finds it there. */
const AROUND = 240;
/** The height of the box before it has one. */
const BOX = 480;

/**
 * Draws of a long list only what is in view. Rows may differ in height: each is measured when it is
 * drawn, and until then it counts as the others do on average.
 */
export class LongList implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #box: () => HTMLElement | null | undefined;
  readonly #heights = new Map<string, number>();
  readonly #resizes: ResizeObserver;
  #observed: HTMLElement | undefined;
  #width = 0;
  #window: ListWindow = { rows: [], after: 0 };
  #ids: readonly string[] = [];
  /** The row that has the focus, or is to get it. */
  pinned: string | undefined;

  /** `box` is the list that scrolls. */
  constructor(host: ReactiveControllerHost, box: () => HTMLElement | null | undefined) {
    this.#host = host;
    this.#box = box;
    this.#resizes = new ResizeObserver(() => this.#onResize());
    host.addController(this);
  }

  /** Where the rows are that are drawn, of so many. */
  visible(ids: readonly string[]): readonly number[] {
    this.#ids = ids;
    if (ids.length <= LONG) {
      this.#window = { rows: [], after: 0 };
      return ids.map((_, index) => index);
    }
    const { scrollTop: top = 0, clientHeight = 0 } = this.#box() ?? {};
    const pinned = this.pinned === undefined ? -1 : ids.indexOf(this.pinned);
    this.#window = listWindow({
      heights: this.#heightsOf(ids),
      top: top - AROUND,
      bottom: top + (clientHeight || BOX) + AROUND,
      pinned: pinned < 0 ? [] : [pinned - 1, pinned, pinned + 1],
    });
    return this.#window.rows.map(({ index }) => index);
  }

  /** Makes room for the rows that are not drawn, beside those that are. */
  makeRoom(items: readonly HTMLElement[]): void {
    const { rows, after } = this.#window;
    // By script, since the page's policy lets no style attribute through.
    items.forEach((item, at) => {
      const gap = rows[at]?.gap;
      item.style.marginBlockStart = gap ? `${gap}px` : '';
      item.style.marginBlockEnd = after && item === items.at(-1) ? `${after}px` : '';
    });
  }

  hostDisconnected(): void {
    this.#observe(undefined);
  }

  /** Draws what has come into view. */
  readonly onScroll = (): void => {
    if (this.#ids.length > LONG) this.#host.requestUpdate();
  };

  /** Brings a row into view and waits until it is there. */
  async bring(id: string): Promise<void> {
    this.pinned = id;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  /** Learns how high the rows are that are drawn. */
  measure(items: readonly HTMLElement[]): void {
    const box = this.#box();
    if (box !== this.#observed) this.#observe(box ?? undefined);
    if (!this.#window.rows.length) return;
    const isNews = items.map((item, at) => {
      const id = this.#ids[this.#window.rows[at]?.index ?? -1];
      const { height } = item.getBoundingClientRect();
      if (!id || !height || Math.abs((this.#heights.get(id) ?? 0) - height) < 1) return false;
      this.#heights.set(id, height);
      return true;
    });
    // Not in the midst of an update.
    if (isNews.includes(true)) queueMicrotask(() => this.#host.requestUpdate());
  }

  #heightsOf(ids: readonly string[]): number[] {
    let sum = 0;
    for (const height of this.#heights.values()) sum += height;
    const guess = this.#heights.size ? sum / this.#heights.size : GUESS;
    return ids.map((id) => this.#heights.get(id) ?? guess);
  }

  #observe(box: HTMLElement | undefined): void {
    this.#resizes.disconnect();
    this.#observed = box;
    if (box) this.#resizes.observe(box);
  }

  /** In another width names break otherwise. */
  #onResize(): void {
    const { clientWidth = 0 } = this.#observed ?? {};
    if (this.#width && clientWidth !== this.#width) this.#heights.clear();
    this.#width = clientWidth;
    // In the same frame what it changes would be another resize.
    requestAnimationFrame(this.onScroll);
  }
}
