import { render } from 'lit';
import {
  between,
  firstMark,
  frameOf,
  isMeant,
  moved,
  type Part,
  type PictureEdit,
  type PictureTool,
  sized,
  stepOf,
} from '../../core/picture-edits.js';
import type { FileMessages } from '../../locales/en.js';
import { decoded, paint, paintMark, pictureFile } from './picture-painter.js';
import { styles } from './picture-editor.styles.js';
import { editorTemplate } from './picture-editor.template.js';

interface EditorOptions {
  /** Where the dialog opens. */
  readonly root: ShadowRoot;
  readonly texts: FileMessages;
  readonly language: string;
  readonly direction: string;
}

/** A picture as the person has made it, and what they say of it. */
export interface EditedPicture {
  /** The file that was given where nothing was done to it. */
  readonly file: File;
  readonly alt: string;
}

type Point = readonly [x: number, y: number];

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A dialog in which a picture is cropped, marked and blacked out, by any pointer or by the keyboard. */
export class PictureEditor {
  readonly #options: EditorOptions;
  readonly #dialog = document.createElement('dialog');
  #bitmap: ImageBitmap | undefined;
  #edits: readonly PictureEdit[] = [];
  #tool: PictureTool = 'redact';
  /** What is about to be set. */
  #mark: Part | undefined;
  /** Where a drag has begun. */
  #from: Point | undefined;
  #said = '';
  #alt = '';
  #isDone = false;

  constructor(options: EditorOptions) {
    this.#options = options;
  }

  /**
   * Opens the dialog; nothing comes of it when the person leaves.
   *
   * @throws When the picture cannot be decoded.
   */
  async edit(file: File, alt = ''): Promise<EditedPicture | undefined> {
    this.#bitmap = await decoded(file);
    this.#alt = alt;
    this.#open();
    await new Promise((resolve) => this.#dialog.addEventListener('close', resolve));
    try {
      if (!this.#isDone) return undefined;
      return { file: await this.#finished(file), alt: this.#alt.trim() };
    } finally {
      this.#dialog.remove();
      this.#bitmap.close();
    }
  }

  #open(): void {
    const { root, language, direction } = this.#options;
    const sheet = styles.styleSheet;
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    Object.assign(this.#dialog, { lang: language, dir: direction });
    this.#dialog.setAttribute('part', 'editor');
    this.#dialog.setAttribute('aria-labelledby', 'editor');
    root.append(this.#dialog);
    this.#show();
    this.#dialog.showModal();
  }

  async #finished(file: File): Promise<File> {
    if (!this.#edits.length || !this.#bitmap) return file;
    const canvas = document.createElement('canvas');
    paint(canvas, this.#bitmap, this.#edits);
    return pictureFile(canvas, file);
  }

  #show(): void {
    const template = editorTemplate({
      texts: this.#options.texts,
      tool: this.#tool,
      said: this.#said,
      alt: this.#alt,
      canUndo: this.#edits.length > 0,
      onTool: (tool) => this.#change({ tool }),
      onUndo: () => this.#undo(),
      onAlt: (alt) => (this.#alt = alt),
      onKey: (event) => this.#onKey(event),
      onPointer: (event) => this.#onPointer(event),
      onDone: () => this.#leave(true),
      onLeave: () => this.#leave(false),
    });
    render(template, this.#dialog);
    const { canvas } = this;
    if (!this.#bitmap || !canvas) return;
    paint(canvas, this.#bitmap, this.#edits);
    if (this.#mark) paintMark(canvas, this.#bitmap, { tool: this.#tool, part: this.#mark });
  }

  get canvas(): HTMLCanvasElement | null {
    return this.#dialog.querySelector('canvas');
  }

  #change({ tool = this.#tool, mark }: { tool?: PictureTool; mark?: Part | undefined }): void {
    this.#tool = tool;
    this.#mark = mark;
    const { mark: say, tool: names } = this.#options.texts;
    if (mark) this.#said = say(names[tool], { ...mark });
    this.#show();
  }

  #leave(isDone: boolean): void {
    // What stands there is meant: a person who has marked a secret does not expect it to be sent.
    if (isDone) this.#set();
    this.#isDone = isDone;
    this.#dialog.close();
  }

  #set(): void {
    const { texts } = this.#options;
    const part = this.#mark;
    this.#mark = undefined;
    if (part && isMeant(this.#tool, part)) {
      this.#edits = [...this.#edits, { tool: this.#tool, part }];
      this.#said = texts.set(texts.tool[this.#tool]);
    }
    this.#show();
  }

  #undo(): void {
    this.#edits = this.#edits.slice(0, -1);
    this.#said = this.#options.texts.undone;
    this.#change({});
    // A button that is disabled drops the focus.
    if (!this.#edits.length) this.canvas?.focus();
  }

  get #frame(): Part {
    return frameOf(this.#bitmap ?? { width: 1, height: 1 }, this.#edits);
  }

  #onKey(event: KeyboardEvent): void {
    const { key } = event;
    const arrow = ARROWS[key];
    const isUndo = key === 'z' && (event.ctrlKey || event.metaKey);
    const isMine =
      arrow ?? (key === 'Enter' || key === ' ' || isUndo || (key === 'Escape' && this.#mark));
    if (!isMine) return;
    event.preventDefault();
    if (isUndo) this.#undo();
    else if (key === 'Escape') this.#change({});
    else if (!this.#mark) this.#change({ mark: firstMark(this.#frame) });
    else if (arrow) this.#go(this.#mark, arrow, event);
    else this.#set();
  }

  #go(mark: Part, [x, y]: Point, { shiftKey, ctrlKey, altKey }: KeyboardEvent): void {
    const frame = this.#frame;
    const step = ctrlKey || altKey ? 1 : stepOf(frame);
    const next = shiftKey
      ? sized(this.#tool, mark, x * step, y * step, frame)
      : moved(mark, x * step, y * step, frame);
    this.#change({ mark: next });
  }

  #onPointer(event: PointerEvent): void {
    const { canvas } = this;
    if (!canvas || !event.isPrimary || event.button > 0) return;
    const at = this.#pointOf(event, canvas);
    if (event.type === 'pointerdown') {
      // A pointer that was made by a script cannot be held.
      if (event.isTrusted) canvas.setPointerCapture(event.pointerId);
      this.#from = at;
    }
    if (!this.#from) return;
    this.#change({ mark: between(this.#tool, this.#from, at, this.#frame) });
    if (event.type === 'pointermove' || event.type === 'pointerdown') return;
    this.#from = undefined;
    if (event.type === 'pointerup') this.#set();
    else this.#change({});
  }

  #pointOf({ clientX, clientY }: PointerEvent, canvas: HTMLCanvasElement): Point {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const { x, y } = this.#frame;
    return [
      x + ((clientX - left) * canvas.width) / width,
      y + ((clientY - top) * canvas.height) / height,
    ];
  }
}
