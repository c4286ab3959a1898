import type { Messages } from '../../locales/en.js';
import type { Definition } from '../../schema/definition.js';
import type { Consulted } from '../../schema/consulted.js';
import { isWebLink } from '../../schema/web-link.js';
import { publicValues } from '../public-values.js';
import type { StoredCase } from '../store/case-store.js';
import { answersList } from './answers-list.js';
import { type Html, markup } from './markup.js';
import { layout } from './layout.js';
import type { PageTexts } from './page-texts.js';

/** What the page of a case is made of. */
export interface CasePage {
  readonly case: StoredCase;
  /** Where the case lies, as a path. */
  readonly url: string;
  /** The form that it was written with, if it is still there. */
  readonly definition: Definition | undefined;
  readonly messages: Messages;
  readonly texts: PageTexts;
}

/** A case as the person who opened it sees it. */
export function casePage(page: CasePage): Html {
  const { case: found, messages, texts } = page;
  return layout(
    texts.caseTitle(found.number),
    messages,
    markup`<p>${texts.status}: <strong class="status">${texts.statuses[found.status]}</strong></p>
      <p>${texts.opened}: ${moment(found.created, texts)}</p>`,
    answers(found.revisions.at(-1), page),
    attachments(page),
    consulted(page),
    earlier(page),
  );
}

function answers(
  revision: StoredCase['revisions'][number] | undefined,
  { definition, texts }: CasePage,
): Html {
  const values = revision ? publicValues(revision, definition) : {};
  return answersList(values, definition?.fields ?? [], texts);
}

function attachments({ case: { files }, url, messages: { upload } }: CasePage): Html | false {
  if (!files.length) return false;
  return markup`<h2>${upload.label}</h2>
    <ul>
      ${files.map(
        ({ ref, name, size }) =>
          markup`<li>
            <a href="${url}/files/${ref}" download><bdi>${name}</bdi></a> (${upload.size(size)})
          </li>`,
      )}
    </ul>`;
}

function consulted({ case: { solutions }, texts }: CasePage): Html | false {
  if (!solutions.length) return false;
  return markup`<h2>${texts.consulted}</h2>
    <ul>
      ${solutions.map(
        (solution) => markup`<li>${titleOf(solution)} (${texts.consultedAs[solution.as]})</li>`,
      )}
    </ul>`;
}

/** An address that was relative to another page leads nowhere from this one. */
function titleOf({ title, url }: Consulted): Html {
  const leads = isWebLink(url) && /^(?:https?:|\/)/i.test(url);
  return leads ? markup`<a href="${url}"><bdi>${title}</bdi></a>` : markup`<bdi>${title}</bdi>`;
}

function earlier(page: CasePage): Html | false {
  const before = page.case.revisions.slice(0, -1).reverse();
  if (!before.length) return false;
  return markup`<h2>${page.texts.earlier}</h2>
    ${before.map(
      (revision) =>
        markup`<details>
          <summary>${moment(revision.created, page.texts)}</summary>
          ${answers(revision, page)}
        </details>`,
    )}`;
}

function moment(iso: string, texts: PageTexts): Html {
  return markup`<time datetime="${iso}">${texts.time(new Date(iso))}</time>`;
}
