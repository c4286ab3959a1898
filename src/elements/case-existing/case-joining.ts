import { attachmentSources } from '../../controllers/attachment-sources.js';
import { beginAnew } from '../../controllers/begin-anew.js';
import { askForChange } from '../../controllers/case-acts-controller.js';
import { DraftTurn } from '../../controllers/draft-turn.js';
import type { FormBeside, WrittenForm } from '../../controllers/form-beside.js';
import { shownDefinition } from '../../core/draft-matter.js';
import { draftText } from '../../core/draft-text.js';
import { afterJoin, type JoinProgress, type JoinStep, nextJoin } from '../../core/join-steps.js';
import { newKey } from '../../core/key.js';
import { CaseJoinedEvent, CaseJoinEvent } from '../../events/join-events.js';
import { CaseActionFailedEvent, CaseActionRefusedEvent } from '../../events/view-events.js';
import type { ExistingMessages } from '../../locales/en-existing.js';
import { enForm } from '../../locales/en.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import type { Case, CaseReply, CaseSummary } from '../../schema/case.js';
import type { Draft } from '../../schema/draft.js';
import type { Issue } from '../../schema/outcome.js';
import type { CaseExisting } from './case-existing.js';

/** How a draft gets on with the case that it joins. */
export type Join =
  | { readonly phase: 'none' }
  | { readonly phase: 'joining'; readonly number: string }
  | { readonly phase: 'refused'; readonly number: string; readonly issues: readonly Issue[] }
  /** Some files have not arrived, and hold it back. */
  | { readonly phase: 'files'; readonly number: string; readonly count: number }
  | { readonly phase: 'failed'; readonly number: string }
  /** It is being sent as a new case, or to another one. */
  | { readonly phase: 'busy'; readonly number: string }
  | { readonly phase: 'joined'; readonly summary: CaseSummary; readonly files: number };

export interface JoiningSteps {
  readonly form: FormBeside;
  readonly backend: () => CaseBackend | undefined;
  readonly texts: () => ExistingMessages;
  readonly joined: () => void;
  /** The form holds another draft than the one that was to join. */
  readonly left: () => void;
}

/** How the requester is reached the desk knows from the case. */
const KNOWN = ['name', 'requester', 'contact', 'email', 'phone'];

/** Adds a draft to a case that exists: once, however often somebody tries. */
export class CaseJoining {
  join: Join = { phase: 'none' };
  readonly #host: CaseExisting;
  readonly #steps: JoiningSteps;
  /** What is known of each case that was tried, by its number and the draft's key. */
  readonly #progress = new Map<string, JoinProgress>();
  readonly #turn = new DraftTurn();

  constructor(host: CaseExisting, steps: JoiningSteps) {
    this.#host = host;
    this.#steps = steps;
  }

  /** Whether the draft can go with all that belongs to it. */
  get mayJoin(): 'yes' | 'no' | 'filesStay' {
    const backend = this.#steps.backend();
    if (!backend) return 'yes'; // The page answers.
    const { comment, attachments = 'before' } = backend.capabilities ?? {};
    if (!comment || !backend.comment) return 'no';
    const { form } = this.#steps.form;
    // Those that wait for the case, too.
    const hasFiles = !!form && attachmentSources(form).some((source) => source.attachments.length);
    return hasFiles && attachments !== 'before' ? 'filesStay' : 'yes';
  }

  get isUnderWay(): boolean {
    return this.join.phase === 'joining';
  }

  /** Forgets how the last one went. */
  reset(): void {
    if (!this.isUnderWay) this.#show({ phase: 'none' });
  }

  /** Forgets what anybody has tried. What is under way finds another draft, and ends by itself. */
  forget(): void {
    this.#progress.clear();
    this.reset();
  }

  /** Resolves when it has been tried; never rejects. */
  async add(summary: CaseSummary): Promise<void> {
    const { form } = this.#steps.form;
    if (!form || this.isUnderWay) return;
    const { key } = form.draft;
    const isHere = () => form.draft.key === key;
    this.#show({ phase: 'joining', number: summary.number });
    if (await this.#turn.takeAtOnce(key)) await this.#inTurn(form, summary, isHere);
    else this.#show({ phase: 'busy', number: summary.number });
    // Nothing has been said of it where the form holds another draft by now.
    if (this.join.phase === 'joining') this.#leave();
    else await this.#focus();
  }

  /** Nobody else does anything with the draft meanwhile. */
  async #inTurn(form: WrittenForm, summary: CaseSummary, isHere: () => boolean): Promise<void> {
    const held = new AbortController();
    holdBack(form, isHere, held.signal);
    try {
      await this.#try(form, summary, isHere);
    } catch (error) {
      if (isHere()) this.#fail(summary.number, error);
    } finally {
      this.#turn.leave();
      held.abort();
    }
  }

  async #try(form: WrittenForm, summary: CaseSummary, isHere: () => boolean): Promise<void> {
    const count = await failedFiles(form);
    if (!isHere()) return;
    if (count) this.#show({ phase: 'files', number: summary.number, count });
    else await this.#send(form, summary, isHere);
  }

  /** Until the case has the draft as it is then: somebody may write on meanwhile, or drop it. */
  async #send(form: WrittenForm, summary: CaseSummary, isHere: () => boolean): Promise<void> {
    const place = `${summary.number} ${form.draft.key}`;
    let changed: Case | undefined;
    for (;;) {
      const { draft } = form;
      const progress = this.#progress.get(place) ?? {};
      const step = nextJoin(progress, this.#reply(form), newKey);
      if (!step) break;
      this.#progress.set(place, { ...progress, tried: step });
      const answer = await this.#ask(summary.number, step, draft);
      if (!isHere()) return;
      if (!answer?.value) {
        // It is not there, and can be changed before the next try.
        this.#progress.set(place, { arrived: progress.arrived });
        this.#refuse(summary.number, answer?.issues);
        return;
      }
      changed = answer.value;
      this.#progress.set(place, afterJoin(progress, step));
    }
    if (changed) this.#end(form, { summary: { ...summary, ...rowOf(changed) }, changed });
  }

  #ask(number: string, step: JoinStep, draft: Draft) {
    const { signal } = new AbortController();
    const backend = this.#steps.backend();
    const reply = 'comment' in step ? step.comment : { ...step.attach, text: '' };
    return askForChange(
      this.#host,
      {
        request: () => new CaseJoinEvent(number, reply, draft, signal),
        ask: () =>
          'comment' in step
            ? backend?.comment?.(number, step.comment, { signal })
            : backend?.attach?.(number, step.attach, { signal }),
      },
      signal,
    );
  }

  #reply(form: WrittenForm): CaseReply {
    const { draft, messages = enForm } = form;
    const { yes } = this.#steps.texts();
    const definition = shownDefinition(form, messages);
    const { subject, body } = draftText(draft, definition, { yes, without: KNOWN });
    const text = body.startsWith(subject) ? body : `${subject}\n\n${body}`.trim();
    return { key: draft.key, text, attachments: draft.attachments };
  }

  #refuse(number: string, issues: readonly Issue[] | undefined): void {
    if (!issues) {
      this.#show({ phase: 'none' }); // The page has taken it over.
      return;
    }
    this.#show({ phase: 'refused', number, issues });
    const event = new CaseActionRefusedEvent('reply', issues);
    this.#host.dispatchEvent(event);
  }

  /** Nobody knows whether it is there. */
  #fail(number: string, error: unknown): void {
    this.#show({ phase: 'failed', number });
    const event = new CaseActionFailedEvent('reply', error);
    this.#host.dispatchEvent(event);
  }

  #leave(): void {
    this.#show({ phase: 'none' });
    this.#steps.left();
  }

  /** The draft has come to its end, on a case. */
  #end(form: WrittenForm, { summary, changed }: { summary: CaseSummary; changed: Case }): void {
    const { draft } = form;
    this.#show({ phase: 'joined', summary, files: draft.attachments.length });
    this.#steps.joined();
    const event = new CaseJoinedEvent(changed, draft);
    this.#host.dispatchEvent(event);
    beginAnew(form);
  }

  #show(join: Join): void {
    this.join = join;
    this.#host.requestUpdate();
  }

  /** The button that was pressed may be gone. */
  async #focus(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('section [tabindex="-1"]')?.focus();
  }
}

/** What joins a case opens no other one meanwhile. */
function holdBack(form: WrittenForm, isHere: () => boolean, signal: AbortSignal): void {
  const refuse = (event: Event) => {
    if (event.target !== form || !isHere()) return;
    event.preventDefault();
    // Whoever answers it would open the case all the same.
    event.stopImmediatePropagation();
  };
  form.addEventListener('case-submit', refuse, { capture: true, signal });
}

/** How many files have not arrived, once all of them have come to their end. */
async function failedFiles(form: WrittenForm): Promise<number> {
  const sources = attachmentSources(form);
  await Promise.all(sources.map((source) => source.whenSettled()));
  const files = sources.flatMap(({ attachments }) => attachments);
  return files.filter(({ status }) => status !== 'uploaded').length;
}

/** What a list says of a case. */
const rowOf = ({ number, status, updated }: Case) => ({ number, status, updated });
