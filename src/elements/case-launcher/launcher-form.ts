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
  CaseLauncherMessages,
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

interface Texts {
  readonly of: CaseLauncherMessages;
  readonly form: CaseFormMessages;
  readonly solutions: CaseSolutionsMessages;
  readonly upload: CaseUploadMessages;
}

/** The form in a launcher's dialog, with a place for files, beside recommended articles. */
export class LauncherForm {
  readonly #launcher: CaseLauncher;
  #made: (RequesterForm & { readonly of: readonly unknown[] }) | undefined;
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
    const { definition, prefill } = this.#form();
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

  /** The form for this person and page. Made anew only for other ones: a new definition is checked again. */
  #form(): RequesterForm {
    const { definition, forms, page, prefill, context, requester } = this.#launcher;
    const of = [definition, forms, page, prefill, context, requester, this.#texts().form];
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
      },
      of,
    };
    return this.#made;
  }

  #definition(): Definition {
    const { definition, forms, page, context, requester } = this.#launcher;
    if (forms.length) return chooseForm(forms, { requester, page }, context.form).form.definition;
    if (!definition) return newCaseForm(this.#texts().form);
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
