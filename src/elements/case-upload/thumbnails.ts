import { kindOfBytes } from '../../core/kind-of-bytes.js';
import { isDecodable } from '../../core/picture-size.js';

/** Larger ones are not worth the memory that unpacking them takes. */
const BYTES_AT_MOST = 30_000_000;
/** As many bytes as a picture's header takes, also where it tells much about itself first. */
const HEAD = 262_144;
/** The kinds that are decoded. An SVG is a document, and is not opened. */
const KINDS = /^image\/(png|jpeg|gif|webp|bmp|avif)$/;

/** Whether a file is a picture that can be decoded, by its bytes and not by its name. */
export async function isPicture(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  return KINDS.test(kindOfBytes(head) ?? '') && isDecodable(head);
}

/**
 * Small pictures of files, by the file; hidden until they are drawn, or for good.
 *
 * They are drawn on canvases, because an `<img>` would need `img-src blob:` in the page's policy, and
 * would open the file as what it is instead of as a picture.
 */
export function thumbnails(): (file: File) => HTMLCanvasElement | undefined {
  const canvases = new WeakMap<File, HTMLCanvasElement>();
  // One after the other: twenty photos unpacked at once can be more than a phone has memory for.
  let last = Promise.resolve();

  const paint = async (file: File, canvas: HTMLCanvasElement) => {
    // Whoever scrolls through a long list waits for what is in view, not for all that was.
    if (!canvas.isConnected) canvases.delete(file);
    else if (await isPicture(file)) await draw(file, canvas);
  };

  return (file) => {
    if (!/^image\/(?!svg)/.test(file.type) || file.size > BYTES_AT_MOST) return undefined;
    const canvas = canvases.get(file) ?? document.createElement('canvas');
    if (!canvases.has(file)) {
      canvases.set(file, canvas);
      canvas.hidden = true;
      // Not every file is the picture that its type promises; it goes without.
      last = last.then(() => paint(file, canvas)).catch(() => undefined);
    }
    return canvas;
  };
}

async function draw(file: File, canvas: HTMLCanvasElement): Promise<void> {
  const bitmap = await createImageBitmap(file, { resizeHeight: 96 });
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  canvas.part.add('thumbnail');
  canvas.hidden = false;
}
