import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { draftText } from '../core/draft-text.js';
import { mailLink } from '../core/mail-link.js';
import { enMail, type MailMessages } from '../locales/en-mail.js';
import type { CaseFormMessages } from '../locales/en.js';
import type { Definition } from '../schema/definition.js';
import type { Draft } from '../schema/draft.js';

export interface MailViewOptions {
  /** The address that the e-mail goes to. */
  readonly to: string;
  readonly messages: CaseFormMessages;
}

/**
 * A way out by e-mail: a link that opens the person's mail program with subject and text as written, and
 * where a link cannot carry all of it, a button that copies the whole text.
 *
 * `draft` is asked again when the link is used: most keys change nothing that is drawn.
 *
 * @throws {TypeError} When `to` is no address of e-mail.
 */
export function mailView(
  draft: () => Draft,
  definition: Definition,
  { to, messages: { mail: texts = enMail } }: MailViewOptions,
): TemplateResult {
  const written = () => mailLink({ to, ...draftText(draft(), definition, texts) });
  const { href, isCut } = written();
  const files = draft().attachments.length;
  const refresh = ({ currentTarget }: Event) => {
    const link = currentTarget as HTMLAnchorElement;
    const now = written();
    link.href = now.href;
    partOf(link, 'mail-cut')?.toggleAttribute('hidden', !now.isCut);
  };
  return html`<section part="mail">
    <p>
      <a part="link" href=${live(href)} @pointerdown=${refresh} @focus=${refresh} @click=${refresh}
        >${texts.write}</a
      >
    </p>
    ${files ? html`<p part="help">${texts.files(files)}</p>` : nothing}
    <div part="mail-cut" .hidden=${live(!isCut)}>
      <p part="help">${texts.cut}</p>
      <p part="actions">
        <button
          part="button"
          type="button"
          @click=${({ currentTarget }: Event) =>
            copy(currentTarget as HTMLElement, { text: written().text, texts })}
        >
          ${texts.copy}
        </button>
      </p>
      <p part="help" aria-live="polite"></p>
      <div part="mail-text" hidden>
        <textarea part="input" readonly rows="8" dir="auto" aria-label=${texts.copy}></textarea>
      </div>
    </div>
  </section>`;
}

/** Copies the text, and says so; where the browser does not let a page do it, the person can. */
async function copy(
  button: HTMLElement,
  { text, texts }: { text: string; texts: MailMessages },
): Promise<void> {
  const box = partOf(button, 'mail-text');
  const isCopied = await toClipboard(text);
  const area = box?.querySelector('textarea');
  if (!box?.previousElementSibling || !area) return;
  box.previousElementSibling.textContent = isCopied ? texts.copied : texts.copyFailed;
  area.value = text;
  box.hidden = isCopied;
  if (!isCopied) area.select();
}

async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // It is not allowed, or there is none, as on a page without TLS.
  }
}

/** What stands in the same view. */
function partOf(element: HTMLElement, part: string): HTMLElement | null | undefined {
  return element.closest('[part=mail]')?.querySelector<HTMLElement>(`[part=${part}]`);
}
