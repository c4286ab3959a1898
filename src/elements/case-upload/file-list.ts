import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Intake } from '../../controllers/intake-controller.js';
import { LONG, LongList } from '../../controllers/long-list.js';
import type { UploadController } from '../../controllers/upload-controller.js';
import { type RunHost, UploadRun } from '../../controllers/upload-run.js';
import { type FileRow, isPending, isTaken } from '../../core/attachments.js';
import { isProblem, isTriedAgain } from '../../core/file-progress.js';
import { visibleName } from '../../core/visible-name.js';
import { FileDescribedEvent } from '../../events/upload-events.js';
import type { CaseUploadMessages, FileMessages, UploadMessages } from '../../locales/en.js';
import { type Act, drawRow } from './file-row.js';
import { styles } from './file-list.styles.js';
import type * as Editor from './picture-editor.js';
import { isPicture, thumbnails } from './thumbnails.js';

/** A folder can bring more reasons than anyone reads. */
const REJECTIONS_SHOWN = 5;

/** The area whose list it is. */
export type ListHost = LitElement &
  RunHost & { readonly messages: CaseUploadMessages; readonly isDisabled: boolean };

/** Shows the files of an area and how each is getting on, and hears what the person wants of them. */
export class FileList implements ReactiveController {
  readonly #host: ListHost;
  readonly #uploads: UploadController;
  readonly #intake: Intake;
  readonly #run: UploadRun;
  readonly #long: LongList;
  readonly #thumbnail = thumbnails();
  /** The words of a language, once they are there. */
  readonly #words = new WeakMap<UploadMessages, FileMessages | 'asked'>();
  readonly #items = new WeakMap<FileRow, HTMLLIElement>();
  readonly #editor: () => Promise<typeof Editor>;
  /** What went wrong beside the files. */
  #notice: 'notTaken' | 'notOpened' | undefined;

  /** `editor` loads the editor of pictures. */
  constructor(
    host: ListHost,
    uploads: UploadController,
    intake: Intake,
    editor: () => Promise<typeof Editor>,
  ) {
    this.#host = host;
    this.#uploads = uploads;
    this.#intake = intake;
    this.#editor = editor;
    const root = host.renderRoot as ShadowRoot;
    if (styles.styleSheet) root.adoptedStyleSheets.push(styles.styleSheet);
    this.#long = new LongList(host, () => this.#box());
    this.#run = new UploadRun(host, uploads);
    host.addController(this);
  }

  /** Draws the rows that are in view. Each keeps its element, and with it the focus. */
  hostUpdated(): void {
    const box = this.#box();
    if (!box) return;
    const rows = this.#shown();
    const drawn = this.#long.visible(rows.map(({ id }) => id));
    const count = rows.length > LONG ? rows.length : undefined;
    const items = drawn.flatMap((index) => {
      const row = rows[index];
      return row ? this.#draw(row, index, count) : [];
    });
    this.#long.makeRoom(items);
    place(items, box);
    this.#long.measure(items);
  }

  #box(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('[part~=files]');
  }

  /** The list; its rows are drawn when it is there. */
  render(): TemplateResult {
    const isLong = this.#shown().length > LONG;
    return html`
      <ul
        part=${isLong ? 'files long' : 'files'}
        @scroll=${this.#long.onScroll}
        @focusin=${this.#onFocus}
        @focusout=${this.#onBlur}
        @keydown=${isLong ? this.#onKey : nothing}
      ></ul>
      <p part="hint" ?hidden=${!this.#more}>${this.#more}</p>
    `;
  }

  /** What is announced: how all are getting on, and what there is to tell of each. */
  status(): TemplateResult {
    const say = (row: FileRow) => `${visibleName(row.file.name)}: ${this.#say(row)} `;
    const words = this.#notice && this.#texts()?.[this.#notice];
    return html`<p>${this.progress()}</p>
      <p>${this.#shown().filter(isProblem).map(say)}${this.#more}${words}</p>`;
  }

  /** In words, how all files are getting on. */
  progress(): string {
    const files = this.#uploads.rows.filter(isTaken);
    const held = this.#host.held && files.length && this.#texts()?.held(files.length);
    if (held) return held;
    const failed = files.filter(isTriedAgain).length;
    const again = failed ? this.#texts()?.retrying(failed) : undefined;
    return [this.#uploads.progress(this.#host.messages.upload), again].filter(Boolean).join(' · ');
  }

  /** The ids of the files that are tried again by themselves. */
  again(): string[] {
    return this.#uploads.rows.filter(isTriedAgain).map(({ id }) => id);
  }

  /** Takes a picture of the screen, or with the camera, and lets the person edit it before it goes anywhere. */
  async capture(): Promise<void> {
    this.#notice = undefined;
    try {
      const { capturedPicture } = await import('./screen-capture.js');
      const picture = await capturedPicture(`${this.#intake.pictureName()}.png`);
      if (picture) await this.#attach(picture);
    } catch {
      this.#tell('notTaken');
    }
  }

  /** What could not be edited goes as it is: it was taken to be attached. */
  async #attach(picture: File): Promise<void> {
    const edited = await this.#edited(picture).catch(() => ({ file: picture, alt: '' }));
    if (!edited) return;
    const before = new Set(this.#uploads.rows);
    this.#uploads.add([edited.file]);
    const row = this.#uploads.rows.find((one) => !before.has(one));
    if (row && edited.alt) this.#describe(row, edited.alt);
  }

  async #edit(row: FileRow): Promise<void> {
    this.#notice = undefined;
    try {
      if (!(await isPicture(row.file))) throw new TypeError('It cannot be decoded.');
      const edited = await this.#edited(row.file, row.alt);
      if (!edited) return;
      const isSame = edited.file === row.file;
      if (!isSame) await this.#focus((await this.#run.replace(row, edited.file, edited.alt)).id);
      else this.#describe(row, edited.alt);
    } catch {
      this.#tell('notOpened');
    }
  }

  async #edited(file: File, alt = ''): Promise<{ file: File; alt: string } | undefined> {
    const [{ PictureEditor }, texts] = await Promise.all([
      this.#editor(),
      this.#host.messages.upload.more(),
    ]);
    const { language, direction } = this.#host.messages;
    const root = this.#host.renderRoot as ShadowRoot;
    return new PictureEditor({ root, texts, language, direction }).edit(file, alt);
  }

  #describe(row: FileRow, alt: string): void {
    if ((row.alt ?? '') === alt) return;
    row.alt = alt;
    this.#uploads.show();
    const event = new FileDescribedEvent(row.file, alt);
    this.#host.dispatchEvent(event);
  }

  #tell(notice: 'notTaken' | 'notOpened'): void {
    this.#notice = notice;
    this.#host.requestUpdate();
  }

  #shown(): FileRow[] {
    const { rows } = this.#uploads;
    const rejected = rows.filter((row) => !isTaken(row));
    return [...rejected.slice(0, REJECTIONS_SHOWN), ...rows.filter(isTaken)];
  }

  get #more(): string {
    const rejected = this.#uploads.rows.filter((row) => !isTaken(row)).length;
    const more = rejected - REJECTIONS_SHOWN;
    return more > 0 ? this.#host.messages.upload.rejectedMore(more) : '';
  }

  #draw(row: FileRow, index: number, count?: number): HTMLLIElement {
    const { messages, isDisabled } = this.#host;
    const item = this.#items.get(row) ?? document.createElement('li');
    this.#items.set(row, item);
    drawRow(item, row, {
      texts: messages.upload,
      words: this.#texts(),
      thumbnail: this.#thumbnail(row.file),
      say: this.#say(row),
      isDisabled,
      count,
      index,
      act: (act) => void this.#act(act, row, index),
    });
    return item;
  }

  /** In words, how far a file has come. */
  #say(row: FileRow): string {
    const { state, isKept, wait } = row;
    const texts = this.#host.messages.upload;
    if (isKept) return texts.kept;
    if (wait) return this.#texts()?.again(wait.seconds) ?? texts.failed;
    const held = this.#host.held && isPending(row) && this.#texts()?.held(1);
    if (held) return held;
    switch (state.status) {
      case 'uploading':
        return row.isStalled
          ? (this.#texts()?.stalled ?? '')
          : texts.uploading(Math.floor(state.fraction * 100));
      case 'failed':
        return [texts.failed, ...state.issues.map(({ message }) => message)].join(' · ');
      case 'rejected':
        return texts.rejected(state.reason, this.#uploads.limits);
      default:
        return texts[state.status];
    }
  }

  /** The words of the page's language; without them there is less to read, and nothing to edit. */
  #texts(): FileMessages | undefined {
    const { upload } = this.#host.messages;
    const words = this.#words.get(upload);
    if (!words) {
      this.#words.set(upload, 'asked');
      void this.#load(upload);
    }
    return typeof words === 'object' ? words : undefined;
  }

  async #load(upload: UploadMessages): Promise<void> {
    const words = await upload.more().catch(() => undefined);
    if (words) this.#words.set(upload, words);
    else this.#words.delete(upload); // Asked for again with the next change.
    if (words) this.#host.requestUpdate();
  }

  async #act(act: Act, row: FileRow, index: number): Promise<void> {
    if (act === 'edit') await this.#edit(row);
    else if (act === 'retry') this.#run.retry(row);
    else await this.#run.remove(row);
    await this.#host.updateComplete;
    // If what had the focus is gone, it goes to the next row, else to where files are chosen.
    if (document.activeElement !== document.body) return;
    const rows = this.#shown();
    const next = rows[index] ?? rows[index - 1];
    if (next) await this.#focus(next.id);
    else this.#host.focus();
  }

  /** Gives the focus to a button of a row, which is drawn then if it was not. */
  async #focus(id: string, part = 'remove'): Promise<void> {
    await this.#long.bring(id);
    const row = (this.#host.renderRoot as ShadowRoot).getElementById(`file-${id}`);
    const button = row?.querySelector<HTMLElement>(`[part~=${part}]`);
    (button ?? row?.querySelector<HTMLElement>('[part~=remove]'))?.focus();
  }

  readonly #onFocus = (event: FocusEvent) => {
    this.#long.pinned = idOf(event.target);
    this.#long.onScroll();
  };

  readonly #onBlur = (event: FocusEvent) => {
    if (!idOf(event.relatedTarget)) this.#long.pinned = undefined;
  };

  /** In a long list the arrow keys go from row to row, Home and End to the first and the last. */
  readonly #onKey = (event: KeyboardEvent) => {
    const rows = this.#shown();
    const at = rows.findIndex(({ id }) => id === idOf(event.target));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const next = to === undefined ? undefined : rows[to];
    if (!next) return;
    event.preventDefault();
    const part = (event.target as Element).part.item(1) ?? 'remove';
    void this.#focus(next.id, part);
  };
}

/**
 * Puts rows into the list. What goes is taken away last: a list that was shorter for a moment would
 * lose where it stands; and what stays is not moved, since it would lose the focus.
 */
function place(items: readonly Element[], box: Element): void {
  const wanted = new Set(items);
  const gone = [...box.children].filter((item) => !wanted.has(item));
  let next = box.firstElementChild;
  for (const item of items) {
    while (next && !wanted.has(next)) next = next.nextElementSibling;
    if (item === next) next = next.nextElementSibling;
    else box.insertBefore(item, next);
  }
  gone.forEach((item) => item.remove());
}

/** The id of the file in whose row an element is. */
function idOf(target: EventTarget | null): string | undefined {
  return (target as Element | null)?.closest('li')?.id.replace(/^file-/, '');
}
