/** Larger ones are not worth the memory that unpacking them takes. */
const BYTES_AT_MOST = 30_000_000;

/**
 * Small pictures of files, by the file; hidden until they are drawn, or for good.
 *
 * They are drawn on canvases, because an `<img>` would need `img-src blob:` in the page's policy.
 */
export function thumbnails(): (file: File) => HTMLCanvasElement | undefined {
  const canvases = new WeakMap<File, HTMLCanvasElement>();
  // One after the other: twenty photos unpacked at once can be more than a phone has memory for.
  let last = Promise.resolve();

  return (file) => {
    // An SVG is a document, and is not opened.
    if (!/^image\/(?!svg)/.test(file.type) || file.size > BYTES_AT_MOST) return undefined;
    const canvas = canvases.get(file) ?? document.createElement('canvas');
    if (!canvases.has(file)) {
      canvases.set(file, canvas);
      canvas.hidden = true;
      // Not every file is the picture that its type promises; it goes without.
      last = last.then(() => draw(file, canvas)).catch(() => undefined);
    }
    return canvas;
  };
}

async function draw(file: File, canvas: HTMLCanvasElement): Promise<void> {
  const bitmap = await createImageBitmap(file, { resizeHeight: 96 });
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  canvas.part.add('thumbnail');
  canvas.hidden = false;
}
