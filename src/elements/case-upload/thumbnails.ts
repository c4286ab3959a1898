import type { Measured } from '../../core/file-limits.js';

/** Pictures made of dots. An SVG is a document, and is not opened. */
const RASTER = /^image\/(png|jpeg|gif|webp|avif)$/;

/** Larger ones are not worth the memory that unpacking them takes. */
const BYTES_AT_MOST = 30_000_000;

const SIDE = 96;

/**
 * Small pictures of files, by the file: `undefined` until `ready()` is called, or for good.
 *
 * They are drawn on canvases, because an `<img>` would need `img-src blob:` in the page's policy.
 */
export function thumbnails(ready: () => void): (file: Measured) => HTMLCanvasElement | undefined {
  const canvases = new WeakMap<Measured, HTMLCanvasElement | undefined>();
  // One after the other: twenty photos unpacked at once can be more than a phone has memory for.
  let last = Promise.resolve();

  const draw = async (file: File): Promise<void> => {
    try {
      const bitmap = await createImageBitmap(file);
      canvases.set(file, drawn(bitmap));
      bitmap.close();
      ready();
    } catch {
      // Not every file is the picture that its type promises; it goes without.
    }
  };

  return (file) => {
    const isSmall = file.size <= BYTES_AT_MOST;
    if (file instanceof File && isSmall && RASTER.test(file.type) && !canvases.has(file)) {
      canvases.set(file, undefined);
      last = last.then(() => draw(file));
    }
    return canvases.get(file);
  };
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
