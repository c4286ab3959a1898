import type { Consulted } from '../../schema/consulted.js';
import { isWebLink } from '../../schema/web-link.js';
import type { DescribedCase } from '../describe-case.js';
import type { Desk } from '../desk.js';
import { publicValues } from '../public-values.js';
import type { StoredCase } from '../store/case-rows.js';
import { answersList } from './answers-list.js';
import { type Html, markup } from './markup.js';
import { layout } from './layout.js';
import type { PageTexts } from './page-texts.js';

/** What the page of a case is made of. */
export interface CasePage {
  readonly case: StoredCase;
  /** The same in its own words. */
  readonly told: DescribedCase;
  /** What its address calls it. */
  readonly called: string;
  readonly desk: Desk;
}

/** A case as the person who opened it sees it. */
export function casePage(page: CasePage): Html {
  const { case: found, told, called, desk } = page;
  const { messages, texts, base } = desk;
  return layout(
    texts.caseTitle(found.number),
    messages,
    markup`<p>${texts.status}: <strong class="status">${texts.statuses[found.status]}</strong></p>
      <p>${texts.opened}: ${moment(found.created, texts)}</p>
      ${told.expectation !== undefined && markup`<p>${told.expectation}</p>`}
      <p>
        <a href="${base}/cases/${called}/receipt" download>${texts.receipt}</a>
      </p>`,
    answers(found.revisions.at(-1), page),
    attachments(page),
    comments(page),
    consulted(page),
    earlier(page),
  );
}

function answers(
  revision: StoredCase['revisions'][number] | undefined,
  { case: { form }, desk: { forms, texts } }: CasePage,
): Html {
  const definition = forms.get(form)?.definition;
  const values = revision ? publicValues(revision, definition) : {};
  return answersList(values, definition?.fields ?? [], texts);
}

function attachments({ told: { attachments: files }, desk }: CasePage): Html | false {
  if (!files.length) return false;
  const { upload } = desk.messages;
  return markup`<h2>${upload.label}</h2>
    <ul>
      ${files.map(
        ({ url, name, size }) =>
          markup`<li>
            <a href="${url ?? ''}" download><bdi>${name}</bdi></a> (${upload.size(size)})
          </li>`,
      )}
    </ul>`;
}

function comments({ told, desk: { texts } }: CasePage): Html | false {
  if (!told.comments.length) return false;
  return markup`<h2>${texts.comments}</h2>
    ${told.comments.map(
      ({ author, text, created }) =>
        markup`<article>
          <h3>
            <bdi>${author.name}</bdi>${author.isStaff && ` (${texts.staff})`},
            ${moment(created, texts)}
          </h3>
          <p class="text">${text}</p>
        </article>`,
    )}`;
}

function consulted({ case: { solutions }, desk: { texts } }: CasePage): Html | false {
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
  return markup`<h2>${page.desk.texts.earlier}</h2>
    ${before.map(
      (revision) =>
        markup`<details>
          <summary>${moment(revision.created, page.desk.texts)}</summary>
          ${answers(revision, page)}
        </details>`,
    )}`;
}

function moment(iso: string, texts: PageTexts): Html {
  return markup`<time datetime="${iso}">${texts.time(new Date(iso))}</time>`;
}
