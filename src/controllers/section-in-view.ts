import type { LitElement, ReactiveController } from 'lit';

/** The line above which a heading has been reached: two fifths of the window, where people read. */
const MARGIN = '100000px 0px -60% 0px';

/** Follows which section of the page a person is in: that of the last heading that they have reached. */
export class SectionInView implements ReactiveController {
  readonly #headings: () => Iterable<Element>;
  readonly #reached = new Set<Element>();
  #observer: IntersectionObserver | undefined;

  constructor(host: LitElement, headings: () => Iterable<Element>) {
    this.#headings = headings;
    host.addController(this);
  }

  /** The words of the heading; empty before the first one. */
  get text(): string {
    const last = [...this.#reached].sort(inOrder).at(-1);
    return last?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver(this.#look, { rootMargin: MARGIN });
    for (const heading of this.#headings()) this.#observer.observe(heading);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#reached.clear();
  }

  readonly #look = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#reached.add(target);
      else this.#reached.delete(target);
    }
  };
}

const inOrder = (one: Node, other: Node) =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
