import { html, nothing, type TemplateResult } from 'lit';
import type { CaseFormMessages } from '../../locales/en.js';
import type { Receipt } from '../../schema/outcome.js';

// What a form needs once it is there, and not before: it comes in one chunk.
export { CaseKeeper } from '../../controllers/case-keeper.js';

/**
 * The case exists: its number, where it is, what was sent of it, and room for files that come later. What
 * is empty here is filled by the keeper, as the files get on.
 */
export function receiptView(
  receipt: Receipt,
  { form }: CaseFormMessages,
  files: unknown,
  restart: () => void,
): TemplateResult {
  return html`<section part="receipt">
    <h2 id="notice" tabindex="-1">${form.submitted}</h2>
    <dl>
      <dt>${form.caseNumber}</dt>
      <dd part="number"><bdi>${receipt.number}</bdi></dd>
    </dl>
    ${receipt.url ? html`<p><a part="link" href=${receipt.url}>${form.openCase}</a></p>` : nothing}
    <p part="ledger" id="ledger" role="status"></p>
    <button part="button" id="attach" type="button" hidden>${form.tryAgain}</button>
    <div id="files">${files}</div>
    <button part="button" id="restart" type="button" @click=${restart}>${form.newCase}</button>
  </section>`;
}

/** An article has solved the problem. */
export function solvedView(
  { form }: CaseFormMessages,
  { restart, reopen }: { restart: () => void; reopen: () => void },
): TemplateResult {
  return html`<section part="receipt">
    <h2 id="notice" tabindex="-1">${form.solved}</h2>
    <p>${form.solvedHint}</p>
    <p part="actions">
      <button part="button" type="button" @click=${reopen}>${form.notSolved}</button>
      <button part="button" type="button" @click=${restart}>${form.newCase}</button>
    </p>
  </section>`;
}
