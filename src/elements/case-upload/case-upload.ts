import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { intake } from '../../controllers/intake-controller.js';
import { UploadController } from '../../controllers/upload-controller.js';
import {
  type FileRow,
  isReady,
  isTaken,
  type RestoredFile,
  toAttachment,
  toKept,
} from '../../core/attachments.js';
import { type CaseUploadMessages, enUpload } from '../../locales/en.js';
import type { AttachmentSource } from '../../ports/attachment-source.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import type { Attachment, AttachmentLimits } from '../../schema/attachment.js';
import { define } from '../define.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-upload.styles.js';
import { canCapture, captureButton, plainList } from './case-upload.templates.js';
import type { FileList } from './file-list.js';

/** Milliseconds after which files are listed without what lists and sends them. */
const LATE = 1000;
/** Milliseconds after which they have failed, since it does not come. */
const TOO_LATE = 30_000;

/**
 * Takes files: chosen, dropped or pasted. Sends each one on its way at once, and shows how it gets on.
 *
 * In a `<form>` of the page it is a control like others. Its value is the `ref` of each uploaded file,
 * or the files themselves where nobody uploads them.
 *
 * @tag case-upload
 * @event {FileAddEvent} file-add - The person adds files; cancel to refuse them.
 * @event {FileAddedEvent} file-added - A file is on the list.
 * @event {FileRejectedEvent} file-rejected - A file was not taken.
 * @event {FileUploadEvent} file-upload - A file is to be stored: `event.respondWith()`.
 * @event {FileUploadedEvent} file-uploaded - A file is stored.
 * @event {FileFailedEvent} file-failed - A file could not be stored.
 * @event {FileRemovedEvent} file-removed - A file is off the list.
 * @event {FileDescribedEvent} file-described - The person has said what a picture shows.
 * @csspart base - Everything.
 * @csspart label - The name of the area.
 * @csspart area - Where files are dropped; also `dropping` while files are above it.
 * @csspart button - A button; the one that is no other opens the choice of files.
 * @csspart capture - The button that takes a picture of the screen, or a photo.
 * @csspart hint - Other ways in, and what is taken.
 * @csspart files - The list of files, and of those that were not taken; also `long` when only what is in view is drawn.
 * @csspart file - One of them; also the word of its status: `waiting`, `uploading`, `uploaded`, `kept`, `enclosed`, `failed`, `rejected`; also `stalled`.
 * @csspart thumbnail - A small picture of it.
 * @csspart name - Its name.
 * @csspart status - Its size, and how far it has come.
 * @csspart progress - The bar that shows how far.
 * @csspart edit - The button that opens a picture in the editor.
 * @csspart retry - The button that sends a file again.
 * @csspart remove - The button that cancels a file or takes it off the list.
 * @cssprop [--case-accent] - Of the button, the bar and the area under files.
 * @cssprop [--case-accent-text] - On the accent.
 * @cssprop [--case-text] - Of text.
 * @cssprop [--case-muted] - Of text of second rank.
 * @cssprop [--case-background] - Behind rows.
 * @cssprop [--case-surface] - Behind the area.
 * @cssprop [--case-border] - Of lines.
 * @cssprop [--case-error] - Of what went wrong.
 * @cssprop [--case-success] - Of what is done.
 * @cssprop [--case-radius] - Of corners.
 * @cssprop [--case-gap] - Between things.
 * @cssprop [--case-focus] - Of the ring around what has the focus.
 */
export class CaseUpload extends LitElement implements AttachmentSource {
  static override styles = [theme, styles];
  static readonly formAssociated = true;

  /** Defines `<case-upload>`, once. */
  static define(registry?: CustomElementRegistry): void {
    define('case-upload', this, registry);
  }

  static override properties = {
    action: {},
    uploader: { attribute: false },
    limits: { attribute: false },
    accept: {},
    maxSize: { type: Number, attribute: 'max-size' },
    maxFiles: { type: Number, attribute: 'max-files' },
    messages: { attribute: false },
    name: { reflect: true },
    atATime: { type: Number, attribute: 'at-a-time' },
    keepMetadata: { type: Boolean, attribute: 'keep-metadata' },
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    held: { attribute: false },
  };

  /** Address of the built-in uploader: files are posted there when no one else takes them. */
  action = '';
  /** Takes the files that no listener of `file-upload` takes. */
  uploader: FileUploader | undefined;
  /** What the definition of the form allows. */
  limits: AttachmentLimits | undefined;
  /** What kinds of files are taken, as in `<input accept>`. */
  accept = '';
  /** Bytes of the largest file that is taken. */
  maxSize: number | undefined;
  /** How many files are taken. */
  maxFiles: number | undefined;
  /** How many files are sent at the same time. */
  atATime = 3;
  /** Leaves in pictures what they tell beside themselves: where and by whom they were taken. */
  keepMetadata = false;
  /** Texts, in the language of the page. */
  messages: CaseUploadMessages = enUpload;
  /** Names the draft, and later the case, that new files belong to. */
  key = '';
  /** What the files are called in the data of the form. */
  name = '';
  /** The form cannot be sent without a file. */
  required = false;
  /** Takes no files. */
  disabled = false;
  /** Keeps files on the list until this is `false` again. A form does so whose backend takes them after the case. */
  held = false;

  readonly #internals = this.attachInternals();
  #list: FileList | undefined;
  #loading: Promise<void> | undefined;
  /** Whether files are listed without what lists them well. */
  #isPlain = false;
  readonly #uploads = new UploadController(this, () => void this.#load());
  readonly #intake = intake(this, this.#uploads);
  #changes = -1;

  /** Every file on the list, whatever its status. */
  get attachments(): readonly Attachment[] {
    return this.#files.map(toAttachment);
  }

  /** What a draft has to keep of the files, so that `restore()` brings them back. */
  get kept(): readonly RestoredFile[] {
    return this.#files.map(toKept);
  }

  /** In words, how all of the files are getting on; empty where there are none. */
  get progress(): string {
    return this.#list?.progress() ?? this.#uploads.progress(this.messages.upload);
  }

  /** The ids of the files that have failed and are tried again by themselves. */
  get again(): readonly string[] {
    return this.#list?.again() ?? [];
  }

  /** The form of the page that this is a control of. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** Whether it takes no files, by its own attribute or by a `<fieldset>` around. */
  get isDisabled(): boolean {
    return this.disabled || !!this.parentElement?.closest('fieldset:disabled');
  }

  /** Adds files as if the person had chosen them. */
  add(files: Iterable<File>): void {
    this.#uploads.add([...files]);
  }

  /** Puts files back that a draft has kept: one that was stored is stored, any other one is sent. */
  restore(files: readonly RestoredFile[]): void {
    this.#uploads.restore(files);
  }

  /** Empties the list, for the next draft. What is stored stays stored. */
  clear(): void {
    this.#uploads.clear();
  }

  /** Resolves when no file is waiting or on its way any more, or when this is out of the page. */
  whenSettled(): Promise<void> {
    return this.#uploads.settled();
  }

  override focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  formResetCallback(): void {
    this.clear();
  }

  /** Called for a disabled `<fieldset>` around; for the attribute too late, in the midst of an update. */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { language, direction, upload: texts } = this.messages;
    const { limits } = this.#uploads;
    const near = () => void this.#load();
    return html`
      <div
        part="base"
        role="group"
        aria-labelledby="label"
        lang=${language}
        dir=${direction}
        @pointerenter=${near}
        @focusin=${near}
        @dragenter=${near}
      >
        <span part="label" id="label">${texts.label}${this.required ? ' *' : nothing}</span>
        <div part=${this.#intake.isDropping ? 'area dropping' : 'area'}>
          <input
            id="input"
            type="file"
            aria-describedby="hint"
            accept=${limits.accept.join()}
            ?multiple=${limits.maxFiles > 1}
            ?required=${this.required && !this.#files.length}
            ?disabled=${this.isDisabled}
            @change=${this.#onChoice}
          />
          <label part="button" for="input">${texts.choose}</label>
          ${
            canCapture(limits)
              ? captureButton({ texts, isDisabled: this.isDisabled, onClick: this.#onCapture })
              : nothing
          }
          <span part="hint" id="hint"
            >${texts.drop}<br />${texts.limits(limits)}
            ${this.keepMetadata ? nothing : texts.private}</span
          >
        </div>
        ${this.#list?.render() ?? (this.#isPlain ? plainList(this.#uploads, texts) : nothing)}
        <div role="status" aria-atomic="false">${this.#list?.status()}</div>
      </div>
    `;
  }

  /** What shows and sends files comes when the person comes near, at the latest with the first file. */
  async #load(): Promise<FileList | undefined> {
    await (this.#loading ??= this.#fetch());
    return this.#list;
  }

  async #fetch(): Promise<void> {
    const timers: ReturnType<typeof setTimeout>[] = [];
    // Before it is in a page nobody waits.
    const isThere = this.updateComplete.then(() => {
      timers.push(setTimeout(() => this.#listPlainly(), LATE));
      timers.push(setTimeout(() => this.#doWithout(), TOO_LATE));
    });
    try {
      const [{ FileList }] = await Promise.all([import('./file-list.js'), isThere]);
      // An import from within what is loaded later would take what both need out of the single file.
      const editor = () => import('./picture-editor.js');
      this.#list ??= new FileList(this, this.#uploads, this.#intake, editor);
    } catch {
      this.#doWithout();
    }
    timers.forEach((timer) => clearTimeout(timer));
  }

  #listPlainly(): void {
    this.#isPlain = true;
    this.requestUpdate();
  }

  /** Whoever waits for files has to know that none will come. */
  #doWithout(): void {
    if (this.#list) return;
    this.#loading = undefined; // The next file asks again.
    this.#listPlainly();
    this.#uploads.fail();
  }

  /** What a form of the page sends, and what holds it back: files that are not there. */
  protected override updated(changed: PropertyValues): void {
    const { changes } = this.#uploads;
    // Progress changes neither.
    if (!changed.size && changes === this.#changes) return;
    this.#changes = changes;
    const files = this.#files;
    const data = new FormData();
    for (const { file, state } of this.name ? files : []) {
      if (state.status === 'enclosed') data.append(this.name, file);
      if (state.status === 'uploaded') {
        data.append(this.name, state.attachment.ref ?? state.attachment.id);
      }
    }
    this.#internals.setFormValue(data);
    const valueMissing = this.required && !files.length;
    this.#internals.setValidity(
      { valueMissing, customError: !files.every(isReady) },
      valueMissing ? this.messages.upload.required : this.progress,
      this.#input ?? undefined,
    );
  }

  get #files(): FileRow[] {
    return this.#uploads.rows.filter(isTaken);
  }

  get #input() {
    return this.shadowRoot?.querySelector('input');
  }

  readonly #onCapture = (): void => void this.#load().then((list) => list?.capture());

  readonly #onChoice = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    this.add(input.files ?? []);
    input.value = ''; // Else the same file, chosen again, would be no change.
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'case-upload': CaseUpload;
  }
}
