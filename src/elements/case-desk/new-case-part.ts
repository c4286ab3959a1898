import { html, nothing, type TemplateResult } from 'lit';
import { enForm, enSolutions, enUpload, type Messages } from '../../locales/en.js';
import { CaseExisting } from '../case-existing/case-existing.js';
import { CaseForm } from '../case-form/case-form.js';
import { CaseSolutions } from '../case-solutions/case-solutions.js';
import { CaseUpload } from '../case-upload/case-upload.js';
import type { DeskPart } from './desk-part.js';

/** The form for a new case beside what may solve it; in it, what is open about the same thing. */
export function newCasePart(): DeskPart {
  CaseExisting.define();
  CaseForm.define();
  CaseSolutions.define();
  CaseUpload.define();
  return ({ desk, submitted, open }): TemplateResult => {
    const { messages, backend, uploader, source, definition, prefill } = desk;
    const takesFiles = backend?.capabilities?.attachments !== 'none';
    return html`<div part="new">
      <case-form
        id="new-case"
        .messages=${isWhole(messages) ? messages : enForm}
        .backend=${backend}
        .definition=${definition}
        .prefill=${prefill}
        @case-submitted=${submitted}
      >
        <case-existing
          slot="notices"
          .messages=${messages}
          .backend=${backend}
          .linkTemplate=${`${desk.base}case/{number}`}
          @case-open=${open}
        ></case-existing>
        ${
          takesFiles
            ? html`<case-upload
                slot="attachments"
                .messages=${isWhole(messages) ? messages : enUpload}
                .uploader=${uploader}
              ></case-upload>`
            : nothing
        }
      </case-form>
      <case-solutions
        .for=${'new-case'}
        .messages=${isWhole(messages) ? messages : enSolutions}
        .source=${source}
      ></case-solutions>
    </div>`;
  };
}

/** Whether the page has given the words of these, too. */
const isWhole = (messages: object): messages is Messages => 'form' in messages;
