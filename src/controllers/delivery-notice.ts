import { html, nothing, type TemplateResult } from 'lit';
import type { Delivery } from '../core/delivery.js';
import type { DeliveryMessages } from '../locales/en-delivery.js';
import { type DeliveryController, UnknownOutcome } from './delivery-controller.js';

/** How a request is getting on, where it is not there at once, and what the person can do about it. */
export function deliveryNotice(
  delivery: DeliveryController,
  messages: DeliveryMessages,
): TemplateResult | typeof nothing {
  const { state } = delivery;
  if (!state || (state.phase === 'trying' && !state.isSlow)) return nothing;
  const isBusy = state.phase === 'waiting' && state.why === 'busy';
  const now = html`<button part="button" type="button" @click=${() => delivery.tryNow()}>
    ${messages.tryNow}
  </button>`;
  return html`<div part="notice">
    <p>${textOf(state, messages)}</p>
    <p part="actions">
      ${isBusy ? nothing : now}
      <button part="button" type="button" @click=${() => delivery.stop()}>${messages.stop}</button>
    </p>
  </div>`;
}

/** What another try would do, after all have failed. */
export function failureHint(error: unknown, messages: DeliveryMessages): string {
  return error instanceof UnknownOutcome ? messages.unknown : messages.repeat;
}

function textOf(state: Delivery, messages: DeliveryMessages): string {
  if (state.phase === 'trying') return messages.slow;
  return state.why === 'busy' ? messages.busy(new Date(state.until)) : messages[state.why];
}
