import type { TemplateResult } from 'lit';
import type { FormParts } from './kept-form.js';
import type * as MailNotice from './mail-notice.js';

/** Offers the way out by e-mail where the page names an address for it; what shows it comes when it is needed. */
export class MailOffer {
  readonly #parts: FormParts;
  readonly #show: () => void;
  #notice: typeof MailNotice | 'loading' | undefined;

  /** `show` is called once there is something to see. */
  constructor(parts: FormParts, show: () => void) {
    this.#parts = parts;
    this.#show = show;
  }

  /** The offer, where sending has failed, or always if the page wants that. */
  view({ hasFailed }: { readonly hasFailed: boolean }): TemplateResult | undefined {
    const { form, definition } = this.#parts;
    const to = form.getAttribute('mail');
    if (!to || !(hasFailed || form.getAttribute('mail-when') === 'always')) return undefined;
    if (typeof this.#notice === 'object') {
      const { messages } = form;
      return this.#notice.mailView(() => form.draft, definition(), { to, messages });
    }
    if (!this.#notice) void this.#load();
    return undefined;
  }

  async #load(): Promise<void> {
    this.#notice = 'loading';
    this.#notice = await import('./mail-notice.js').catch(() => undefined);
    if (this.#notice) this.#show();
  }
}
