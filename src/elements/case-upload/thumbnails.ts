/** Pictures made of dots. An SVG is a document, and is not opened. */
const RASTER = /^image\/(png|jpeg|gif|webp|avif)$/;

/** Larger ones are not worth the memory that unpacking them takes. */
const BYTES_AT_MOST = 30_000_000;

const SIDE = 96;

/** Small pictures of files, on canvases: an `<img>` would need `img-src blob:` in the page's policy. */
export class Thumbnails {
  readonly #canvases = new WeakMap<File, HTMLCanvasElement | undefined>();
  readonly #ready: () => void;
  #last: Promise<void> = Promise.resolve();

  constructor(ready: () => void) {
    this.#ready = ready;
  }

  /** The small picture of a file, once there is one. */
  of(file: File): HTMLCanvasElement | undefined {
    const isNew = !this.#canvases.has(file) && RASTER.test(file.type) && file.size <= BYTES_AT_MOST;
    if (isNew) {
      this.#canvases.set(file, undefined);
      // One after the other: twenty photos unpacked at once can be more than a phone has memory for.
      this.#last = this.#last.then(() => this.#draw(file));
    }
    return this.#canvases.get(file);
  }

  async #draw(file: File): Promise<void> {
    try {
      const bitmap = await createImageBitmap(file);
      this.#canvases.set(file, drawn(bitmap));
      bitmap.close();
      this.#ready();
    } catch {
      // Not every file is the picture that its type promises; it goes without.
    }
  }
}

/** The middle of a picture, as a square. */
function drawn(bitmap: ImageBitmap): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const { width, height } = bitmap;
  const side = Math.min(width, height);
  canvas
    .getContext('2d')
    ?.drawImage(bitmap, (width - side) / 2, (height - side) / 2, side, side, 0, 0, SIDE, SIDE);
  return canvas;
}
