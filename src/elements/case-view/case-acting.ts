import { html, type LitElement, type TemplateResult } from 'lit';
import { type CaseChange, CaseActsController } from '../../controllers/case-acts-controller.js';
import { saveText } from '../../controllers/save-text.js';
import { type Act, type ActName, hasHappened } from '../../core/views/act.js';
import { caseText } from '../../core/views/case-text.js';
import { refusalText } from '../../core/views/read-answers.js';
import {
  CaseFollowedEvent,
  CaseFollowEvent,
  CaseReopenedEvent,
  CaseReopenEvent,
  CaseResolvedEvent,
  CaseResolveEvent,
} from '../../events/view-events.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import type { Case } from '../../schema/case.js';
import type { Reading } from './case-reading.js';
import { button, note } from './case-view.templates.js';

const ACTS = ['resolve', 'reopen', 'follow'] as const;

/** What a person does with a case as a whole: solving, reopening, following, keeping it; and how that went. */
export class CaseActing {
  readonly #view: LitElement & { readonly backend: CaseBackend | undefined };
  readonly #reading: Reading;
  readonly #acts: CaseActsController;
  /** What is said when the one under way is done. */
  #done = '';
  /** A page that refuses has done nothing. */
  #isDone = false;
  /** Whether the person wanted to follow the case, when they were asked last. */
  #isFollowed = false;

  constructor(view: LitElement & { readonly backend: CaseBackend | undefined }, reading: Reading) {
    this.#view = view;
    this.#reading = reading;
    this.#acts = new CaseActsController(view, (changed) => reading.look.take(changed));
  }

  get act(): Act {
    return this.#acts.act;
  }

  /** Forgets how the last one went, and drops what is under way. */
  reset(): void {
    this.#acts.reset();
  }

  /** A look has brought something: what nobody answered may be done. */
  hear(newest: Case): void {
    const { act } = this;
    const isDone = act.phase === 'failed' && hasHappened(act.name, newest, this.#isFollowed);
    if (!isDone) return;
    this.#acts.reset();
    void this.#keepFocus();
  }

  /** Does something to the case, and says how it went. */
  async see(name: ActName, change: CaseChange, done: string): Promise<void> {
    this.#done = done;
    const noted: CaseChange = {
      ...change,
      done: (changed) => {
        this.#isDone = true;
        return change.done(changed);
      },
    };
    await this.#tell(this.#acts.do(name, noted));
  }

  /** The buttons, as far as `may` allows what they do. */
  actions(shown: Case, may: (name: ActName) => boolean): TemplateResult {
    const texts = this.#reading.texts();
    return html`<p part="actions">
      ${ACTS.filter(may).map((name) =>
        button(texts[name], () => void this.#press(name), {
          isBusy: this.act.phase === 'doing',
          isPressed: name === 'follow' ? shown.isFollowed : undefined,
        }),
      )}
      ${button(texts.receipt, () => this.#save(shown))}
    </p>`;
  }

  /** How the last thing went that was not done. */
  trouble(): TemplateResult | undefined {
    const text = this.#trouble;
    if (!text) return undefined;
    const { tryAgain: label } = this.#reading.texts();
    const press = () => void this.#keepFocus(this.#tell(this.#acts.retry()));
    return note(text, this.act.phase === 'failed' ? { label, press } : undefined);
  }

  get #trouble(): string {
    const { act } = this;
    const texts = this.#reading.texts();
    if (act.phase === 'refused') return refusalText(act.issues, texts.refusals);
    return act.phase === 'failed' ? texts.actFailed : '';
  }

  /** One at a time: what is busy can be pressed all the same. */
  async #press(name: (typeof ACTS)[number]): Promise<void> {
    if (this.act.phase === 'doing') return;
    const { done } = this.#reading.texts();
    this.#isFollowed = !this.#reading.look.newest?.isFollowed;
    const said = name === 'follow' && !this.#isFollowed ? done.unfollow : done[name];
    await this.#keepFocus(this.see(name, this.#changes()[name], said));
  }

  #changes(): Record<(typeof ACTS)[number], CaseChange> {
    const { number } = this.#reading.look;
    const { backend } = this.#view;
    const isFollowed = this.#isFollowed;
    return {
      resolve: {
        request: (signal) => new CaseResolveEvent(number, signal),
        ask: (signal) => backend?.resolve?.(number, { signal }),
        done: (changed) => new CaseResolvedEvent(changed),
      },
      reopen: {
        request: (signal) => new CaseReopenEvent(number, signal),
        ask: (signal) => backend?.reopen?.(number, { signal }),
        done: (changed) => new CaseReopenedEvent(changed),
      },
      follow: {
        request: (signal) => new CaseFollowEvent(number, isFollowed, signal),
        ask: (signal) => backend?.follow?.(number, isFollowed, { signal }),
        done: (changed) => new CaseFollowedEvent(changed),
      },
    };
  }

  #begin(): void {
    this.#isDone = false;
    this.#reading.say('');
  }

  async #tell(acting: Promise<unknown>): Promise<void> {
    this.#begin();
    await acting;
    if (this.#isDone) this.#reading.say(this.#done);
    else if (this.#trouble) this.#reading.say(this.#trouble);
  }

  /** The button that has the focus may go: when something begins, and when it ends. */
  async #keepFocus(acting?: Promise<void>): Promise<void> {
    const isHere = !!this.#view.shadowRoot?.activeElement;
    for (const step of [undefined, acting]) {
      await step;
      await this.#view.updateComplete;
      if (isHere && document.activeElement === document.body) this.#view.focus();
    }
  }

  #save(shown: Case): void {
    const url = shown.url && new URL(shown.url, document.baseURI).href;
    saveText(`${shown.number}.txt`, caseText(shown, this.#reading.texts(), url));
  }
}
