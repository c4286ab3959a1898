import type { LitElement } from 'lit';
import type { DraftState } from '../core/draft-state.js';
import type { OfferedForm } from '../core/form-choice.js';
import type { CaseFormMessages } from '../locales/en.js';
import type { AttachmentSource } from '../ports/attachment-source.js';
import type { CaseBackend } from '../ports/case-backend.js';
import type { DraftStore } from '../ports/draft-store.js';
import type { Definition } from '../schema/definition.js';
import type { Draft } from '../schema/draft.js';
import type { Requester } from '../schema/requester.js';

/** A form whose draft is kept. */
export interface KeptForm extends LitElement {
  readonly draft: Draft;
  readonly messages: CaseFormMessages;
  readonly requester: Requester | string | undefined;
  readonly forms: readonly OfferedForm[];
  readonly draftStore: DraftStore | undefined;
  readonly backend: CaseBackend | undefined;
  submit(): Promise<void>;
}

/** What of a form only the form itself can do. */
export interface FormParts {
  readonly form: KeptForm;
  readonly state: DraftState;
  readonly definition: () => Definition;
  /** The elements that hold its files. */
  readonly fileSources: () => (HTMLElement & AttachmentSource)[];
  /** Begins a new draft. */
  readonly restart: () => void;
  /** Asks whether to drop the draft. */
  readonly cancel: () => void;
}
