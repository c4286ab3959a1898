import type { LitElement } from 'lit';
import { newKey } from '../core/key.js';
import {
  hasArrived,
  newReply,
  nextReply,
  type Reply,
  type ReplyAction,
  type ReplyDraft,
} from '../core/views/reply.js';
import {
  CaseActionFailedEvent,
  CaseActionRefusedEvent,
  CaseRepliedEvent,
  CaseReplyEvent,
} from '../events/view-events.js';
import type { AttachmentSource } from '../ports/attachment-source.js';
import type { CaseBackend } from '../ports/case-backend.js';
import type { ReplyDrafts } from '../ports/reply-drafts.js';
import type { Attachment } from '../schema/attachment.js';
import type { Case, CaseReply } from '../schema/case.js';
import { KeySchema } from '../schema/draft.js';
import { object, text } from '../schema/checks.js';
import { parse } from '../schema/parse.js';
import { askForChange } from './case-acts-controller.js';

/** What a reply needs of the element that it is written in. */
export interface ReplySteps {
  drafts: () => ReplyDrafts;
  backend: () => CaseBackend | undefined;
  /** Where its files are, as long as it can have some. */
  files: () => AttachmentSource | undefined;
  newest: () => Case | undefined;
  /** Shows the case with the reply. */
  take: (changed: Case) => void;
}

interface Sending {
  readonly number: string;
  readonly attachments: Attachment[];
  /** What was sent before under the same key, and not answered. */
  readonly earlier: string | undefined;
}

const KeptSchema = object({ key: KeySchema, text: text(50_000) });

/** Keeps what somebody writes under a case, and sends it: one comment, however often they try. */
export class CaseReplyController {
  reply: Reply = newReply('');
  readonly #host: LitElement;
  readonly #steps: ReplySteps;
  #number = '';
  /** The case as it was before a try whose end nobody knows. */
  #before: Case | undefined;

  constructor(host: LitElement, steps: ReplySteps) {
    this.#host = host;
    this.#steps = steps;
  }

  /** Turns to another case: what was written under it before is there again. */
  async open(number: string): Promise<void> {
    if (number === this.#number) return;
    this.#number = number;
    this.#steps.files()?.clear();
    this.#dispatch({ type: 'restored', draft: { key: newKey(), text: '' } });
    const kept: unknown = await this.#kept();
    const { value } = parse(KeptSchema, kept);
    const isUntouched = this.#number === number && !this.reply.draft.text;
    if (value && isUntouched) this.#dispatch({ type: 'restored', draft: value });
  }

  write(text: string): void {
    const { reply } = this;
    const written: ReplyAction = { type: 'written', text };
    // Most keys change nothing that is drawn, and a thread can be long.
    if (reply.phase !== 'writing' || reply.problem) this.#dispatch(written);
    else this.reply = nextReply(reply, written);
    this.#keep(this.#number, this.reply.draft);
  }

  /** A case has come: a reply that nobody answered may be on it. */
  look(newest: Case): void {
    const { reply } = this;
    if (reply.phase !== 'failed' || !this.#before) return;
    if (!hasArrived(reply.sent, this.#before, newest)) return;
    this.#clear();
    this.#keep(this.#number, this.reply.draft);
    this.#tell(new CaseRepliedEvent(newest));
  }

  /** Resolves when it has been tried: how it went is told by state and event. */
  async send(): Promise<void> {
    const { reply } = this;
    if (reply.phase === 'sending') return;
    const number = this.#number;
    const earlier = reply.phase === 'failed' ? reply.sent : undefined;
    this.#dispatch({ type: 'sent' });
    try {
      const attachments = await this.#settledFiles();
      if (attachments) await this.#ask({ number, attachments, earlier });
    } catch (error) {
      this.#fail(number, error);
    }
  }

  /** The files that have arrived; nothing when the reply cannot go yet. */
  async #settledFiles(): Promise<Attachment[] | undefined> {
    const files = this.#steps.files();
    await files?.whenSettled();
    const attachments = files?.attachments ?? [];
    const uploaded = attachments.filter(({ status }) => status === 'uploaded');
    const count = attachments.length - uploaded.length;
    const isEmpty = !this.reply.draft.text.trim() && !uploaded.length;
    if (count) this.#dispatch({ type: 'kept', problem: { kind: 'files', count } });
    else if (isEmpty) this.#dispatch({ type: 'kept', problem: { kind: 'empty' } });
    return count || isEmpty ? undefined : uploaded;
  }

  async #ask({ number, attachments, earlier }: Sending): Promise<void> {
    const { draft } = this.reply;
    const before = this.#steps.newest();
    // After a try without an answer it is still that one's beginning that counts.
    if (earlier === undefined) this.#before = before;
    const reply: CaseReply = { ...draft, attachments };
    const answer = await askForChange(
      this.#host,
      {
        request: (signal) => new CaseReplyEvent(number, reply, signal),
        ask: (signal) => this.#steps.backend()?.comment?.(number, reply, { signal }),
      },
      new AbortController().signal,
    );
    const isHere = this.#number === number;
    if (answer?.issues) {
      if (isHere)
        this.#dispatch({ type: 'kept', problem: { kind: 'refused', issues: answer.issues } });
      this.#tell(new CaseActionRefusedEvent('reply', answer.issues));
    } else if (!answer) {
      if (isHere) this.#dispatch({ type: 'kept' });
    } else {
      this.#arrived(number, answer.value);
      if (isHere && earlier !== undefined) await this.#sendLater(earlier, draft.text, answer.value);
    }
  }

  #arrived(number: string, changed: Case): void {
    this.#keep(number, undefined);
    if (this.#number === number) {
      this.#clear();
      this.#steps.take(changed);
    }
    this.#tell(new CaseRepliedEvent(changed));
  }

  /** The key was known already, by other words than those that were sent last: these follow by themselves. */
  async #sendLater(earlier: string, text: string, changed: Case): Promise<void> {
    const before = this.#before;
    if (!before || earlier === text) return;
    if (!hasArrived(earlier, before, changed) || hasArrived(text, before, changed)) return;
    this.write(text);
    await this.send();
  }

  #fail(number: string, error: unknown): void {
    if (this.#number === number) this.#dispatch({ type: 'failed' });
    this.#tell(new CaseActionFailedEvent('reply', error));
  }

  /** The next reply has a key of its own, and no files yet. */
  #clear(): void {
    this.#steps.files()?.clear();
    this.#dispatch({ type: 'arrived', key: newKey() });
  }

  #tell(event: Event): void {
    this.#host.dispatchEvent(event);
  }

  async #kept(): Promise<unknown> {
    try {
      return await this.#steps.drafts().read(this.#number);
    } catch {
      return undefined;
    }
  }

  /** A store that cannot keep it leaves it here. */
  #keep(number: string, draft: ReplyDraft | undefined): void {
    try {
      const kept = this.#steps.drafts().write(number, draft?.text ? draft : undefined);
      void Promise.resolve(kept).catch(() => undefined);
    } catch {
      // As above.
    }
  }

  #dispatch(action: ReplyAction): void {
    this.reply = nextReply(this.reply, action);
    this.#host.requestUpdate();
  }
}
