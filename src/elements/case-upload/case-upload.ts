import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { httpUploader } from '../../adapters/uploads/http.js';
import { caseFormAround } from '../../controllers/case-form-around.js';
import { intake } from '../../controllers/intake-controller.js';
import { UploadController } from '../../controllers/upload-controller.js';
import {
  type FileRow,
  isPending,
  isProblem,
  isReady,
  isTaken,
  toAttachment,
} from '../../core/attachments.js';
import { visibleName } from '../../core/visible-name.js';
import { type CaseUploadMessages, enUpload } from '../../locales/en.js';
import type { AttachmentSource } from '../../ports/attachment-source.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import type { Attachment, AttachmentLimits } from '../../schema/attachment.js';
import { define } from '../define.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-upload.styles.js';
import type { thumbnails } from './thumbnails.js';

/** A folder can bring more reasons than anyone reads. */
const REJECTIONS_SHOWN = 5;

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
 * @csspart button - A button; the one that is no other opens the choice of files.
 * @csspart hint - Other ways in, and what is taken.
 * @csspart files - The list of files, and of those that were not taken.
 * @csspart file - One of them; also the word of its status: `waiting`, `uploading`, `uploaded`, `kept`, `enclosed`, `failed`, `rejected`.
 * @csspart thumbnail - A small picture of it.
 * @csspart name - Its name.
 * @csspart status - Its size, and how far it has come.
 * @csspart progress - The bar that shows how far.
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
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
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

  readonly #internals = this.attachInternals();
  #thumbnail: ReturnType<typeof thumbnails> | undefined;
  #drawing: Promise<void> | undefined;
  readonly #uploads = new UploadController(this, () => {
    if (this.uploader) return this.uploader;
    if (this.action) return httpUploader({ url: this.action });
    return this.#internals.form && !caseFormAround(this) ? 'form' : undefined;
  });
  readonly #intake = intake(this, this.#uploads);
  #isDisabledByForm = false;

  /** Every file on the list, whatever its status. */
  get attachments(): readonly Attachment[] {
    return this.#files.map(toAttachment);
  }

  /** Adds files as if the person had chosen them. */
  add(files: Iterable<File>): void {
    this.#uploads.add([...files]);
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
  formDisabledCallback(disabled: boolean): void {
    this.#isDisabledByForm = disabled;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { language, direction, upload: texts } = this.messages;
    const { rows, limits } = this.#uploads;
    const rejected = rows.filter((row) => !isTaken(row));
    const list = [...rejected.splice(0, REJECTIONS_SHOWN), ...this.#files];
    const more = rejected.length ? texts.rejectedMore(rejected.length) : '';
    const say = (row: FileRow) => `${visibleName(row.file.name)}: ${this.#say(row)} `;
    return html`
      <div part="base" role="group" aria-labelledby="label" lang=${language} dir=${direction}>
        <span part="label" id="label">${texts.label}${this.required ? ' *' : nothing}</span>
        <div part=${this.#intake.isDropping ? 'area dropping' : 'area'}>
          <input
            id="input"
            type="file"
            aria-describedby="hint"
            accept=${limits.accept.join()}
            ?multiple=${limits.maxFiles > 1}
            ?required=${this.required && !this.#files.length}
            ?disabled=${this.#isDisabled}
            @change=${this.#onChoice}
          />
          <label part="button" for="input">${texts.choose}</label>
          <span part="hint" id="hint">${texts.drop}<br />${texts.limits(limits)}</span>
        </div>
        <ul part="files">
          ${list.map((row, index) => this.#row(row, index))}
          <li ?hidden=${!more}>${more}</li>
        </ul>
        <div role="status" aria-atomic="false">
          <p>${this.#progress}</p>
          <p>${list.filter(isProblem).map(say)}${more}</p>
        </div>
      </div>
    `;
  }

  /** One file, how far it has come, and what can be done about it. */
  #row(row: FileRow, index: number): unknown {
    const { id, file, state } = row;
    const texts = this.messages.upload;
    const name = visibleName(file.name);
    const button = (act: 'retry' | 'remove', sign: string, label: string) =>
      html`<button
        part="button ${act}"
        type="button"
        title=${label}
        aria-label=${label}
        ?disabled=${this.#isDisabled}
        @click=${() => void this.#act(act, row, index)}
      >
        ${sign}
      </button>`;
    // One button does both, since one that vanished under the focus would take it along.
    const removal = isPending(row) ? texts.cancel : texts.remove;
    return keyed(
      id,
      html`<li part="file ${row.isKept ? 'kept' : state.status}">
        ${this.#thumbnail?.(file)}
        <div>
          <bdi part="name">${name}</bdi>
          <div part="status">
            ${file.size ? texts.size(file.size) + ' · ' : nothing}${this.#say(row)}
          </div>
        </div>
        ${state.status === 'failed' ? button('retry', '↻', texts.retry(name)) : nothing}
        ${button('remove', '×', removal(name))}
        ${
          state.status === 'uploading'
            ? html`<progress
                part="progress"
                aria-label=${name}
                .value=${state.fraction}
              ></progress>`
            : nothing
        }
      </li>`,
    );
  }

  /** In words, how far a file has come. */
  #say({ state, isKept }: FileRow): string {
    const texts = this.messages.upload;
    if (isKept) return texts.kept;
    switch (state.status) {
      case 'uploading':
        return texts.uploading(Math.floor(state.fraction * 100));
      case 'failed':
        return [texts.failed, ...state.issues.map(({ message }) => message)].join(' · ');
      case 'rejected':
        return texts.rejected(state.reason, this.#uploads.limits);
      default:
        return texts[state.status];
    }
  }

  /** What draws small pictures comes with the first file that is one; without it, there are none. */
  async #draw(): Promise<void> {
    const part = await import('./thumbnails.js').catch(() => undefined);
    this.#thumbnail = part?.thumbnails();
    this.requestUpdate();
  }

  /** What a form of the page sends, and what holds it back: files that are not there. */
  protected override updated(): void {
    const files = this.#files;
    if (files.some(({ file }) => file.type.startsWith('image/'))) this.#drawing ??= this.#draw();
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
      valueMissing ? this.messages.upload.required : this.#progress,
      this.#input ?? undefined,
    );
  }

  get #files(): FileRow[] {
    return this.#uploads.rows.filter(isTaken);
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#isDisabledByForm;
  }

  get #input() {
    return this.shadowRoot?.querySelector('input');
  }

  /** In words, how all of the files are getting on. */
  get #progress(): string {
    const { length } = this.#files;
    return length ? this.messages.upload.progress(this.#files.filter(isReady).length, length) : '';
  }

  readonly #onChoice = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    this.add(input.files ?? []);
    input.value = ''; // Else the same file, chosen again, would be no change.
  };

  /** If what had the focus is gone then, it goes to the next row, else to where files are chosen. */
  async #act(act: 'retry' | 'remove', row: FileRow, index: number): Promise<void> {
    await this.#uploads[act](row);
    await this.updateComplete;
    if (document.activeElement !== document.body) return;
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('[part~=remove]');
    (buttons[index] ?? buttons[index - 1] ?? this).focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-upload': CaseUpload;
  }
}
