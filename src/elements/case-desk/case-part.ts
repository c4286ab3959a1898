import { html } from 'lit';
import { CaseView } from '../case-view/case-view.js';
import type { DeskPart } from './desk-part.js';

/** One case; while something else is shown, none, so that nobody asks for it. */
export function casePart(): DeskPart {
  CaseView.define();
  return ({ desk, number }) =>
    html`<case-view
      .messages=${desk.messages}
      .backend=${desk.backend}
      .uploader=${desk.uploader}
      .person=${desk.person}
      .number=${number}
    ></case-view>`;
}
