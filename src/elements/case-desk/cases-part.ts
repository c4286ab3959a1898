import { html } from 'lit';
import { CaseList } from '../case-list/case-list.js';
import type { DeskPart } from './desk-part.js';

/** The list of cases. */
export function casesPart(): DeskPart {
  CaseList.define();
  return ({ desk, open, create }) =>
    html`<case-list
      .messages=${desk.messages}
      .backend=${desk.backend}
      .person=${desk.person}
      .linkTemplate=${`${desk.base}case/{number}`}
      .newHref=${`${desk.base}new`}
      @case-open=${open}
      @case-new=${create}
    ></case-list>`;
}
