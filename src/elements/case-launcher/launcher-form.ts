import { html, nothing, type TemplateResult } from 'lit';
import type { OfferedForm } from '../../core/form-choice.js';
import {
  consultedArticle,
  contextValues,
  type RequestContext,
} from '../../core/request-context.js';
import { defaultFieldTypes } from '../../fields/default-field-types.js';
import { enForm, enSolutions, enUpload } from '../../locales/en.js';
import type {
  CaseFormMessages,
  CaseLauncherMessages,
  CaseSolutionsMessages,
  CaseUploadMessages,
} from '../../locales/en.js';
import { CaseForm } from '../case-form/case-form.js';
import { CaseSolutions } from '../case-solutions/case-solutions.js';
import { CaseUpload } from '../case-upload/case-upload.js';
import type { CaseLauncher } from './case-launcher.js';

/** What the host's style sheet reaches through the launcher. */
const PARTS =
  'field, label, optional, help, input, option, error, counter, summary, failure, actions, button: form-button, primary, receipt, number';

interface Texts {
  readonly of: CaseLauncherMessages;
  readonly form: CaseFormMessages;
  readonly solutions: CaseSolutionsMessages;
  readonly upload: CaseUploadMessages;
}

interface Beginning {
  readonly of: readonly unknown[];
  readonly forms: readonly OfferedForm[];
  readonly prefill: Readonly<Record<string, unknown>>;
}

/** The form in a launcher's dialog, with a place for files, beside recommended articles. */
export class LauncherForm {
  readonly #launcher: CaseLauncher;
  #begun: Beginning | undefined;
  #told: RequestContext | undefined;
  #said: Texts | undefined;

  constructor(launcher: CaseLauncher) {
    this.#launcher = launcher;
    CaseForm.define();
    CaseSolutions.define();
    CaseUpload.define();
  }

  /** Notes the article that the person comes from, once for each time they come. */
  async opened(): Promise<void> {
    const { context, renderRoot } = this.#launcher;
    const form = renderRoot.querySelector('case-form');
    await form?.updateComplete;
    const article = consultedArticle(context);
    if (article && context !== this.#told) form?.consult(article, article.as);
    this.#told = context;
  }

  render(): TemplateResult {
    const { action, backend, fieldTypes, uploader, filesAction, source } = this.#launcher;
    const { definition, page, requester } = this.#launcher;
    const { forms, prefill } = this.#beginning();
    const texts = this.#texts();
    const upload = html`<case-upload
      slot="attachments"
      .action=${filesAction}
      .uploader=${uploader}
      .messages=${texts.upload}
    ></case-upload>`;
    const solutions = html`<case-solutions
      .for=${'form'}
      part="solutions"
      .source=${source}
      .messages=${texts.solutions}
    ></case-solutions>`;
    return html`<div id="columns">
      <case-form
        id="form"
        part="form"
        exportparts=${PARTS}
        .action=${action}
        .definition=${definition}
        .forms=${forms}
        .page=${page}
        .requester=${requester}
        .fieldTypes=${fieldTypes ?? defaultFieldTypes}
        .prefill=${prefill}
        .backend=${backend}
        .messages=${texts.form}
        >${uploader || filesAction ? upload : nothing}</case-form
      >
      ${source ? solutions : nothing}
    </div>`;
  }

  /** The texts of each part. English stands where the launcher's own say nothing. */
  #texts(): Texts {
    const { messages } = this.#launcher;
    if (this.#said?.of === messages) return this.#said;
    this.#said = {
      of: messages,
      form: { ...enForm, ...messages },
      solutions: { ...enSolutions, ...messages },
      upload: { ...enUpload, ...messages },
    };
    return this.#said;
  }

  /** What the form is given to begin with. The same objects until something of it changes. */
  #beginning(): Beginning {
    const { forms, prefill, context } = this.#launcher;
    const of = [forms, prefill, context];
    if (this.#begun && of.every((part, index) => part === this.#begun?.of[index])) {
      return this.#begun;
    }
    // The one that is asked for stands before the others: of those that are offered, the first is shown.
    const isWanted = ({ definition }: OfferedForm) => Number(definition.id === context.form);
    this.#begun = {
      of,
      forms: [...forms].sort((one, other) => isWanted(other) - isWanted(one)),
      prefill: { ...contextValues(context), ...prefill },
    };
    return this.#begun;
  }
}
