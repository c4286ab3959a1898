/** An answer, a promise of one, or a function that starts on one after every listener has run. */
export type Responder<Answer> = Answer | PromiseLike<Answer> | (() => Answer | PromiseLike<Answer>);

/**
 * A request that a listener may answer, as a service worker answers `fetch`.
 *
 * `respondWith()` takes the request over, `preventDefault()` refuses it; with neither, the element
 * asks its port.
 */
export abstract class RespondableEvent<Answer> extends Event {
  /** Aborts when the answer is no longer wanted. */
  readonly signal: AbortSignal;

  #responder: (() => Answer | PromiseLike<Answer>) | undefined;

  constructor(type: string, signal: AbortSignal) {
    super(type, { bubbles: true, composed: true, cancelable: true });
    this.signal = signal;
  }

  /** Whether a listener has promised an answer. */
  get responded(): boolean {
    return this.#responder !== undefined;
  }

  /**
   * Promises an answer.
   *
   * @throws {DOMException} `InvalidStateError` when another listener has responded, or after dispatch.
   */
  respondWith(responder: Responder<Answer>): void {
    if (this.eventPhase === Event.NONE || this.#responder) {
      throw new DOMException(
        'Call respondWith() once, while the event is dispatched.',
        'InvalidStateError',
      );
    }
    this.#responder =
      typeof responder === 'function' ? (responder as () => Answer) : () => responder;
  }

  /**
   * The listener's answer, or `otherwise()` when nobody has responded.
   *
   * Rejects with an `AbortError` when a listener has refused. Called by the element, after dispatch.
   */
  async answer(otherwise: () => Answer | PromiseLike<Answer>): Promise<Answer> {
    if (this.defaultPrevented) throw new DOMException(`${this.type} was refused.`, 'AbortError');
    return (this.#responder ?? otherwise)();
  }
}
