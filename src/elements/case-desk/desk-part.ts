import type { TemplateResult } from 'lit';
import type { OfferedForm } from '../../core/form-choice.js';
import type { CaseSubmittedEvent } from '../../events/case-events.js';
import type { CaseOpenEvent } from '../../events/view-events.js';
import type { CaseDeskMessages } from '../../locales/en.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import type { SolutionSource } from '../../ports/solution-source.js';
import type { Definition } from '../../schema/definition.js';
import type { SignedIn } from '../../schema/requester.js';
import type { Route } from '../../schema/route.js';

/** What a part is given by the desk that it belongs to. */
export interface DeskPartOptions {
  readonly desk: {
    readonly messages: CaseDeskMessages;
    readonly backend: CaseBackend | undefined;
    readonly uploader: FileUploader | undefined;
    readonly source: SolutionSource | undefined;
    readonly definition: Definition | string | undefined;
    readonly prefill: Readonly<Record<string, unknown>>;
    readonly requester: SignedIn | undefined;
    readonly forms: readonly OfferedForm[];
    readonly page: Readonly<Record<string, unknown>> | undefined;
    readonly routes: readonly Route[] | undefined;
    readonly person: string;
    readonly base: string;
  };
  /** The case that is shown; empty when it is something else. */
  readonly number: string;
  readonly submitted: (event: CaseSubmittedEvent) => void;
  readonly open: (event: CaseOpenEvent) => void;
  readonly create: (event: Event) => void;
}

/** Renders one part of a support page; it comes when the person goes there. */
export type DeskPart = (options: DeskPartOptions) => TemplateResult;
