import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { CaseLookController } from '../../controllers/case-look-controller.js';
import { arrivedBetween } from '../../core/views/news.js';
import { refusalText } from '../../core/views/read-answers.js';
import { enCaseView, enView } from '../../locales/en-view.js';
import type { CaseViewMessages, ViewMessages } from '../../locales/en.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import type { ReplyDrafts } from '../../ports/reply-drafts.js';
import type { Case } from '../../schema/case.js';
import { define } from '../define.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-view.styles.js';
import { attachmentTable, button, facts, head, note, thread } from './case-view.templates.js';
import type { CaseWriting } from './case-writing.js';

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
 * @csspart draft - Says how the reply is kept.
 * @csspart draft-status - Where it is kept, and since when.
 * @csspart draft-note - What has happened to it; also `draft-warning` when it seems to hold a secret.
 * @csspart draft-leftover - A text that had to give way to a later one.
 * @cssprop [--case-accent] - Of buttons, links and marks.
 * @cssprop [--case-accent-text] - On the accent.
 * @cssprop [--case-text] - Of text.
 * @cssprop [--case-muted] - Of text of second rank.
 * @cssprop [--case-background] - Behind fields.
 * @cssprop [--case-surface] - Behind notes.
 * @cssprop [--case-border] - Of lines.
 * @cssprop [--case-error] - Of what went wrong.
 * @cssprop [--case-success] - Of what is done.
 * @cssprop [--case-radius] - Of corners.
 * @cssprop [--case-gap] - Between things.
 * @cssprop [--case-focus] - Of the ring around what has the focus.
 * @attr keep-drafts - How long a reply is kept: `device` (as far as `person` or the person themselves let it, the default), `session` (in this tab alone) or `off`.
 * @attr draft-hours - Hours that a reply is kept after its last change; 24 when not given.
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
  /** Names the person who reads, so that what they have seen and what they write is kept on this device; else in this tab. */
  person = '';
  /** Which comments come first: `newest` or `oldest`. */
  order: 'newest' | 'oldest' = 'newest';
  /** Keeps the texts of replies in the place of this device, which keeps their files, too. */
  drafts: ReplyDrafts | undefined;

  readonly #look = new CaseLookController(this, {
    mayMove: () => !this.shadowRoot?.activeElement?.closest('form'),
    arrived: (after, before) => this.#hear(after, before),
  });
  /** All that can be done with a case; it comes with the first one. */
  #writing: CaseWriting | undefined;
  #loading: Promise<void> | undefined;
  #number: string | undefined = '';
  #said = '';
  #forgotten = Promise.resolve();

  /** Looks for changes now, for a page that has heard of some. Never rejects. */
  refresh(): Promise<void> {
    return this.#look.refresh();
  }

  /** Drops what is kept of this person: what they have written, also in other tabs, and what they have seen. */
  async forget(): Promise<void> {
    await this.#writing?.forget();
    await this.#forget(this.person);
  }

  override focus(options?: FocusOptions): void {
    // Where there is no case, the way on is to try again.
    this.shadowRoot?.querySelector<HTMLElement>('#subject, button')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('person');
    if (before) {
      // Whoever has signed out leaves nothing here.
      this.#forgotten = this.#forget(before);
      this.#writing?.leave();
      this.#number = undefined; // What they did is not done for the next, either.
    }
    const { number } = this.#look;
    if (number === this.#number) return;
    this.#number = number;
    this.#said = '';
    this.#writing?.open(number);
  }

  protected override updated(): void {
    if (this.#look.look.phase === 'shown') this.#loading ??= this.#load();
    this.#writing?.updated();
  }

  protected override render(): TemplateResult {
    const { language, direction } = this.messages;
    const { look } = this.#look;
    const isShown = look.phase === 'shown';
    const said = isShown ? this.#writing?.error || this.#said : this.#trouble;
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
    const writing = this.#writing;
    const texts = this.#texts;
    const isNewest = this.order !== 'oldest';
    const comments = isNewest ? [...shown.comments].reverse() : shown.comments;
    const turn = () => (this.order = isNewest ? 'oldest' : 'newest');
    return html`${head(shown, news, texts)} ${writing?.actions(shown)} ${this.#stale()}
      ${writing?.trouble()} ${facts(shown, texts)}
      <section>
        <h3 id="attachments">${texts.attachments}</h3>
        ${attachmentTable(shown.attachments, news, texts)} ${writing?.caseFiles()}
      </section>
      <section>
        <h3>${texts.conversation}</h3>
        ${writing?.replyForm()}
        ${
          comments.length > 1
            ? html`<p>${button(isNewest ? texts.oldestFirst : texts.newestFirst, turn)}</p>`
            : nothing
        }
        ${thread(comments, news, texts)}
      </section>`;
  }

  /** Why what is on screen may not be the newest. */
  #stale(): unknown {
    const { look } = this.#look;
    const texts = this.#texts;
    const trouble = look.phase === 'shown' ? look.trouble : undefined;
    return this.#note(
      trouble === 'identity' ? texts.refusals.identity : trouble && texts.stale,
      true,
    );
  }

  #note(text: string | undefined, canRetry: boolean): unknown {
    return text
      ? note(
          text,
          canRetry ? { label: this.#texts.tryAgain, press: () => void this.#retry() } : undefined,
        )
      : nothing;
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

  /** Something has come from the backend, whether it is shown or waits. */
  #hear(after: Case, before: Case | undefined): void {
    this.#writing?.hear(after);
    if (!before) return;
    const texts = this.#texts;
    const { author = '', isStatusNew, ...news } = arrivedBetween(before, after);
    const status = isStatusNew ? texts.statusIs(texts.status[after.status]) : '';
    this.#say(`${texts.arrived({ ...news, author })} ${status}`.trim());
  }

  /** Without it there is a case all the same, and the next change tries again. */
  async #load(): Promise<void> {
    try {
      const { CaseWriting } = await import('./case-writing.js');
      this.#writing = new CaseWriting(this, {
        look: this.#look,
        texts: () => this.#texts,
        say: (text) => this.#say(text),
        forgotten: () => this.#forgotten,
      });
      this.#writing.open(this.#number ?? '');
      this.requestUpdate();
    } catch {
      this.#loading = undefined;
    }
  }

  async #forget(person: string): Promise<void> {
    const { forgetPerson } = await import('../../controllers/forget-person.js');
    await forgetPerson(person);
  }

  #say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }

  async #retry(): Promise<void> {
    await this.#look.refresh();
    await this.updateComplete;
    // The button that was pressed may be gone.
    if (document.activeElement === document.body) this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-view': CaseView;
  }
}
