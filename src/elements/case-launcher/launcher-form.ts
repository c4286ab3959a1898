import { html, nothing, type TemplateResult } from 'lit';
import { chooseForm } from '../../core/form-choice.js';
import { type RequesterForm, requesterForm } from '../../core/known-requester.js';
import { newCaseForm } from '../../core/new-case-form.js';
import {
  consultedArticle,
  contextValues,
  type RequestContext,
} from '../../core/request-context.js';
import { defaultFieldTypes } from '../../fields/default-field-types.js';
import { enForm, enSolutions, enUpload } from '../../locales/en.js';
import type {
  CaseFormMessages,
  CaseSolutionsMessages,
  CaseUploadMessages,
} from '../../locales/en.js';
import type { Definition } from '../../schema/definition.js';
import { CaseForm } from '../case-form/case-form.js';
import { CaseSolutions } from '../case-solutions/case-solutions.js';
import { CaseUpload } from '../case-upload/case-upload.js';
import type { CaseLauncher } from './case-launcher.js';

/** What the host's style sheet reaches through the launcher. */
const PARTS =
  'field, label, optional, help, input, option, error, counter, summary, failure, actions, button: form-button, primary, receipt, number';

/** The form in a launcher's dialog, with a place for files, beside recommended articles. */
export class LauncherForm {
  readonly #launcher: CaseLauncher;
  #made: (RequesterForm & { readonly of: readonly unknown[] }) | undefined;
  #told: RequestContext | undefined;

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
    const { action, backend, fieldTypes, messages, uploader, filesAction, source } = this.#launcher;
    const { definition, prefill } = this.#form();
    const upload = html`<case-upload
      slot="attachments"
      action=${filesAction}
      .uploader=${uploader}
      .messages=${messages.upload ? (messages as CaseUploadMessages) : enUpload}
    ></case-upload>`;
    const solutions = html`<case-solutions
      for="form"
      part="solutions"
      .source=${source}
      .messages=${messages.solutions ? (messages as CaseSolutionsMessages) : enSolutions}
    ></case-solutions>`;
    return html`<div id="columns">
      <case-form
        id="form"
        part="form"
        exportparts=${PARTS}
        action=${action ?? nothing}
        .definition=${definition}
        .fieldTypes=${fieldTypes ?? defaultFieldTypes}
        .prefill=${prefill}
        .backend=${backend}
        .messages=${this.#formMessages}
        >${uploader || filesAction ? upload : nothing}</case-form
      >
      ${source ? solutions : nothing}
    </div>`;
  }

  get #formMessages(): CaseFormMessages {
    const { messages } = this.#launcher;
    return messages.form ? (messages as CaseFormMessages) : enForm;
  }

  /** The form for this person and page. Made anew only for other ones: a new definition is checked again. */
  #form(): RequesterForm {
    const { definition, forms, page, prefill, context, requester } = this.#launcher;
    const of = [definition, forms, page, prefill, context, requester, this.#formMessages];
    if (this.#made && of.every((part, index) => part === this.#made?.of[index])) return this.#made;
    const chosen = this.#definition();
    const form = requesterForm(chosen, requester);
    this.#made = {
      ...form,
      // Keeps its identity where nothing of it has changed.
      prefill: {
        ...contextValues(context),
        ...form.prefill,
        ...prefill,
      } as RequesterForm['prefill'],
      of,
    };
    return this.#made;
  }

  #definition(): Definition {
    const { definition, forms, page, context, requester } = this.#launcher;
    if (forms.length) return chooseForm(forms, { requester, page }, context.form).form.definition;
    if (!definition) return newCaseForm(this.#formMessages);
    // The form says what is wrong with JSON that is none.
    return (typeof definition === 'string' ? fromJson(definition) : definition) as Definition;
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
