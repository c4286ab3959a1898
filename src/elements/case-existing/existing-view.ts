import type { TemplateResult } from 'lit';
import type { FormBeside } from '../../controllers/form-beside.js';
import { MatterBeside } from '../../controllers/matter-beside.js';
import type { QuietMoment } from '../../controllers/quiet-moment.js';
import { sameMatter } from '../../core/same-matter.js';
import { sleep } from '../../core/sleep.js';
import { caseLink } from '../../core/views/case-link.js';
import { readAnswer } from '../../core/views/read-answers.js';
import { ExistingShownEvent } from '../../events/join-events.js';
import { CaseOpenEvent, CasesLoadEvent } from '../../events/view-events.js';
import { enExisting, type ExistingMessages } from '../../locales/en-existing.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import type { CaseStatus, CaseSummary } from '../../schema/case.js';
import { type CasePage, CasePageSchema, type CaseQuery } from '../../schema/case-query.js';
import type { CaseExisting } from './case-existing.js';
import { CaseJoining } from './case-joining.js';
import { existingTemplate, joinedTemplate } from './existing.templates.js';

/** Milliseconds without a key before cases are looked through. */
const QUIET = 300;
/** Cases of each status that are looked through: those that changed last. */
const MOST = 50;
const OPEN: readonly CaseStatus[] = ['open', 'awaiting-you'];

export interface ExistingViewParts {
  readonly form: FormBeside;
  readonly quiet: QuietMoment;
}

/** Finds open cases about what is written, shows them, and adds the draft to one. */
export class ExistingView {
  /** What is announced. */
  said = '';
  readonly #host: CaseExisting;
  readonly #parts: ExistingViewParts;
  readonly #joining: CaseJoining;
  readonly #beside: MatterBeside;
  #shown: readonly CaseSummary[] = [];
  /** The open cases of the person, asked for once. */
  #cases: Promise<readonly CaseSummary[]> | undefined;
  /** The numbers of cases that are about something else. */
  readonly #refused = new Set<string>();
  /** Whose cases these are. */
  #person: string | undefined;
  #run = new AbortController();

  constructor(host: CaseExisting, parts: ExistingViewParts) {
    this.#host = host;
    this.#parts = parts;
    this.#joining = new CaseJoining(host, {
      form: parts.form,
      backend: () => this.#backend,
      texts: () => this.#texts,
      joined: () => this.#joined(),
      left: () => this.follow(),
    });
    this.#beside = new MatterBeside(parts.form);
    this.#person = parts.form.person;
  }

  /** Other cases may be open by now. */
  refresh(): void {
    this.#cases = undefined;
    this.follow();
  }

  stop(): void {
    this.#run.abort();
  }

  /** Something else is written. Each run aborts the one before, which makes of its sleep a debounce. */
  follow(): void {
    const { person } = this.#parts.form;
    if (person !== this.#person) this.#forget();
    this.#person = person;
    this.#run.abort();
    this.#run = new AbortController();
    void this.#find(this.#run.signal);
  }

  get isShown(): boolean {
    return this.#shown.length > 0 || this.#joining.join.phase === 'joined';
  }

  render(): TemplateResult | undefined {
    const texts = this.#texts;
    const { join } = this.#joining;
    const links = {
      href: (one: CaseSummary) => caseLink(one, this.#host.linkTemplate),
      open: (one: CaseSummary, click: Event) => this.#open(one, click),
    };
    if (join.phase === 'joined') return joinedTemplate(join, texts, links);
    if (!this.#shown.length) return undefined;
    return existingTemplate(this.#shown, texts, {
      ...links,
      join,
      files: this.#parts.form.draft?.attachments.length ?? 0,
      mayAdd: this.#joining.mayJoin,
      add: (one) => void this.#joining.add(one),
      refuse: () => this.#refuse(),
    });
  }

  get #texts(): ExistingMessages {
    return this.#host.messages.existing ?? enExisting;
  }

  get #backend(): CaseBackend | undefined {
    return this.#host.backend ?? this.#parts.form.form?.backend;
  }

  async #find(signal: AbortSignal): Promise<void> {
    try {
      await sleep(QUIET, signal);
      const { matter } = this.#beside;
      if (!matter || this.#joining.isUnderWay) return;
      const reader = this.#beside.reader(this.#host.messages.language);
      const [cases, read] = await Promise.all([matter.subject ? this.#ask() : [], reader]);
      if (signal.aborted) return;
      const wanted = cases.filter(({ number }) => !this.#refused.has(number));
      this.#propose(sameMatter(wanted, matter, read));
    } catch {
      // Cases that cannot be told are not spoken of.
    }
  }

  /** What could not be told is asked for again with the next change. */
  #ask(): Promise<readonly CaseSummary[]> {
    if (this.#cases) return this.#cases;
    const cases = this.#load();
    this.#cases = cases;
    cases.catch(() => {
      if (this.#cases === cases) this.#cases = undefined;
    });
    return cases;
  }

  async #load(): Promise<readonly CaseSummary[]> {
    const pages = await Promise.all(OPEN.map((status) => this.#page(status)));
    return pages.flatMap((page) => page?.cases ?? []);
  }

  async #page(status: CaseStatus): Promise<CasePage | undefined> {
    const backend = this.#backend;
    const { signal } = new AbortController();
    const query: CaseQuery = { scope: 'mine', status, limit: MOST };
    const event = new CasesLoadEvent(query, signal);
    this.#host.dispatchEvent(event);
    const canList = backend?.list && backend.capabilities?.list;
    if (event.defaultPrevented || !(event.responded || canList)) return undefined;
    const answer: unknown = await event.answer(
      () => backend?.list?.(query, { signal }) as Promise<CasePage>,
    );
    return readAnswer(CasePageSchema, answer).value;
  }

  #propose(found: readonly CaseSummary[]): void {
    const isNews = () => JSON.stringify(found) !== JSON.stringify(this.#shown);
    if (found.length && isNews()) this.#say(this.#texts.heading(found.length));
    // Files may have come, of which the notice speaks.
    this.#host.requestUpdate();
    // What waits is older, also where there is nothing else to show than what is shown.
    this.#parts.quiet.run(() => {
      if (isNews()) this.#show(found);
    });
  }

  #show(found: readonly CaseSummary[]): void {
    this.#shown = found;
    if (found.length) this.#joining.reset();
    this.#host.requestUpdate();
    const event = new ExistingShownEvent(found);
    this.#host.dispatchEvent(event);
  }

  #say(text: string): void {
    this.said = text;
    this.#host.requestUpdate();
  }

  #open(summary: CaseSummary, click: Event): void {
    const { button, metaKey, ctrlKey, shiftKey, altKey } = click as MouseEvent;
    if (button || metaKey || ctrlKey || shiftKey || altKey) return; // Elsewhere, by the browser.
    const event = new CaseOpenEvent(summary);
    if (!this.#host.dispatchEvent(event)) click.preventDefault();
  }

  #refuse(): void {
    for (const { number } of this.#shown) this.#refused.add(number);
    this.#clear();
    void this.#focus();
  }

  /** Somebody else has signed in, or nobody: nothing of whoever was there before stays. */
  #forget(): void {
    this.#cases = undefined;
    this.#refused.clear();
    this.#joining.forget();
    this.#clear();
  }

  #clear(): void {
    this.#say('');
    this.#dropWaiting();
    if (this.#shown.length) this.#show([]);
  }

  #dropWaiting(): void {
    this.#parts.quiet.run(() => undefined);
  }

  /** The button that was pressed is gone: what comes next begins where it was. */
  async #focus(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('[role=status]')?.focus();
  }

  /** The case has changed, and the next draft is another matter. */
  #joined(): void {
    this.#dropWaiting();
    this.#shown = [];
    this.#cases = undefined;
    this.#say(this.#texts.added);
  }
}
