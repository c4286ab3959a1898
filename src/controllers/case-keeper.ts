import type { ReactiveController } from 'lit';
import { deviceDrafts } from '../adapters/drafts/device-drafts.js';
import { sealedFiles } from '../adapters/drafts/sealed-files.js';
import { sessionDrafts } from '../adapters/drafts/web-storage.js';
import { CaseChangedEvent, type CaseSubmittedEvent } from '../events/case-events.js';
import type { DraftStore } from '../ports/draft-store.js';
import type { KeptField } from '../schema/kept-draft.js';
import { enDelivery } from '../locales/en-delivery.js';
import type { Sending } from '../schema/kept-draft.js';
import { AttachmentPolicyController } from './attachment-policy-controller.js';
import { DeliveryController } from './delivery-controller.js';
import {
  type DeliveryView,
  deliveryView,
  failureView,
  interruptedView,
} from './delivery-notice.js';
import { DraftKeeper, type FormParts, type KeptForm } from './draft-keeper.js';
import { DraftNotices } from './draft-notices.js';
import { DraftShelf } from './draft-shelf.js';
import { SecretWatch } from './secret-watch.js';
import type { SubmissionSteps } from './submission-controller.js';

export type { FormParts };

/**
 * Keeps what a person writes until it has become a case.
 *
 * It comes after the form has been drawn; a page that cannot load it has a form without it. It hears what
 * the form tells everybody, and needs nothing else of it but `FormParts`.
 *
 * It delivers submissions, too: when the form has the draft’s turn (`takeTurn`), as often as it takes.
 */
export class CaseKeeper implements ReactiveController {
  readonly #parts: FormParts;
  readonly #drafts: DraftKeeper;
  readonly #shelf: DraftShelf;
  readonly #notices: DraftNotices;
  readonly #secrets = new SecretWatch();
  readonly #delivery: DeliveryController;
  readonly #files: AttachmentPolicyController;
  /** What there is to say of a submission that has ended without an outcome. */
  #afterwards: ((messages: typeof enDelivery) => DeliveryView) | undefined;
  /** A press of Submit that the person is asked about. */
  #isHeld = false;
  #wasHeld = '';
  #key = '';
  #connection: AbortController | undefined;
  readonly #started: Promise<void>;

  constructor(parts: FormParts) {
    const { form } = parts;
    this.#parts = parts;
    const show = () => this.#show();
    this.#delivery = new DeliveryController({ requestUpdate: show });
    this.#files = new AttachmentPolicyController(parts);
    this.#shelf = new DraftShelf(storesOf(form), show);
    this.#drafts = new DraftKeeper({
      ...parts,
      shelf: this.#shelf,
      changed: show,
      mask: (field) => this.#mask(field),
    });
    this.#notices = new DraftNotices(form, {
      choose: (isKept) => this.#drafts.choose(isKept),
      startOver: parts.cancel,
      dismissLeftovers: () => this.#drafts.dismissLeftovers(),
      mask: () => this.#maskAll(),
      sendAsIs: () => this.#sendAsIs(),
    });
    this.#listen();
    this.#started = this.#start();
    form.addController(this);
    this.#takeOver();
  }

  /** What the form has said without this part is said better now; whoever was there stays there. */
  #takeOver(): void {
    const { form } = this.#parts;
    const { activeElement } = form.shadowRoot ?? {};
    form.requestUpdate();
    if (activeElement?.id !== 'notice') return;
    void form.updateComplete.then(() => form.shadowRoot?.getElementById('notice')?.focus());
  }

  hostConnected(): void {
    const { form } = this.#parts;
    if (!form.isConnected || this.#connection) return;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const catchUp = () => {
      if (document.visibilityState === 'visible') void this.#drafts.catchUp();
    };
    document.addEventListener('visibilitychange', catchUp, { signal });
    globalThis.addEventListener('pageshow', catchUp, { signal });
    void this.#started.then(() => this.#load());
  }

  hostDisconnected(): void {
    // An element that is only moved is in the page again by then.
    queueMicrotask(() => {
      if (this.#parts.form.isConnected) return;
      this.#connection?.abort();
      this.#connection = undefined;
      this.#drafts.leave();
    });
  }

  hostUpdated(): void {
    this.#drafts.check();
    this.#show();
  }

  /** Resolves when no other tab is sending the draft; from then on this one is, until it has an outcome. */
  takeTurn(): Promise<void> {
    return this.#drafts.takeTurn();
  }

  /** Tries until there is an outcome. A page that ends meanwhile leaves word of it. */
  deliver: SubmissionSteps['deliver'] = async (once, { signal, canRepeat }) => {
    const { form } = this.#parts;
    const isIdempotent = () => canRepeat() && form.backend?.capabilities?.idempotent !== false;
    this.#afterwards = undefined;
    const tryOnce: typeof once = (trying) => {
      const answer = once(trying);
      this.#drafts.markSending(isIdempotent() ? 'again' : 'unknown');
      return answer;
    };
    try {
      return await this.#delivery.deliver(tryOnce, { signal, isIdempotent });
    } catch (error) {
      this.#drafts.markSending(undefined);
      if (!signal.aborted) this.#afterwards = (messages) => failureView(error, messages);
      throw error;
    }
  };

  /** Drops the draft, and everything that is kept of its requester on this device. */
  async forget(): Promise<void> {
    await this.#started;
    await Promise.all([this.#drafts.forget(), this.#files.forget()]);
  }

  async #start(): Promise<void> {
    const { form } = this.#parts;
    await form.updateComplete;
    // What must not be stored has to be known before anything is.
    const finder = await import('../core/secrets/find-secrets.js').catch(() => undefined);
    if (finder) this.#secrets.use(finder);
  }

  async #load(): Promise<void> {
    await this.#drafts.load();
    const { sending } = this.#drafts;
    if (sending) this.#resume(sending);
  }

  /** A page has ended while the draft was being sent. */
  #resume(sending: Sending): void {
    this.#drafts.markSending(undefined);
    if (sending === 'again') void this.#parts.form.submit();
    else this.#afterwards = (messages) => interruptedView(sending, messages);
    this.#show();
  }

  #listen(): void {
    const { form } = this.#parts;
    const early = { capture: true };
    form.addEventListener('case-changed', (event) => this.#onChanged(event), early);
    form.addEventListener('case-submitted', (event) => this.#onSubmitted(event), early);
    for (const type of ['case-refused', 'case-failed', 'case-discarded'] as const) {
      form.addEventListener(type, () => this.#drafts.leaveTurn(), early);
    }
    form.shadowRoot?.addEventListener('submit', (event) => this.#hold(event), early);
  }

  #onChanged({ target, changed }: CaseChangedEvent): void {
    if (target !== this.#parts.form) return;
    this.#drafts.note(changed.filter((name) => name !== 'attachments'));
    if (changed.length) this.#afterwards = undefined;
    this.#show();
  }

  #onSubmitted(event: CaseSubmittedEvent): void {
    if (event.target !== this.#parts.form) return;
    const filed = this.#files.submitted(event);
    if (filed) void filed.then(() => this.#drafts.end(event));
    else void this.#drafts.end(event);
  }

  #mask(field: KeptField): KeptField {
    const { value } = field;
    if (typeof value !== 'string') return field;
    const masked = this.#secrets.masked(value);
    return masked === value ? field : { ...field, value: masked };
  }

  get #suspicions() {
    const { state, definition } = this.#parts;
    return this.#secrets.suspicions(definition(), state.values);
  }

  /** What was not seen before is asked about once; whoever presses Submit again means it. */
  #hold(event: Event): void {
    const found = JSON.stringify(this.#suspicions);
    if (found === '[]' || found === this.#wasHeld) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#isHeld = true;
    this.#wasHeld = found;
    this.#notices.focusWarning();
  }

  #maskAll(): void {
    const { form, state } = this.#parts;
    const names = this.#suspicions.map(({ name }) => name);
    for (const name of names) state.write(name, this.#secrets.masked(String(state.values[name])));
    form.requestUpdate();
    const event = new CaseChangedEvent(form.draft, names);
    form.dispatchEvent(event);
    this.#release();
  }

  #sendAsIs(): void {
    const { state } = this.#parts;
    for (const { name } of this.#suspicions) this.#secrets.allow(String(state.values[name]));
    this.#release();
  }

  /** The person has decided; what they had begun goes on. */
  #release(): void {
    const { form } = this.#parts;
    this.#show();
    if (this.#isHeld) void form.submit();
    this.#isHeld = false;
  }

  #show(): void {
    const { restored, occurrence, leftovers, mayChoose, isChosen } = this.#drafts;
    const { saved, problem } = this.#shelf;
    const { key } = this.#parts.state;
    const { delivery: texts = enDelivery } = this.#parts.form.messages;
    if (this.#key !== key) {
      this.#notices.forget();
      this.#wasHeld = '';
    }
    this.#key = key;
    this.#notices.show({
      saved,
      problem,
      restored,
      occurrence,
      leftovers,
      choice: mayChoose ? isChosen : undefined,
      suspicions: this.#suspicions,
      delivery: deliveryView(this.#delivery, texts) ?? this.#afterwards?.(texts),
    });
  }
}

/** What stays in this tab alone is sealed where it is a file, since a device keeps it longer than the tab. */
function storesOf({ draftStore }: KeptForm): { device: DraftStore; tab: DraftStore } {
  const device = draftStore ?? deviceDrafts();
  const files = device.files && sealedFiles(device.files);
  return { device, tab: { ...sessionDrafts(), ...(files && { files }) } };
}
