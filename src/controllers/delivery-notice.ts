import { html, nothing, type TemplateResult } from 'lit';
import type { Delivery } from '../core/delivery.js';
import type { IdentityMessages } from '../locales/en-identity.js';
import type { DeliveryMessages } from '../locales/en.js';
import type { Sending } from '../schema/kept-draft.js';
import { type DeliveryController, UnknownOutcome } from './delivery-controller.js';

/** What there is to say of a submission, and what the person can do about it. */
export interface DeliveryView {
  readonly text: string;
  readonly template: TemplateResult;
}

/** How a request is getting on that is not there at once. */
export function deliveryView(
  delivery: DeliveryController,
  messages: DeliveryMessages,
): DeliveryView | undefined {
  const { state } = delivery;
  if (!state || (state.phase === 'trying' && !state.isSlow)) return undefined;
  const isBusy = state.phase === 'waiting' && state.why === 'busy';
  const button = (act: () => void, text: string) =>
    html`<button part="button" type="button" @click=${act}>${text}</button>`;
  const text = textOf(state, messages);
  const template = html`<div part="draft-note">
    <p>${text}</p>
    <p part="actions">
      ${isBusy ? nothing : button(() => delivery.tryNow(), messages.tryNow)}
      ${button(() => delivery.stop(), messages.stop)}
    </p>
  </div>`;
  return { text, template };
}

/** What another try would do, after the last one has failed. */
export function failureView(error: unknown, messages: DeliveryMessages): DeliveryView {
  return note(error instanceof UnknownOutcome ? messages.unknown : messages.repeat);
}

/** What has become of a draft whose page ended while it was being sent. */
export function interruptedView(sending: Sending, messages: DeliveryMessages): DeliveryView {
  const then = sending === 'unknown' ? messages.unknown : messages.repeat;
  return note(`${messages.interrupted} ${then}`);
}

/** The way to sign in, where the backend does not know the person. */
export const signInView = (address: string, { signIn }: IdentityMessages): DeliveryView => ({
  text: signIn,
  template: html`<p part="draft-note"><a part="link" href=${address}>${signIn}</a></p>`,
});

const note = (text: string): DeliveryView => ({
  text,
  template: html`<p part="draft-note">${text}</p>`,
});

function textOf(state: Delivery, messages: DeliveryMessages): string {
  if (state.phase === 'trying') return messages.slow;
  return state.why === 'busy' ? messages.busy(new Date(state.until)) : messages[state.why];
}
