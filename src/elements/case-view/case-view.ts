import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { CaseActsController } from '../../controllers/case-acts-controller.js';
import { CaseLookController } from '../../controllers/case-look-controller.js';
import { CaseReplyController } from '../../controllers/case-reply-controller.js';
import { newKey } from '../../core/key.js';
import { type ActName, isOffered } from '../../core/views/act.js';
import { arrivedBetween } from '../../core/views/news.js';
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
import { enCaseView, enView } from '../../locales/en-view.js';
import type { CaseViewMessages, ViewMessages } from '../../locales/en.js';
import type { AttachmentSource } from '../../ports/attachment-source.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import type { KeptReply, ReplyDrafts } from '../../ports/reply-drafts.js';
import type { Case } from '../../schema/case.js';
import { define } from '../define.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-view.styles.js';
import { attachmentTable, button, facts, head, thread } from './case-view.templates.js';
import { errorOf, replyForm } from './reply-form.js';
import type { UploadArea } from './upload-area.js';

/**
 * One case: how it stands, what it is about, its files, and what has been written under it. Replies,
 * files, following, solving and reopening are there where the backend can do them and the case allows it.
 *
 * It looks for changes as long as the page can be seen, less and less often while nothing happens. What
 * comes while the person writes waits until they ask for it, or have left the reply.
 *
 * @tag case-view
 * @event {CaseLoadEvent} case-load - Asks for the case: `event.respondWith()`.
 * @event {CaseShownEvent} case-shown - The case, as it is now, is on screen.
 * @event {CaseReplyEvent} case-reply - A reply is ready: `event.respondWith()`; cancel to keep it here.
 * @event {CaseRepliedEvent} case-replied - The reply is on the case.
 * @event {CaseAttachEvent} case-attach - Files are to be added to the case: `event.respondWith()`.
 * @event {CaseAttachedEvent} case-attached - The files are on the case.
 * @event {CaseResolveEvent} case-resolve - The person says that the case is solved: `event.respondWith()`.
 * @event {CaseResolvedEvent} case-resolved - The case is solved.
 * @event {CaseReopenEvent} case-reopen - The person wants the case open again: `event.respondWith()`.
 * @event {CaseReopenedEvent} case-reopened - The case is open again.
 * @event {CaseFollowEvent} case-follow - The person wants to follow the case, or no longer: `event.respondWith()`.
 * @event {CaseFollowedEvent} case-followed - The person follows the case, or no longer.
 * @event {CaseActionRefusedEvent} case-action-refused - Something was not done, and why.
 * @event {CaseActionFailedEvent} case-action-failed - Nobody knows whether something was done.
 * @csspart case - Everything.
 * @csspart number - The case number.
 * @csspart subject - The subject.
 * @csspart status - The status in words; also `open`, `awaiting-you` or `solved`.
 * @csspart label - What the backend calls the status.
 * @csspart actions - A row of buttons.
 * @csspart button - A button; the one that sends a reply is also `primary`.
 * @csspart facts - Severity, owner, contact and the answers of the form.
 * @csspart text - A text that somebody has written.
 * @csspart attachments - The table of files.
 * @csspart link - A link to a file.
 * @csspart time - When something was.
 * @csspart new - The mark of what is new since the last look.
 * @csspart reply - The form of a reply.
 * @csspart input - Where the reply is written.
 * @csspart error - What is in the way of the reply.
 * @csspart thread - What has been written.
 * @csspart comment - One comment; also `staff` if a helper wrote it, and `fresh` if it is new.
 * @csspart author - Who wrote it.
 * @csspart role - Says that a helper wrote it.
 * @csspart file - A file of a comment.
 * @csspart note - What is in the way of the case, or of what was asked for it.
 */
export class CaseView extends LitElement {
  static override styles = [theme, styles];

  /** Defines `<case-view>`, once. */
  static define(registry?: CustomElementRegistry): void {
    define('case-view', this, registry);
  }

  static override properties = {
    backend: { attribute: false },
    number: {},
    case: { attribute: false },
    messages: { attribute: false },
    uploader: { attribute: false },
    poll: { type: Number },
    person: {},
    order: {},
    drafts: { attribute: false },
  };

  /** Tells the case and changes it where no listener answers. What it does not declare is not offered. */
  backend: CaseBackend | undefined;
  /** The number of the case, or what a guest's link calls it. */
  number = '';
  /** The case, where the page has it already. */
  case: Case | undefined;
  /** Texts, in the language of the person who reads. */
  messages: CaseViewMessages = enCaseView;
  /** Takes files for replies and for the case. */
  uploader: FileUploader | undefined;
  /** Seconds before the first look for changes; 0 for none at all. */
  poll = 20;
  /** Names the person who reads, so that what they have seen is remembered on this device; else in this tab. */
  person = '';
  /** Which comments come first: `newest` or `oldest`. */
  order: 'newest' | 'oldest' = 'newest';
  /** Keeps replies while they are written; here, as long as the element is there, when none is given. */
  drafts: ReplyDrafts | undefined;

  readonly #kept = new Map<string, KeptReply | undefined>();
  readonly #ownDrafts: ReplyDrafts = {
    read: (number) => this.#kept.get(number),
    write: (number, reply) => this.#kept.set(number, reply),
  };
  readonly #look = new CaseLookController(this, {
    mayMove: () => !this.shadowRoot?.activeElement?.closest('form'),
    arrived: (after, before) => this.#hear(after, before),
  });
  readonly #acts = new CaseActsController(this, (changed) => this.#look.take(changed));
  readonly #reply = new CaseReplyController(this, {
    drafts: () => this.drafts ?? this.#ownDrafts,
    backend: () => this.backend,
    files: () => this.#files('reply-files'),
    newest: () => this.#look.newest,
    take: (changed) => this.#look.take(changed),
  });
  #uploadArea: UploadArea | undefined;
  #loading: Promise<void> | undefined;
  #filesKey = newKey();
  /** The files that were sent on last. */
  #tried = '';
  #number = '';
  #said = '';

  /** Looks for changes now, for a page that has heard of some. Never rejects. */
  refresh(): Promise<void> {
    return this.#look.refresh();
  }

  override focus(options?: FocusOptions): void {
    this.shadowRoot?.getElementById('subject')?.focus(options);
  }

  protected override willUpdate(): void {
    const { number } = this.#look;
    if (number === this.#number) return;
    this.#number = number;
    this.#said = '';
    this.#acts.reset();
    this.#files('case-files')?.clear();
    void this.#reply.open(number);
  }

  protected override updated(): void {
    if (this.#mayAttach || this.#mayEnclose) this.#loading ??= this.#loadUpload();
    void this.#attach();
  }

  protected override render(): TemplateResult {
    const { language, direction } = this.messages;
    const { look } = this.#look;
    const isShown = look.phase === 'shown';
    const said = isShown ? errorOf(this.#reply.reply, this.#texts) || this.#said : this.#trouble;
    return html`<article
      part="case"
      lang=${language}
      dir=${direction}
      aria-busy=${look.phase === 'loading'}
      aria-labelledby=${isShown ? 'subject' : nothing}
    >
      ${isShown ? this.#whole(look.case) : this.#note(this.#trouble, look.phase !== 'loading')}
      <p role="status">${said}</p>
    </article>`;
  }

  #whole(shown: Case): TemplateResult {
    const { news } = this.#look;
    const texts = this.#texts;
    const isNewest = this.order !== 'oldest';
    const comments = isNewest ? [...shown.comments].reverse() : shown.comments;
    const turn = () => (this.order = isNewest ? 'oldest' : 'newest');
    return html`${head(shown, news, texts)} ${this.#actions(shown)} ${this.#troubles()}
      ${facts(shown, texts)}
      <section aria-labelledby="attachments">
        <h3 id="attachments">${texts.attachments}</h3>
        ${attachmentTable(shown.attachments, news, texts)}
        ${this.#mayAttach ? this.#upload('case-files', texts.addFiles) : nothing}
      </section>
      <section aria-labelledby="conversation">
        <h3 id="conversation">${texts.conversation}</h3>
        ${this.#may('comment') ? this.#replyForm() : nothing}
        ${
          comments.length > 1
            ? html`<p>${button(isNewest ? texts.oldestFirst : texts.newestFirst, turn)}</p>`
            : nothing
        }
        ${thread(comments, news, texts)}
      </section>`;
  }

  #replyForm(): TemplateResult {
    const { look } = this.#look;
    const isWaiting = look.phase === 'shown' && look.waiting;
    return replyForm(
      {
        reply: this.#reply.reply,
        files: this.#mayEnclose ? this.#upload('reply-files', this.#texts.replyFiles) : undefined,
        write: (text) => this.#reply.write(text),
        send: () => void this.#send(),
        showWaiting: isWaiting
          ? button(this.#texts.showWaiting, () => this.#look.showWaiting())
          : undefined,
      },
      this.#texts,
    );
  }

  /** What can be done with the case as a whole. */
  #actions(shown: Case): unknown {
    const { act } = this.#acts;
    const texts = this.#texts;
    const offered = (['resolve', 'reopen', 'follow'] as const).filter((name) => this.#may(name));
    if (!offered.length) return nothing;
    return html`<p part="actions">
      ${offered.map((name) =>
        button(texts[name], () => void this.#do(name), {
          isBusy: act.phase === 'doing',
          isPressed: name === 'follow' ? shown.isFollowed : undefined,
        }),
      )}
    </p>`;
  }

  /** What went wrong while the case stays on screen. */
  #troubles(): unknown {
    const { look } = this.#look;
    const { act } = this.#acts;
    const texts = this.#texts;
    const trouble = look.phase === 'shown' ? look.trouble : undefined;
    const stale = trouble === 'identity' ? texts.refusals.identity : trouble && texts.stale;
    return html`${stale ? this.#note(stale, true) : nothing}
    ${act.phase === 'refused' ? this.#note(refusalText(act.issues, texts.refusals), false) : nothing}
    ${act.phase === 'failed' ? this.#note(texts.actFailed, () => this.#acts.retry()) : nothing}`;
  }

  #note(text: string, again: boolean | (() => void)): unknown {
    if (!text) return nothing;
    const retry = typeof again === 'function' ? again : () => void this.#retry();
    return html`<div part="note">
      <p>${text}</p>
      ${again ? button(this.#texts.tryAgain, retry) : nothing}
    </div>`;
  }

  #upload(id: 'reply-files' | 'case-files', label: string): TemplateResult | undefined {
    if (!this.#uploadArea) return undefined;
    const { reply } = this.#reply;
    const { act } = this.#acts;
    const isCase = id === 'case-files';
    const area = this.#uploadArea({
      id,
      key: isCase ? this.#filesKey : reply.draft.key,
      uploader: this.uploader,
      messages: this.messages,
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

  get #texts(): ViewMessages {
    return this.messages.view ?? enView;
  }

  /** Why there is no case on screen. */
  get #trouble(): string {
    const { look } = this.#look;
    const texts = this.#texts;
    if (look.phase === 'refused') return refusalText(look.issues, texts.refusals);
    return look.phase === 'loading' || look.phase === 'failed' ? texts[look.phase] : '';
  }

  #may(name: keyof Case['can']): boolean {
    const { look } = this.#look;
    return look.phase === 'shown' && isOffered(name, look.case, this.backend);
  }

  get #mayAttach(): boolean {
    return this.#may('attach');
  }

  /** Whether a reply takes files. */
  get #mayEnclose(): boolean {
    return this.#may('comment') && this.backend?.capabilities?.attachments !== 'none';
  }

  #files(id: 'reply-files' | 'case-files'): (HTMLElement & AttachmentSource) | undefined {
    const found = this.shadowRoot?.getElementById(id);
    return (found as (HTMLElement & AttachmentSource) | null) ?? undefined;
  }

  /** Without it there is a case all the same, and the next one tries again. */
  async #loadUpload(): Promise<void> {
    try {
      const { uploadArea } = await import('./upload-area.js');
      this.#uploadArea = uploadArea();
      this.requestUpdate();
    } catch {
      this.#loading = undefined;
    }
  }

  /** Something has come from the backend, whether it is shown or waits. */
  #hear(after: Case, before: Case | undefined): void {
    this.#reply.look(after);
    if (!before) return;
    const texts = this.#texts;
    const { author = '', isStatusNew, ...news } = arrivedBetween(before, after);
    const status = isStatusNew ? texts.statusIs(texts.status[after.status]) : '';
    this.#say(`${texts.arrived({ ...news, author })} ${status}`.trim());
  }

  #say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }

  async #retry(): Promise<void> {
    await this.#look.refresh();
    await this.#keepFocus();
  }

  async #send(): Promise<void> {
    this.#said = '';
    const { key } = this.#reply.reply.draft;
    await this.#reply.send();
    await this.updateComplete;
    const { reply } = this.#reply;
    if (reply.phase === 'writing' && reply.draft.key !== key) this.#say(this.#texts.replied);
    else this.shadowRoot?.getElementById('reply')?.focus();
  }

  async #do(name: Exclude<ActName, 'attach'>): Promise<void> {
    const { number } = this.#look;
    const isFollowed = !this.#look.newest?.isFollowed;
    const { backend } = this;
    const { done } = this.#texts;
    this.#said = '';
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
    if (act.phase === 'none') this.#say(said);
    else this.#sayTrouble();
    await this.#keepFocus();
  }

  #sayTrouble(): void {
    const { act } = this.#acts;
    const texts = this.#texts;
    if (act.phase === 'failed') this.#say(texts.actFailed);
    if (act.phase === 'refused') this.#say(refusalText(act.issues, texts.refusals));
  }

  /** The button that was pressed may be gone. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    if (document.activeElement === document.body) this.focus();
  }

  /** A file that was pasted is shown to have come. */
  #filesChanged(id: 'reply-files' | 'case-files'): void {
    const details = this.#files(id)?.closest('details');
    if (details) details.open = true;
    const { act } = this.#acts;
    if (act.phase === 'refused' && act.name === 'attach') this.#acts.reset();
    this.requestUpdate();
  }

  /** Files go to the case as soon as all of them are there; one that has failed holds back the others. */
  async #attach(): Promise<void> {
    const source = this.#files('case-files');
    const { act } = this.#acts;
    const isHeld = act.phase !== 'none' && (act.phase === 'doing' || act.name === 'attach');
    const uploaded = source?.attachments ?? [];
    if (!source || isHeld || !uploaded.length) return;
    if (!uploaded.every(({ status }) => status === 'uploaded')) return;
    const ids = uploaded.map(({ id }) => id).join();
    if (ids === this.#tried) return; // The page has refused them; other files may fare better.
    this.#tried = ids;
    const { number } = this.#look;
    const files = { key: this.#filesKey, attachments: [...uploaded] };
    const { phase } = await this.#acts.do('attach', {
      request: (signal) => new CaseAttachEvent(number, files, signal),
      ask: (signal) => this.backend?.attach?.(number, files, { signal }),
      done: (changed) => {
        source.clear();
        this.#filesKey = newKey();
        this.#say(this.#texts.done.attach);
        return new CaseAttachedEvent(changed);
      },
    });
    if (phase !== 'none') this.#sayTrouble();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-view': CaseView;
  }
}
