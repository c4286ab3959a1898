import type { ReactiveController } from 'lit';
import type { CaseChangedEvent, CaseSubmittedEvent } from '../events/case-events.js';
import { identityIssues, isIdentityIssue } from '../core/identity-issues.js';
import { enDelivery } from '../locales/en-delivery.js';
import { enIdentity } from '../locales/en-identity.js';
import type { Sending } from '../schema/kept-draft.js';
import { isReceipt, OutcomeSchema } from '../schema/outcome.js';
import { parse } from '../schema/parse.js';
import { asRequester } from '../core/as-requester.js';
import { AttachmentPolicyController } from './attachment-policy-controller.js';
import { DeliveryController } from './delivery-controller.js';
import {
  type DeliveryView,
  deliveryView,
  failureView,
  interruptedView,
  signInView,
} from './delivery-notice.js';
import { DraftKeeper } from './draft-keeper.js';
import { DraftNotices } from './draft-notices.js';
import { DraftShelf } from './draft-shelf.js';
import { draftStores } from './draft-stores.js';
import type { FormParts } from './kept-form.js';
import { SecretGate } from './secret-gate.js';
import { MailOffer } from './mail-offer.js';
import { PageWatch } from './page-watch.js';
import type { SubmissionSteps } from './submission-controller.js';

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
  readonly #secrets: SecretGate;
  readonly #delivery: DeliveryController;
  readonly #files: AttachmentPolicyController;
  readonly #mail: MailOffer;
  /** What there is to say of a submission that has ended without an outcome. */
  #afterwards: ((messages: typeof enDelivery) => DeliveryView) | undefined;
  /** Whether the case of this draft waits for files. */
  #isFiling = false;
  /** Whether this draft could not be sent. */
  #hasFailed = false;
  #key = '';
  readonly #started: Promise<void>;

  constructor(parts: FormParts) {
    const { form } = parts;
    this.#parts = parts;
    const show = () => this.#show();
    this.#delivery = new DeliveryController({ requestUpdate: show });
    this.#files = new AttachmentPolicyController(parts);
    this.#mail = new MailOffer(parts, show);
    this.#secrets = new SecretGate(parts, { ask: () => this.#notices.focusWarning(), show });
    this.#shelf = new DraftShelf(draftStores(form.draftStore), show);
    this.#drafts = new DraftKeeper({
      ...parts,
      shelf: this.#shelf,
      changed: show,
      mask: (field) => this.#secrets.storable(field),
    });
    this.#notices = new DraftNotices(form, {
      choose: (isKept) => this.#drafts.choose(isKept),
      startOver: parts.cancel,
      dismissLeftovers: () => this.#drafts.dismissLeftovers(),
      mask: () => this.#secrets.mask(),
      sendAsIs: () => this.#secrets.sendAsIs(),
    });
    this.#listen();
    this.#started = this.#start();
    form.addController(this);
    new PageWatch(form, {
      arrived: () => void this.#started.then(() => this.#load()),
      seen: () => void this.#drafts.catchUp(),
      left: () => {
        this.#drafts.leave();
        this.#leaveFiling();
      },
    });
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
      const answer = await this.#delivery.deliver(tryOnce, { signal, isIdempotent });
      return this.#withIdentity(answer);
    } catch (error) {
      this.#drafts.markSending(undefined);
      this.#hasFailed = !signal.aborted;
      if (this.#hasFailed) this.#afterwards = (messages) => failureView(error, messages);
      throw error;
    }
  };

  /** What is wrong with the person, and not with what they wrote, says what to do about it. */
  #withIdentity(answer: unknown): unknown {
    const { value: outcome } = parse(OutcomeSchema, answer);
    if (!outcome || isReceipt(outcome)) return answer;
    const { form, definition } = this.#parts;
    const { identity: messages = enIdentity } = form.messages;
    const requester = asRequester(form.requester);
    const address = form.getAttribute('sign-in');
    if (address !== null && outcome.issues.some(isIdentityIssue)) {
      this.#afterwards = () => signInView(address, messages);
    }
    const issues = identityIssues(outcome.issues, {
      definition: definition(),
      requester,
      messages,
    });
    return { issues };
  }

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
    this.#isFiling = !!filed;
    if (filed) void filed.then(() => this.#drafts.end(event));
    else void this.#drafts.end(event);
    this.#leaveFiling();
  }

  /** The case is there, and its files stand still out of the page: another form may bring them. */
  #leaveFiling(): void {
    if (this.#isFiling && !this.#parts.form.isConnected) this.#drafts.leaveTurn();
  }

  #show(): void {
    const { restored, occurrence, leftovers, mayChoose, isChosen } = this.#drafts;
    const { saved, problem } = this.#shelf;
    const { key } = this.#parts.state;
    const { delivery: texts = enDelivery } = this.#parts.form.messages;
    if (this.#key !== key) {
      this.#notices.forget();
      this.#secrets.forget();
      this.#hasFailed = false;
    }
    this.#key = key;
    this.#notices.show({
      saved,
      problem,
      restored,
      occurrence,
      leftovers,
      choice: mayChoose ? isChosen : undefined,
      suspicions: this.#secrets.suspicions,
      delivery: deliveryView(this.#delivery, texts) ?? this.#afterwards?.(texts),
      mail: this.#mail.view({ hasFailed: this.#hasFailed }),
    });
  }
}
