import type { LitElement, ReactiveController } from 'lit';
import { identityOf } from '../core/as-requester.js';
import type { OfferedForm } from '../core/form-choice.js';
import type { CaseFormMessages } from '../locales/en.js';
import type { CaseBackend } from '../ports/case-backend.js';
import type { Draft } from '../schema/draft.js';
import type { Requester } from '../schema/requester.js';
import { caseFormAround } from './case-form-around.js';

/** A form that somebody writes in, as far as what stands beside it needs to know. `<case-form>` is one. */
export interface WrittenForm extends HTMLElement {
  draft: Draft;
  readonly definition?: unknown;
  readonly forms?: readonly OfferedForm[];
  /** The person who has signed in, or what names them. */
  readonly requester?: Requester | string | undefined;
  readonly messages?: CaseFormMessages;
  readonly backend?: CaseBackend | undefined;
  readonly updateComplete?: Promise<unknown>;
}

/** A file that waits for its case is no part of the draft yet. */
const HEARD = ['case-changed', 'file-added'];

/** The form that its host belongs to: the one whose `id` it has in `for`, else the one around it. */
export class FormBeside implements ReactiveController {
  readonly #host: LitElement & { readonly for: string };
  readonly #changed: () => void;
  #connection = new AbortController();

  /** `changed` hears that something else is written. */
  constructor(host: LitElement & { readonly for: string }, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  /** Nothing while there is none, or while what it is made of has not come. */
  get form(): WrittenForm | undefined {
    const root = this.#host.getRootNode() as Partial<NonElementParentNode>;
    const form = this.#host.for
      ? root.getElementById?.(this.#host.for)
      : caseFormAround(this.#host);
    return form && (form as Partial<WrittenForm>).draft ? (form as WrittenForm) : undefined;
  }

  get draft(): Draft | undefined {
    return this.form?.draft;
  }

  /** What stays the same of the person who has signed in; nothing of one who is known only by a name. */
  get person(): string | undefined {
    return identityOf(this.form?.requester);
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const hear = (event: Event) => {
      if (this.form && event.composedPath().includes(this.form)) this.#changed();
    };
    const listen = (target: EventTarget) => {
      for (const type of HEARD) target.addEventListener(type, hear, { signal });
    };
    // The form may come later, or be replaced, but its root is there and hears it.
    listen(this.#host.getRootNode());
    const around = caseFormAround(this.#host);
    if (around && around.getRootNode() !== this.#host.getRootNode()) listen(around);
  }

  hostDisconnected(): void {
    this.#connection.abort();
  }
}
