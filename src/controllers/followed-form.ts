import type { LitElement, ReactiveController } from 'lit';
import { queryOf } from '../core/solution-query.js';
import type { CaseChangedEvent } from '../events/case-events.js';
import type { Draft } from '../schema/draft.js';
import type { Consulted } from '../schema/consulted.js';
import type { Solution, SolutionQuery } from '../schema/solution.js';

/** What is asked of a form: what is written in it, and to note what became of an article. */
type Form = Element & {
  readonly draft?: Draft;
  readonly consult?: (solution: Solution, as: Consulted['as']) => void;
};

/** Follows the form whose `id` its host has in `for`, in the same document or shadow root. */
export class FollowedForm implements ReactiveController {
  readonly #host: LitElement & { readonly for: string };
  #connection = new AbortController();
  #written: { readonly form: string; readonly query: SolutionQuery } | undefined;

  constructor(host: LitElement & { readonly for: string }) {
    this.#host = host;
    host.addController(this);
  }

  /** What the form asks for; nothing when there is none, or when it has not said yet. */
  get query(): SolutionQuery | undefined {
    if (this.#written?.form === this.#host.for) return this.#written.query;
    const draft = this.#form()?.draft;
    return draft && queryOf(draft);
  }

  /** Tells the form what became of an article; false when there is no form that could hear it. */
  consult(solution: Solution, as: Consulted['as']): boolean {
    const form = this.#form();
    if (typeof form?.consult !== 'function') return false;
    form.consult(solution, as);
    return true;
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    // The form may come later, or be replaced, but its root is there and hears it.
    this.#host.getRootNode().addEventListener('case-changed', this.#follow, { signal });
  }

  hostDisconnected(): void {
    this.#connection.abort();
  }

  readonly #follow = (event: Event): void => {
    const { draft } = event as Partial<CaseChangedEvent>;
    if (!draft || event.target !== this.#form()) return;
    this.#written = { form: this.#host.for, query: queryOf(draft) };
    this.#host.requestUpdate();
  };

  #form(): Form | null | undefined {
    const root = this.#host.getRootNode() as Partial<NonElementParentNode>;
    return root.getElementById?.(this.#host.for);
  }
}
