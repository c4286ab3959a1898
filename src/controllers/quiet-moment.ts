import type { LitElement, ReactiveController } from 'lit';

/** What a person writes in, or has open. What is only pressed is over when the pointer is let go. */
const WRITTEN_IN =
  'input:not([type=checkbox], [type=radio], [type=file], [type=button], [type=submit]), textarea, select, [contenteditable]';

/**
 * Shows something as soon as nothing moves under the hands of whoever writes: not while a control that
 * stands below has the focus, nor while a pointer is pressed, which would be let go elsewhere.
 */
export class QuietMoment implements ReactiveController {
  readonly #host: LitElement;
  #waiting: (() => void) | undefined;
  #isPressed = false;
  #connection = new AbortController();

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Does it now or later; what waits already gives way to it. */
  run(show: () => void): void {
    this.#waiting = show;
    this.#try();
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const options = { signal: this.#connection.signal, capture: true, passive: true };
    const listen = (types: readonly string[], hear: () => void) =>
      types.forEach((type) => document.addEventListener(type, hear, options));
    // What is pressed, or has lost the focus, has not come to its end before the event has.
    const tryLater = () => void setTimeout(() => this.#try());
    listen(['focusin', 'focusout'], tryLater);
    listen(['pointerdown'], () => (this.#isPressed = true));
    listen(['pointerup', 'pointercancel'], () => {
      this.#isPressed = false;
      tryLater();
    });
  }

  hostDisconnected(): void {
    this.#connection.abort();
    this.#isPressed = false;
  }

  #try(): void {
    if (!this.#waiting || this.#isPressed || !this.#mayMove()) return;
    const show = this.#waiting;
    this.#waiting = undefined;
    show();
  }

  /** Whether what has the focus stays in its place when the host grows: it is not below. */
  #mayMove(): boolean {
    const focused = deepest(document.activeElement);
    if (!focused?.matches(WRITTEN_IN) || isWithin(focused, this.#host)) return true;
    const { top } = this.#host.getBoundingClientRect();
    // As wide as it can be: while there is nothing to say, it has no width of its own.
    const { left, right } = (this.#host.parentElement ?? this.#host).getBoundingClientRect();
    const theirs = focused.getBoundingClientRect();
    return theirs.bottom <= top || theirs.right <= left || theirs.left >= right;
  }
}

/** What has the focus, through shadow roots. */
function deepest(element: Element | null): Element | null {
  const inner = element?.shadowRoot?.activeElement;
  return inner ? deepest(inner) : element;
}

function isWithin(element: Element, host: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && (root.host === host || isWithin(root.host, host));
}
