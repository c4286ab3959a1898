import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { forgetUploads } from '../adapters/uploads/url-store.js';
import { fileStep, goesOnAfterwards } from '../core/attachment-policy.js';
import { isOnItsWay, type SentFiles, sentFiles } from '../core/sent-files.js';
import { sleep } from '../core/sleep.js';
import type { CaseSubmittedEvent } from '../events/case-events.js';
import type { AttachmentSource } from '../ports/attachment-source.js';
import type { Attachment } from '../schema/attachment.js';
import { CaseLedger } from './case-ledger.js';
import { DeliveryController } from './delivery-controller.js';
import type { FormParts } from './kept-form.js';

type Source = HTMLElement & AttachmentSource;

/** Milliseconds after which nobody waits for a store that does not answer. */
const SLOW = 1000;

/** A case that the form has opened, until it begins another draft. */
interface OpenedCase {
  readonly number: string;
  /** Its files are uploaded with it. */
  readonly key: string;
  /** The ids of the files that the backend has taken; nothing where it need not be asked. */
  readonly attached: Set<string> | undefined;
  /** Aborts with the next draft. */
  readonly over: AbortController;
}

/**
 * Lets the files of a form go when its backend takes them: before the case, after it, or never. Once there is
 * a case it brings it the files that were held, and tells what has become of each.
 */
export class AttachmentPolicyController implements ReactiveController {
  readonly #parts: FormParts;
  readonly #ledger: CaseLedger;
  readonly #delivery = new DeliveryController({ requestUpdate: () => this.#show() });
  /** The areas that are closed, and whether they were before. */
  readonly #closed = new Map<Source, boolean>();
  readonly #followed = new WeakSet<Source>();
  #case: OpenedCase | undefined;
  #bringing: Promise<void> | undefined;
  /** Goes on after the backend has not taken the files; there where the person is asked to. */
  #goOn: (() => void) | undefined;
  #onMove: (() => void) | undefined;

  constructor(parts: FormParts) {
    const { form } = parts;
    this.#parts = parts;
    this.#ledger = new CaseLedger(form, () => this.#goOn?.());
    form.addController(this);
    this.#apply();
  }

  hostUpdated(): void {
    if (this.#case && this.#case.key !== this.#parts.state.key) this.#end();
    this.#apply();
  }

  /**
   * The case exists. Gives a promise where it does not have its files yet, which resolves when it does:
   * until then the draft has to be kept, since sent again it brings the same case and the rest of its files.
   */
  submitted({
    draft: { key },
    receipt: { number },
  }: CaseSubmittedEvent): Promise<void> | undefined {
    const { backend } = this.#parts.form;
    const { attach, idempotent } = backend?.capabilities ?? {};
    const isHolding = this.#isHolding;
    const attached = isHolding && attach && backend?.attach ? new Set<string>() : undefined;
    const over = new AbortController();
    this.#case = { number, key, attached, over };
    globalThis.addEventListener('beforeunload', this.#onLeave, { signal: over.signal });
    this.#apply();
    const bringing = isHolding ? this.#bring() : undefined;
    return idempotent === false ? undefined : bringing;
  }

  /** Forgets where any upload was going; resolves when it is forgotten, or when a store will not say so. */
  async forget(): Promise<void> {
    const { signal } = new AbortController();
    await Promise.race([forgetUploads().catch(() => undefined), sleep(SLOW, signal)]);
  }

  get #policy() {
    return this.#parts.form.backend?.capabilities?.attachments ?? 'before';
  }

  /** Files are kept back until there is a case. */
  get #isHolding(): boolean {
    return goesOnAfterwards(this.#policy);
  }

  get #sources(): Source[] {
    return this.#parts.fileSources();
  }

  get #files(): readonly Attachment[] {
    return this.#sources.flatMap(({ attachments = [] }) => attachments);
  }

  get #sent(): SentFiles {
    const again = this.#sources.flatMap(({ again: ids = [] }) => ids);
    return sentFiles({ files: this.#files, again, attached: this.#case?.attached });
  }

  #apply(): void {
    const { backend } = this.#parts.form;
    const phase = this.#case ? 'submitted' : 'writing';
    const { attachments, attach = false } = backend?.capabilities ?? {};
    // Who says nothing of files takes them whenever they come.
    const canJoin = attachments === undefined || attach;
    const isClosed = fileStep({ policy: this.#policy, phase, canJoin }) === 'refuse';
    for (const source of this.#sources) {
      // What goes with the case its uploader holds, `withCase()`, which has to have it by then.
      source.held = this.#isHolding && !this.#case;
      this.#close(source, isClosed);
      this.#follow(source);
    }
    this.#ledger.close(isClosed && this.#sources.length > 0);
    this.#show();
  }

  /** What nobody takes is not asked for; what is on the list all the same stays in sight. */
  #close(source: Source, isClosed: boolean): void {
    if (isClosed === this.#closed.has(source)) return;
    if (isClosed) this.#closed.set(source, source.hasAttribute('disabled'));
    source.toggleAttribute('disabled', isClosed || this.#closed.get(source));
    source.hidden = isClosed && !source.attachments.length;
    if (!isClosed) this.#closed.delete(source);
  }

  /** How files get on only their own element knows. */
  #follow(source: Source & Partial<ReactiveControllerHost>): void {
    if (this.#followed.has(source) || !source.addController) return;
    this.#followed.add(source);
    // Afterwards, since what waits for it asks for another update.
    source.addController({ hostUpdated: () => queueMicrotask(() => this.#onFiles()) });
  }

  #onFiles(): void {
    this.#show();
    this.#onMove?.();
    if (this.#case?.attached && !this.#bringing && this.#unattached.length) void this.#bring();
  }

  #show(): void {
    if (!this.#case) return;
    const { state } = this.#delivery;
    const isSlow = state && (state.phase === 'waiting' || state.isSlow);
    const trouble = this.#goOn ? 'notAttached' : isSlow ? 'attaching' : undefined;
    this.#ledger.show(this.#sent, trouble);
  }

  /** What the case does not have of what is stored. */
  get #unattached(): readonly Attachment[] {
    const { attached } = this.#case ?? {};
    return attached ? this.#stored.filter(({ id }) => !attached.has(id)) : [];
  }

  get #stored(): readonly Attachment[] {
    return this.#files.filter(({ status }) => status === 'uploaded');
  }

  #bring(): Promise<void> {
    this.#bringing ??= this.#bringAll().finally(() => {
      this.#bringing = undefined;
      this.#show();
    });
    return this.#bringing;
  }

  async #bringAll(): Promise<void> {
    const { over } = this.#case ?? {};
    const settle = () => Promise.all(this.#sources.map((source) => source.whenSettled()));
    while (over && !over.signal.aborted) {
      await settle();
      if (this.#unattached.length) {
        await this.#attach(over.signal).catch(() => this.#askToGoOn(over.signal));
      } else if (isOnItsWay(this.#sent)) await this.#moved(over.signal);
      else return;
    }
  }

  /** Resolves when files get on again that stand still, as they do out of the page. */
  async #moved(over: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#onMove = resolve;
      over.addEventListener('abort', () => resolve());
    });
  }

  async #attach(signal: AbortSignal): Promise<void> {
    const { backend } = this.#parts.form;
    const { number = '', key = '', attached } = this.#case ?? {};
    const attachments = [...this.#stored];
    const once = async (trying: AbortSignal) =>
      backend?.attach?.(number, { key, attachments }, { signal: trying });
    // A file that the case has already is there once.
    const answer = await this.#delivery.deliver(once, { signal, isIdempotent: () => true });
    if ('issues' in Object(answer)) throw new Error('The backend has refused the files.');
    for (const { id } of attachments) attached?.add(id);
  }

  /** Resolves when the person wants another try, or another draft. */
  async #askToGoOn(over: AbortSignal): Promise<void> {
    if (over.aborted) return;
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
      over.addEventListener('abort', () => resolve());
      this.#show();
    });
    this.#goOn = undefined;
    this.#show();
  }

  #end(): void {
    this.#case?.over.abort();
    this.#case = undefined;
  }

  readonly #onLeave = (event: Event): void => {
    if (this.#parts.form.isConnected && isOnItsWay(this.#sent)) event.preventDefault();
  };
}
