import type { LitElement } from 'lit';
import type { Unanswered } from '../core/drafts/kept-reply.js';
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
  /** Keeps the reply beyond the page. */
  keeping: () => ReplyKeeping | undefined;
}

/** Hears of all that happens to a reply, so that nothing of it is lost with the page. */
export interface ReplyKeeping {
  /** The person has written. */
  note(): void;
  /** Something was sent, and is unanswered; nothing is, any more, when nothing is given. */
  tried(unanswered: Unanswered | undefined): void;
  /** Whether a reply of this key has come to its end, perhaps in another tab. */
  hasEnded(key: string): boolean;
  /** The reply of this key is on its case. */
  end(number: string, key: string): void;
}

/** A reply on its way: whose it is, and what of it. */
interface Sending {
  readonly number: string;
  readonly reader: number;
  readonly draft: ReplyDraft;
}

const KeptSchema = object({ key: KeySchema, text: text(50_000) });

/** Holds what somebody writes under a case, and sends it: one comment, however often they try. */
export class CaseReplyController {
  reply: Reply = newReply('');
  readonly #host: LitElement;
  readonly #steps: ReplySteps;
  #number = '';
  /** Counts who has been here. */
  #reader = 0;
  /** What was sent under the key of this reply, and nobody has answered. */
  #tries: readonly string[] = [];
  /** The case as it was before the first of them. */
  #before: Pick<Case, 'comments'> = { comments: [] };

  constructor(host: LitElement, steps: ReplySteps) {
    this.#host = host;
    this.#steps = steps;
  }

  /** Turns to another case: what was written under it before is there again. */
  async open(number: string): Promise<void> {
    if (number === this.#number) return;
    this.#number = number;
    this.restart();
    const kept: unknown = await this.#kept();
    const { value } = parse(KeptSchema, kept);
    const isUntouched = this.#number === number && !this.reply.draft.text;
    const isOver = !!value && !!this.#steps.keeping()?.hasEnded(value.key);
    if (value && isUntouched && !isOver) this.#dispatch({ type: 'restored', draft: value });
  }

  /** Turns to a reply that was kept, or that another tab has changed. */
  give(draft: ReplyDraft, unanswered?: Unanswered): void {
    if (this.reply.phase === 'sending') return;
    const { comments = [] } = this.#steps.newest() ?? {};
    this.#tries = unanswered?.texts ?? [];
    // Comments are not taken back: those that were there are the first ones still.
    this.#before = { comments: comments.slice(0, unanswered?.comments) };
    this.#dispatch({ type: 'restored', draft, isUnanswered: this.#tries.length > 0 });
    this.look({ comments });
  }

  /** Somebody else is here now. What is on its way for whoever was before changes nothing of theirs. */
  leave(): void {
    this.#reader += 1;
    this.restart();
  }

  /** Drops what is written; the next reply has a key of its own, and no files yet. */
  restart(): void {
    this.#tries = [];
    this.#steps.files()?.clear();
    this.#dispatch({ type: 'restored', draft: { key: newKey(), text: '' } });
  }

  write(text: string): void {
    const { reply } = this;
    const written: ReplyAction = { type: 'written', text };
    // Most keys change nothing that is drawn, and a thread can be long.
    if (reply.phase === 'writing' && reply.problem) this.#dispatch(written);
    else this.reply = nextReply(reply, written);
    this.#keep(this.#number, this.reply.draft);
    this.#steps.keeping()?.note();
  }

  /** A case has come: a reply that nobody answered may be on it. */
  look(newest: Pick<Case, 'comments'>): void {
    if (this.reply.phase !== 'failed') return;
    const words = this.#arrivedOf(this.#tries, newest);
    if (words === undefined) return;
    this.#end(words);
    const whole = this.#steps.newest();
    if (whole) this.#tell(new CaseRepliedEvent(whole));
  }

  /**
   * Resolves with whether the reply has arrived, and with nothing when the person has turned away from it
   * meanwhile. What is in its way is told by state and event.
   */
  async send(): Promise<boolean | undefined> {
    if (this.reply.phase === 'sending') return undefined;
    this.#dispatch({ type: 'sent' });
    const { reply } = this;
    const sending = { number: this.#number, reader: this.#reader, draft: reply.draft };
    try {
      const files = this.#steps.files();
      await files?.whenSettled();
      if (this.reply !== reply) return undefined;
      const attachments = this.#settled(files?.attachments ?? []);
      return attachments ? await this.#ask(sending, attachments) : false;
    } catch (error) {
      const isHere = this.#isHere(sending);
      if (isHere) this.#dispatch({ type: 'failed' });
      this.#tell(new CaseActionFailedEvent('reply', error));
      return isHere ? false : undefined;
    }
  }

  /** The files that have arrived; nothing when the reply cannot go yet. */
  #settled(attachments: readonly Attachment[]): Attachment[] | undefined {
    const uploaded = attachments.filter(({ status }) => status === 'uploaded');
    const count = attachments.length - uploaded.length;
    const isEmpty = !this.reply.draft.text.trim() && !uploaded.length;
    if (count) this.#dispatch({ type: 'kept', problem: { kind: 'files', count } });
    else if (isEmpty) this.#dispatch({ type: 'kept', problem: { kind: 'empty' } });
    return count || isEmpty ? undefined : uploaded;
  }

  async #ask(sending: Sending, attachments: Attachment[]): Promise<boolean | undefined> {
    const { number, draft } = sending;
    const earlier = this.#tries;
    if (!earlier.length) this.#before = this.#steps.newest() ?? { comments: [] };
    this.#try([...earlier, draft.text]);
    const reply: CaseReply = { ...draft, attachments };
    const answer = await askForChange(
      this.#host,
      {
        request: (signal) => new CaseReplyEvent(number, reply, signal),
        ask: (signal) => this.#steps.backend()?.comment?.(number, reply, { signal }),
      },
      new AbortController().signal,
    );
    if (answer?.value) return this.#arrived(sending, answer.value, earlier);
    const isHere = this.#isHere(sending);
    const issues = answer?.issues;
    if (isHere) this.#try(earlier);
    if (isHere) this.#dispatch({ type: 'kept', problem: issues && { kind: 'refused', issues } });
    if (issues) this.#tell(new CaseActionRefusedEvent('reply', issues));
    return isHere ? false : undefined;
  }

  /**
   * The case has a comment of this key. Where an earlier try had arrived it has the words of that one: what
   * was written since then follows by itself.
   */
  async #arrived(
    sending: Sending,
    changed: Case,
    earlier: readonly string[],
  ): Promise<boolean | undefined> {
    if (!this.#isHere(sending)) {
      this.#endAway(sending);
      this.#tell(new CaseRepliedEvent(changed));
      return undefined;
    }
    const { text } = sending.draft;
    const words = this.#arrivedOf([text, ...earlier], changed) ?? text;
    this.#end(words);
    this.#steps.take(changed);
    this.#tell(new CaseRepliedEvent(changed));
    return words === text || this.send();
  }

  /** Whether the person is still at this reply. */
  #isHere({ number, draft: { key } }: Sending): boolean {
    return this.#number === number && this.reply.draft.key === key;
  }

  /** A reply that the person has turned away from is there; what is kept of others stays. */
  #endAway({ number, reader, draft: { key } }: Sending): void {
    if (reader !== this.#reader || number === this.#number) return;
    this.#keep(number, undefined);
    this.#steps.keeping()?.end(number, key);
  }

  /** Which of several texts is on a case that was not there before. */
  #arrivedOf(texts: readonly string[], after: Pick<Case, 'comments'>): string | undefined {
    return texts.find((one) => hasArrived(one, this.#before, after));
  }

  #try(texts: readonly string[]): void {
    this.#tries = [...new Set(texts)];
    const { length } = this.#before.comments;
    this.#steps
      .keeping()
      ?.tried(this.#tries.length ? { texts: this.#tries, comments: length } : undefined);
  }

  /** These words are there. The next reply has a key of its own, and no files yet. */
  #end(words: string): void {
    const { key } = this.reply.draft;
    this.#tries = [];
    this.#steps.files()?.clear();
    this.#dispatch({ type: 'arrived', words, key: newKey() });
    const { draft } = this.reply;
    this.#keep(this.#number, draft);
    this.#steps.keeping()?.end(this.#number, key);
    if (draft.text) this.#steps.keeping()?.note();
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
