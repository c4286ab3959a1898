import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { CaseActsController } from '../../controllers/case-acts-controller.js';
import type { CaseLookController } from '../../controllers/case-look-controller.js';
import { CaseReplyController } from '../../controllers/case-reply-controller.js';
import type { ReplyKeeper } from '../../controllers/reply-keeper.js';
import { saveText } from '../../controllers/save-text.js';
import { newKey } from '../../core/key.js';
import { type ActName, isOffered } from '../../core/views/act.js';
import { caseText } from '../../core/views/case-text.js';
import { refusalText } from '../../core/views/read-answers.js';
import {
  CaseAttachedEvent,
  CaseAttachEvent,
  CaseFollowedEvent,
  CaseFollowEvent,
  CaseReopenedEvent,
  CaseReopenEvent,
  CaseResolvedEvent,
  CaseResolveEvent,
} from '../../events/view-events.js';
import type { CaseViewMessages, ViewMessages } from '../../locales/en.js';
import type { AttachmentSource } from '../../ports/attachment-source.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import type { KeptReply, ReplyDrafts } from '../../ports/reply-drafts.js';
import type { Attachment } from '../../schema/attachment.js';
import type { Case } from '../../schema/case.js';
import { button, note } from './case-view.templates.js';
import { errorOf, replyForm } from './reply-form.js';
import type { UploadArea } from './upload-area.js';

type View = LitElement & {
  readonly backend: CaseBackend | undefined;
  readonly uploader: FileUploader | undefined;
  readonly messages: CaseViewMessages;
  readonly drafts: ReplyDrafts | undefined;
  readonly person: string;
};

/** What writing needs of what shows the case. */
export interface Reading {
  readonly look: CaseLookController;
  texts: () => ViewMessages;
  /** Announces something. */
  say: (text: string) => void;
  /** Resolves when nothing is left of whoever has signed out. */
  forgotten: () => Promise<void>;
}

type AreaId = 'reply-files' | 'case-files';

/** Everything that a person does with a case: replies, files, following, solving, reopening, keeping it. */
export class CaseWriting {
  readonly #view: View;
  readonly #reading: Reading;
  readonly #kept = new Map<string, KeptReply | undefined>();
  readonly #ownDrafts: ReplyDrafts = {
    read: (number) => this.#kept.get(number),
    write: (number, reply) => this.#kept.set(number, reply),
  };
  readonly #acts: CaseActsController;
  readonly #reply: CaseReplyController;
  /** Keeps replies beyond the page; it comes with the first case that takes one. */
  #keeper: ReplyKeeper | undefined;
  #keeping: Promise<void> | undefined;
  #uploadArea: UploadArea | undefined;
  #loading: Promise<void> | undefined;
  #filesKey = newKey();
  /** The files that were sent on last. */
  #tried = '';

  constructor(view: View, reading: Reading) {
    this.#view = view;
    this.#reading = reading;
    this.#acts = new CaseActsController(view, (changed) => reading.look.take(changed));
    this.#reply = new CaseReplyController(view, {
      drafts: () => view.drafts ?? this.#ownDrafts,
      backend: () => view.backend,
      files: () => this.#files('reply-files'),
      newest: () => reading.look.newest,
      take: (changed) => reading.look.take(changed),
      keeping: () => this.#keeper,
    });
  }

  /** What is in the way of the reply, in words. */
  get error(): string {
    return errorOf(this.#reply.reply, this.#texts);
  }

  /** Turns to another case. */
  open(number: string): void {
    this.#acts.reset();
    this.#files('case-files')?.clear();
    void this.#reply.open(number);
  }

  /** A look has brought something: a reply that nobody answered may be in it. */
  hear(newest: Case): void {
    this.#reply.look(newest);
  }

  /** After each update of the view. */
  updated(): void {
    if (this.#may('attach') || this.#mayEnclose) this.#loading ??= this.#loadUpload();
    if (this.#may('comment') && !this.#view.drafts) {
      this.#keeping ??= this.#loadKeeper();
      void this.#keeper?.open(this.#reading.look.number);
    }
    // A change that is part of an update would be one too many.
    if (this.#arrivedFiles) void this.#view.updateComplete.then(() => this.#attach());
  }

  /** Somebody else is here now: nothing of whoever was before stays. */
  leave(): void {
    this.#kept.clear();
    this.#reply.leave();
    this.#files('case-files')?.clear();
  }

  /** Drops what is written. */
  async forget(): Promise<void> {
    await this.#keeping;
    if (this.#keeper) this.#keeper.drop();
    else this.#reply.restart();
    this.#kept.clear();
  }

  /** The upload area of the case. */
  caseFiles(): TemplateResult | undefined {
    return this.#may('attach') ? this.#upload('case-files', this.#texts.addFiles) : undefined;
  }

  get #texts(): ViewMessages {
    return this.#reading.texts();
  }

  #files(id: AreaId): (HTMLElement & AttachmentSource) | undefined {
    const found = this.#view.shadowRoot?.getElementById(id);
    return (found as (HTMLElement & AttachmentSource) | null) ?? undefined;
  }

  #may(name: keyof Case['can']): boolean {
    const { look } = this.#reading.look;
    return look.phase === 'shown' && isOffered(name, look.case, this.#view.backend);
  }

  /** Whether a reply takes files. */
  get #mayEnclose(): boolean {
    return this.#may('comment') && this.#view.backend?.capabilities?.attachments !== 'none';
  }

  /** Where a reply is written. */
  replyForm(): TemplateResult | undefined {
    if (!this.#may('comment')) return undefined;
    const { look } = this.#reading.look;
    const isWaiting = look.phase === 'shown' && look.waiting;
    return replyForm(
      {
        reply: this.#reply.reply,
        files: this.#mayEnclose ? this.#upload('reply-files', this.#texts.replyFiles) : undefined,
        write: (text) => this.#reply.write(text),
        send: () => void this.#send(),
        showWaiting: isWaiting
          ? button(this.#texts.showWaiting, () => this.#reading.look.showWaiting())
          : undefined,
      },
      this.#texts,
    );
  }

  /** What can be done with the case as a whole. */
  actions(shown: Case): unknown {
    const { act } = this.#acts;
    const texts = this.#texts;
    const offered = (['resolve', 'reopen', 'follow'] as const).filter((name) => this.#may(name));
    return html`<p part="actions">
      ${offered.map((name) =>
        button(texts[name], () => void this.#do(name), {
          isBusy: act.phase === 'doing',
          isPressed: name === 'follow' ? shown.isFollowed : undefined,
        }),
      )}
      ${button(texts.receipt, () => this.#save(shown))}
    </p>`;
  }

  #save(shown: Case): void {
    const url = shown.url && new URL(shown.url, document.baseURI).href;
    saveText(`${shown.number}.txt`, caseText(shown, this.#texts, url));
  }

  /** How the last thing went that was not done. */
  trouble(): unknown {
    const { act } = this.#acts;
    const texts = this.#texts;
    if (act.phase === 'refused') return note(refusalText(act.issues, texts.refusals));
    if (act.phase !== 'failed') return nothing;
    return note(texts.actFailed, { label: texts.tryAgain, press: () => this.#acts.retry() });
  }

  #upload(id: AreaId, label: string): TemplateResult | undefined {
    if (!this.#uploadArea) return undefined;
    const { reply } = this.#reply;
    const { act } = this.#acts;
    const isCase = id === 'case-files';
    const area = this.#uploadArea({
      id,
      key: isCase ? this.#filesKey : reply.draft.key,
      uploader: this.#view.uploader,
      messages: this.#view.messages,
      isBusy: isCase
        ? act.phase !== 'none' && act.phase !== 'refused' && act.name === 'attach'
        : reply.phase === 'sending',
      changed: () => this.#filesChanged(id),
    });
    return html`<details>
      <summary>${label}</summary>
      ${area}
    </details>`;
  }

  /** Without it there is a case all the same, and the next one tries again. */
  async #loadUpload(): Promise<void> {
    try {
      const { uploadArea } = await import('./upload-area.js');
      this.#uploadArea = uploadArea();
      this.#view.requestUpdate();
    } catch {
      this.#loading = undefined;
    }
  }

  /** Without it a reply stays as long as the page. */
  async #loadKeeper(): Promise<void> {
    try {
      const { ReplyKeeper } = await import('../../controllers/reply-keeper.js');
      const view = this.#view;
      const files = () => this.#files('reply-files');
      this.#keeper = new ReplyKeeper({
        view,
        written: () => this.#reply.reply.draft,
        isSending: () => this.#reply.reply.phase === 'sending',
        give: (draft, unanswered) => this.#reply.give(draft, unanswered),
        restart: () => this.#reply.restart(),
        send: () => void this.#send(),
        files,
        filesRestored: () => this.#openFiles(files()),
        place: () => view.shadowRoot?.getElementById('reply-draft') ?? null,
        sentElsewhere: () => void this.#showOwn(),
        forgotten: () => this.#reading.forgotten(),
      });
      view.requestUpdate();
    } catch {
      this.#keeping = undefined;
    }
  }

  /** What somebody has sent themselves may move what is on screen. */
  async #showOwn(): Promise<void> {
    const { look } = this.#reading;
    await look.refresh();
    look.showWaiting();
  }

  async #send(): Promise<void> {
    if (this.#keeper?.mayGo() === false) return;
    this.#reading.say('');
    const isSent = await this.#reply.send();
    if (isSent) this.#reading.say(this.#texts.replied);
    if (isSent !== false) return;
    await this.#view.updateComplete;
    this.#view.shadowRoot?.getElementById('reply')?.focus();
  }

  async #do(name: Exclude<ActName, 'attach'>): Promise<void> {
    const { number } = this.#reading.look;
    const isFollowed = !this.#reading.look.newest?.isFollowed;
    const { backend } = this.#view;
    const { done } = this.#texts;
    this.#reading.say('');
    const act = await this.#acts.do(
      name,
      {
        resolve: {
          request: (signal: AbortSignal) => new CaseResolveEvent(number, signal),
          ask: (signal: AbortSignal) => backend?.resolve?.(number, { signal }),
          done: (changed: Case) => new CaseResolvedEvent(changed),
        },
        reopen: {
          request: (signal: AbortSignal) => new CaseReopenEvent(number, signal),
          ask: (signal: AbortSignal) => backend?.reopen?.(number, { signal }),
          done: (changed: Case) => new CaseReopenedEvent(changed),
        },
        follow: {
          request: (signal: AbortSignal) => new CaseFollowEvent(number, isFollowed, signal),
          ask: (signal: AbortSignal) => backend?.follow?.(number, isFollowed, { signal }),
          done: (changed: Case) => new CaseFollowedEvent(changed),
        },
      }[name],
    );
    const said = name === 'follow' && !isFollowed ? done.unfollow : done[name];
    if (act.phase === 'none') this.#reading.say(said);
    else this.#sayTrouble();
    await this.#keepFocus();
  }

  #sayTrouble(): void {
    const { act } = this.#acts;
    const texts = this.#texts;
    if (act.phase === 'failed') this.#reading.say(texts.actFailed);
    if (act.phase === 'refused') this.#reading.say(refusalText(act.issues, texts.refusals));
  }

  /** The button that was pressed may be gone. */
  async #keepFocus(): Promise<void> {
    await this.#view.updateComplete;
    if (document.activeElement === document.body) this.#view.focus();
  }

  /** A file that was pasted is shown to have come. */
  #filesChanged(id: AreaId): void {
    this.#openFiles(this.#files(id));
    if (id === 'reply-files') this.#keeper?.noteFiles();
    const { act } = this.#acts;
    if (act.phase === 'refused' && act.name === 'attach') this.#acts.reset();
    this.#view.requestUpdate();
  }

  #openFiles(source: Element | undefined): void {
    const details = source?.closest('details');
    if (details) details.open = true;
  }

  /** The files that wait to go to the case: all of them are there, since one that has failed holds back the others. */
  get #arrivedFiles(): readonly Attachment[] | undefined {
    const { attachments = [] } = this.#files('case-files') ?? {};
    const { act } = this.#acts;
    const isHeld = act.phase !== 'none' && (act.phase === 'doing' || act.name === 'attach');
    // The page has refused them; other files may fare better.
    const isNew = attachments.length > 0 && idsOf(attachments) !== this.#tried;
    const isThere = attachments.every(({ status }) => status === 'uploaded');
    return isNew && isThere && !isHeld ? attachments : undefined;
  }

  async #attach(): Promise<void> {
    const source = this.#files('case-files');
    const uploaded = this.#arrivedFiles;
    if (!source || !uploaded) return;
    this.#tried = idsOf(uploaded);
    const { number } = this.#reading.look;
    const files = { key: this.#filesKey, attachments: [...uploaded] };
    const { phase } = await this.#acts.do('attach', {
      request: (signal) => new CaseAttachEvent(number, files, signal),
      ask: (signal) => this.#view.backend?.attach?.(number, files, { signal }),
      done: (changed) => {
        source.clear();
        this.#filesKey = newKey();
        this.#reading.say(this.#texts.done.attach);
        return new CaseAttachedEvent(changed);
      },
    });
    if (phase !== 'none') this.#sayTrouble();
  }
}

const idsOf = (attachments: readonly Attachment[]) => attachments.map(({ id }) => id).join();
