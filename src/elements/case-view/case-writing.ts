import { html, type LitElement, type TemplateResult } from 'lit';
import { addStyles } from '../../controllers/add-styles.js';
import type { CaseChange } from '../../controllers/case-acts-controller.js';
import { CaseReplyController } from '../../controllers/case-reply-controller.js';
import type { ReplyKeeper } from '../../controllers/reply-keeper.js';
import { newKey } from '../../core/key.js';
import { isOffered } from '../../core/views/act.js';
import { CaseAttachedEvent, CaseAttachEvent } from '../../events/view-events.js';
import type { CaseViewMessages, ViewMessages } from '../../locales/en.js';
import type { AttachmentSource } from '../../ports/attachment-source.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import type { KeptReply, ReplyDrafts } from '../../ports/reply-drafts.js';
import type { Attachment } from '../../schema/attachment.js';
import type { Case } from '../../schema/case.js';
import { CaseActing } from './case-acting.js';
import type { Reading } from './case-reading.js';
import { button } from './case-view.templates.js';
import { writingStyles } from './case-writing.styles.js';
import { errorOf, replyForm } from './reply-form.js';
import type { UploadArea } from './upload-area.js';

type View = LitElement & {
  readonly backend: CaseBackend | undefined;
  readonly uploader: FileUploader | undefined;
  readonly messages: CaseViewMessages;
  readonly drafts: ReplyDrafts | undefined;
  readonly person: string;
};

type AreaId = 'reply-files' | 'case-files';

/** Everything that a person does with a case: here replies and files, in `CaseActing` all else. */
export class CaseWriting {
  readonly #view: View;
  readonly #reading: Reading;
  readonly #kept = new Map<string, KeptReply | undefined>();
  readonly #ownDrafts: ReplyDrafts = {
    read: (number) => this.#kept.get(number),
    write: (number, reply) => this.#kept.set(number, reply),
  };
  readonly #acting: CaseActing;
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
    this.#acting = new CaseActing(view, reading);
    if (view.shadowRoot) addStyles(view.shadowRoot, writingStyles);
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
    this.#acting.reset();
    this.#files('case-files')?.clear();
    this.#keeper?.turnTo(number);
    void this.#reply.open(number);
  }

  /** A look has brought something: what nobody answered may have happened. */
  hear(newest: Case): void {
    this.#reply.look(newest);
    this.#acting.hear(newest);
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
    this.#keeper?.turnTo('');
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
          ? button(this.#texts.showWaiting, () => void this.#showWaiting())
          : undefined,
      },
      this.#texts,
    );
  }

  /** What can be done with the case as a whole. */
  actions(shown: Case): TemplateResult {
    return this.#acting.actions(shown, (name) => this.#may(name));
  }

  /** How the last thing went that was not done. */
  trouble(): TemplateResult | undefined {
    return this.#acting.trouble();
  }

  #upload(id: AreaId, label: string): TemplateResult | undefined {
    if (!this.#uploadArea) return undefined;
    const { reply } = this.#reply;
    const { act } = this.#acting;
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

  /** Its button goes: what has come stands below the box. */
  async #showWaiting(): Promise<void> {
    this.#reading.look.showWaiting();
    await this.#focusReply();
  }

  async #focusReply(): Promise<void> {
    await this.#view.updateComplete;
    this.#view.shadowRoot?.getElementById('reply')?.focus();
  }

  async #send(): Promise<void> {
    if (this.#keeper?.mayGo() === false) return;
    this.#reading.say('');
    const isSent = await this.#reply.send();
    if (isSent) this.#reading.say(this.#texts.replied);
    if (isSent === false) await this.#focusReply();
  }

  /** A file that was pasted is shown to have come. */
  #filesChanged(id: AreaId): void {
    this.#openFiles(this.#files(id));
    if (id === 'reply-files') this.#keeper?.noteFiles();
    const { act } = this.#acting;
    if (act.phase === 'refused' && act.name === 'attach') this.#acting.reset();
    this.#view.requestUpdate();
  }

  #openFiles(source: Element | undefined): void {
    const details = source?.closest('details');
    if (details) details.open = true;
  }

  /** The files that wait to go to the case: all of them are there, since one that has failed holds back the others. */
  get #arrivedFiles(): readonly Attachment[] | undefined {
    const { attachments = [] } = this.#files('case-files') ?? {};
    const { act } = this.#acting;
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
    const change: CaseChange = {
      request: (signal) => new CaseAttachEvent(number, files, signal),
      ask: (signal) => this.#view.backend?.attach?.(number, files, { signal }),
      done: (changed) => {
        source.clear();
        this.#filesKey = newKey();
        return new CaseAttachedEvent(changed);
      },
    };
    await this.#acting.see('attach', change, this.#texts.done.attach);
  }
}

const idsOf = (attachments: readonly Attachment[]) => attachments.map(({ id }) => id).join();
