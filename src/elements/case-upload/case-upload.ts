import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { httpUploader } from '../../adapters/uploads/http.js';
import { caseFormAround } from '../../controllers/case-form-around.js';
import { IntakeController } from '../../controllers/intake-controller.js';
import { UploadController } from '../../controllers/upload-controller.js';
import { toAttachment } from '../../core/attachments.js';
import { acceptTokens, type FileLimits, strictestLimits } from '../../core/file-limits.js';
import { type CaseUploadMessages, enUpload } from '../../locales/en.js';
import type { AttachmentSource } from '../../ports/attachment-source.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import type { Attachment, AttachmentLimits } from '../../schema/attachment.js';
import { define } from '../define.js';
import { styles } from './case-upload.styles.js';
import { fileList } from './file-list.js';
import type { RowContext } from './file-row.js';
import { formValue, obstacle } from './form-value.js';
import { thumbnails } from './thumbnails.js';

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
 * @csspart base - Everything.
 * @csspart label - The name of the area.
 * @csspart area - Where files are dropped; also `dropping` while files are above it.
 * @csspart button - What opens the choice of files.
 * @csspart hint - Other ways in, and what is taken.
 * @csspart files - The list of files, and of those that were not taken.
 * @csspart file - One of them; also the word of its status: `waiting`, `uploading`, `uploaded`, `enclosed`, `failed`, `rejected`.
 * @csspart thumbnail - A small picture of it, or its extension.
 * @csspart name - Its name.
 * @csspart status - Its size, and how far it has come.
 * @csspart progress - The bar that shows how far.
 * @csspart retry - The button that sends a file again.
 * @csspart remove - The button that cancels or removes a file, or hides that it was not taken.
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
  static override styles = styles;
  static readonly formAssociated = true;

  static define(registry?: CustomElementRegistry): void {
    define('case-upload', this, registry);
  }

  /** Address of the built-in uploader: files are posted there when no one else takes them. */
  @property() accessor action = '';
  /** Takes the files that no listener of `file-upload` takes. */
  @property({ attribute: false }) accessor uploader: FileUploader | undefined;
  /** What the definition of the form allows. */
  @property({ attribute: false }) accessor limits: AttachmentLimits | undefined;
  /** What kinds of files are taken, as in `<input accept>`. */
  @property() accessor accept = '';
  /** Bytes of the largest file that is taken. */
  @property({ type: Number, attribute: 'max-size' }) accessor maxSize: number | undefined;
  /** How many files are taken. */
  @property({ type: Number, attribute: 'max-files' }) accessor maxFiles: number | undefined;
  /** Texts, in the language of the page. */
  @property({ attribute: false }) accessor messages: CaseUploadMessages = enUpload;
  /** Names the draft, and later the case, that new files belong to. */
  @property({ attribute: false }) accessor key = '';
  /** What the files are called in the data of the form. */
  @property({ reflect: true }) accessor name = '';
  /** The form cannot be sent without a file. */
  @property({ type: Boolean, reflect: true }) accessor required = false;
  /** Takes no files. */
  @property({ type: Boolean, reflect: true }) accessor disabled = false;

  readonly #internals = this.attachInternals();
  readonly #thumbnail = thumbnails(() => {
    this.requestUpdate();
  });
  readonly #uploads = new UploadController(this, () => ({
    key: this.key,
    limits: this.#limits,
    uploader: this.uploader ?? this.#builtIn(),
    encloses: this.#internals.form !== null && !caseFormAround(this),
  }));
  readonly #intake = new IntakeController(this, {
    terms: () => ({
      disabled: this.#isDisabled,
      form: this.#internals.form,
      pictureName: this.messages.upload.pastedName,
    }),
    take: (files, partFolders) => {
      this.#uploads.add(files, partFolders);
    },
  });
  #http: { readonly url: string; readonly uploader: FileUploader } | undefined;
  #isDisabledByForm = false;

  /** Every file on the list, whatever its status. */
  get attachments(): readonly Attachment[] {
    return this.#uploads.entries.map(toAttachment);
  }

  /** Adds files as if the person had chosen them. */
  add(files: Iterable<File>): void {
    this.#uploads.add([...files]);
  }

  /** Empties the list, for the next draft. What is stored stays stored. */
  clear(): void {
    this.#uploads.clear();
  }

  /** Resolves when no file is waiting or on its way any more. */
  whenSettled(): Promise<void> {
    return this.#uploads.settled();
  }

  override focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  formResetCallback(): void {
    this.clear();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#isDisabledByForm = disabled;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { language, direction, upload: texts } = this.messages;
    const limits = this.#limits;
    return html`
      <div part="base" role="group" aria-labelledby="label" lang=${language} dir=${direction}>
        <span part="label" id="label">${texts.label}${this.required ? ' *' : nothing}</span>
        <div part=${this.#intake.isDropping ? 'area dropping' : 'area'}>
          <span class="choice">
            <input
              id="input"
              type="file"
              aria-describedby="drop limits"
              accept=${limits.accept.join()}
              ?multiple=${limits.maxFiles > 1}
              ?required=${this.required && !this.#uploads.entries.length}
              ?disabled=${this.#isDisabled}
              @change=${this.#onChoice}
            />
            <label part="button" for="input">${texts.choose}</label>
          </span>
          <span part="hint" id="drop">${texts.drop}</span>
          <p part="hint" id="limits">${texts.limits(limits)}</p>
        </div>
        ${fileList(this.#uploads, {
          texts,
          limits,
          disabled: this.#isDisabled,
          thumbnail: this.#thumbnail,
          act: this.#act,
        })}
      </div>
    `;
  }

  protected override updated(): void {
    const { entries } = this.#uploads;
    this.#internals.setFormValue(formValue(entries, this.name));
    const [flags, message] = obstacle(entries, this.messages.upload, this);
    this.#internals.setValidity(flags, message, this.#input ?? undefined);
  }

  get #input() {
    return this.shadowRoot?.querySelector('input');
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#isDisabledByForm;
  }

  get #limits(): FileLimits {
    const { accept, maxSize, maxFiles } = this;
    return strictestLimits(this.limits, { accept: acceptTokens(accept), maxSize, maxFiles });
  }

  /** The same one for the same address: it knows which files it has tried before. */
  #builtIn(): FileUploader | undefined {
    const url = this.action;
    if (url && this.#http?.url !== url) this.#http = { url, uploader: httpUploader({ url }) };
    return url ? this.#http?.uploader : undefined;
  }

  readonly #onChoice = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = ''; // Else the same file, chosen again, would be no change.
    this.add(files);
  };

  /** What had the focus is gone then: it goes to the next row, else to where files are chosen. */
  readonly #act: RowContext['act'] = (act, id, index) => {
    this.#uploads[act](id);
    void this.updateComplete.then(() => {
      const buttons = this.renderRoot.querySelectorAll<HTMLElement>('[part=remove]');
      (buttons[index] ?? buttons[index - 1] ?? this).focus();
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'case-upload': CaseUpload;
  }
}
