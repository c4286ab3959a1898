import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../../controllers/add-styles.js';
import { CaseKeeper } from '../../controllers/case-keeper.js';
import type { FormParts } from '../../controllers/kept-form.js';
import { saveText } from '../../controllers/save-text.js';
import { receiptText } from '../../core/receipt-text.js';
import { type Routed, routeDraft } from '../../core/routes.js';
import { enEnding } from '../../locales/en-ending.js';
import { enRouting } from '../../locales/en-routing.js';
import type { CaseFormMessages } from '../../locales/en.js';
import type { Definition } from '../../schema/definition.js';
import type { Draft } from '../../schema/draft.js';
import type { Receipt } from '../../schema/outcome.js';
import type { Requester } from '../../schema/requester.js';
import { laterStyles } from './case-form.later.styles.js';

// What a form needs once it is there, and not before: it comes in one chunk.

export type { CaseKeeper };

/** Begins to keep what is written in a form, once it is there. */
export function keep(parts: FormParts): CaseKeeper {
  const { shadowRoot } = parts.form;
  if (shadowRoot) addStyles(shadowRoot, laterStyles);
  return new CaseKeeper(parts);
}

/** A draft that has become a case, and what can still be done. */
export interface Submitted {
  readonly draft: Draft;
  readonly definition: Definition;
  readonly slot: TemplateResult;
  readonly hasFiles: boolean;
  readonly restart: () => void;
}

/** When each case was opened, in milliseconds since 1970: a receipt may be saved long after. */
const opened = new WeakMap<Receipt, number>();

/**
 * The case exists: its number, where it is, what was sent of it, and room for files that come later. What
 * is empty here is filled by the keeper, as the files get on.
 */
export function receiptView(
  receipt: Receipt,
  messages: CaseFormMessages,
  { slot, hasFiles, restart, draft, definition }: Submitted,
): TemplateResult {
  const texts = messages.ending ?? enEnding;
  const { number } = receipt;
  const time = opened.get(receipt) ?? Date.now();
  opened.set(receipt, time);
  const save = () => {
    const words = new Intl.DateTimeFormat(messages.language, {
      dateStyle: 'long',
      timeStyle: 'short',
    });
    const head = {
      title: `${texts.caseNumber}: ${number}`,
      time: words.format(time),
      url: receipt.url && new URL(receipt.url, document.baseURI).href,
    };
    saveText(`${number}.txt`, receiptText(head, draft, definition));
  };
  return html`<section part="receipt">
    <h2 id="notice" tabindex="-1">${messages.form.submitted}</h2>
    <dl>
      <dt>${texts.caseNumber}</dt>
      <dd part="number"><bdi>${number}</bdi></dd>
    </dl>
    ${receipt.url ? html`<p><a part="link" href=${receipt.url}>${texts.openCase}</a></p>` : nothing}
    <p><button part="button" type="button" @click=${save}>${texts.receipt}</button></p>
    <p part="ledger" id="ledger" role="status"></p>
    <button part="button" id="attach" type="button" hidden>${messages.form.tryAgain}</button>
    <div id="files">
      <div ?hidden=${!hasFiles}>
        <p>${texts.addFiles}</p>
        ${slot}
      </div>
    </div>
    <button part="button" id="restart" type="button" @click=${restart}>${texts.newCase}</button>
  </section>`;
}

/** Who takes the case, when to expect an answer, and whether another way is better. */
export function routingView(
  {
    messages,
    requester,
    page,
  }: {
    readonly messages: CaseFormMessages;
    readonly requester: Requester | string | undefined;
    readonly page: Routed['page'];
  },
  { values }: Draft,
  { routes }: Definition,
): TemplateResult {
  const { routing: texts = enRouting } = messages;
  const who = typeof requester === 'object' ? { requester } : {};
  const { queue, expectation, wayOut } = routeDraft(routes, { values, page, ...who });
  const sentence = [queue && texts.goesTo(queue), expectation].filter(Boolean).join(' · ');
  return html`<div part="expectation" aria-live="polite">
    ${sentence ? html`<p>${sentence}</p>` : nothing}
    ${wayOut ? html`<p><a part="link" href=${wayOut.url}>${wayOut.text}</a></p>` : nothing}
  </div>`;
}

/** An article has solved the problem. */
export function solvedView(
  { form, ending: texts = enEnding }: CaseFormMessages,
  { restart, reopen }: { restart: () => void; reopen: () => void },
): TemplateResult {
  return html`<section part="receipt">
    <h2 id="notice" tabindex="-1">${form.solved}</h2>
    <p>${texts.solvedHint}</p>
    <p part="actions">
      <button part="button" type="button" @click=${reopen}>${texts.notSolved}</button>
      <button part="button" type="button" @click=${restart}>${texts.newCase}</button>
    </p>
  </section>`;
}

/** Asks before something is lost. */
export function discardDialog(
  { ending: texts = enEnding }: CaseFormMessages,
  discard: () => void,
): TemplateResult {
  return html`<dialog part="dialog" aria-labelledby="discard-title" aria-describedby="discard-hint">
    <form method="dialog">
      <h2 id="discard-title">${texts.discardQuestion}</h2>
      <p id="discard-hint">${texts.discardHint}</p>
      <p part="actions">
        <button part="button">${texts.keepWriting}</button>
        <button part="button danger" @click=${discard}>${texts.discard}</button>
      </p>
    </form>
  </dialog>`;
}
