import { html, nothing, type TemplateResult } from 'lit';
import type { CaseFormMessages } from '../../locales/en.js';
import type { Issue } from '../../schema/outcome.js';

/** More mistakes than this nobody reads at once. */
const SHOWN = 50;

/** What is wrong, all in one place, with links to the fields and the same words as there. */
export function summary(
  issues: readonly Issue[],
  { form }: CaseFormMessages,
  { names, goTo }: { names: readonly string[]; goTo: (name: string) => void },
): TemplateResult | typeof nothing {
  if (!issues.length) return nothing;
  const link = ({ path: [name], message }: Issue) => {
    const follow = (click: Event) => {
      click.preventDefault();
      goTo(String(name));
    };
    const isThere = [...names, 'attachments'].includes(String(name));
    return html`<li>
      ${isThere ? html`<a href="#field-${name}" @click=${follow}>${message}</a>` : message}
    </li>`;
  };
  return html`<div
    part="summary"
    id="notice"
    role="group"
    aria-labelledby="notice-title"
    tabindex="-1"
  >
    <h2 id="notice-title">${form.summary(issues.length)}</h2>
    <ul>
      ${issues.slice(0, SHOWN).map(link)}
    </ul>
  </div>`;
}

/** Nobody knows whether the case exists. */
export function failure({ form }: CaseFormMessages): TemplateResult {
  return html`<div part="failure" id="notice" role="alert" tabindex="-1">
    <h2>${form.failed}</h2>
    <p>${form.failedHint}</p>
  </div>`;
}
