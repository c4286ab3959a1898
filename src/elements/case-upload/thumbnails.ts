/** Pictures made of dots. An SVG is a document, and is not opened. */
const RASTER = /^image\/(png|jpeg|gif|webp|avif)$/;

/** Larger ones are not worth the memory that unpacking them takes. */
const BYTES_AT_MOST = 30_000_000;

/**
 * Small pictures of files, by the file: `undefined` until `ready()` is called, or for good.
 *
 * They are drawn on canvases, because an `<img>` would need `img-src blob:` in the page's policy.
 */
export function thumbnails(ready: () => void): (file: File) => HTMLCanvasElement | undefined {
  const canvases = new WeakMap<File, HTMLCanvasElement | undefined>();
  // One after the other: twenty photos unpacked at once can be more than a phone has memory for.
  let last = Promise.resolve();

  const draw = async (file: File): Promise<void> => {
    try {
      const bitmap = await createImageBitmap(file, { resizeHeight: 96 });
      const canvas = document.createElement('canvas');
      canvas.part.add('thumbnail');
      canvas.ariaHidden = 'true';
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      canvases.set(file, canvas);
      ready();
    } catch {
      // Not every file is the picture that its type promises; it goes without.
    }
  };

  return (file) => {
    if (file.size <= BYTES_AT_MOST && RASTER.test(file.type) && !canvases.has(file)) {
      canvases.set(file, undefined);
      last = last.then(() => draw(file));
    }
    return canvases.get(file);
  };
}
