import {
  arrowHead,
  frameOf,
  lineOf,
  type Part,
  type PictureEdit,
  type PictureTool,
} from '../../core/picture-edits.js';

/** Canvases of more pixels stay empty in Safari on phones. */
const PIXELS_AT_MOST = 16_000_000;

/** Of arrows and boxes; white around it shows them on any ground. */
const INK = '#d00026';

/** A picture as it is seen: decoded, turned as it says, and small enough for every canvas. */
export async function decoded(file: File): Promise<ImageBitmap> {
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  const scale = Math.sqrt(PIXELS_AT_MOST / (width * height));
  if (scale >= 1) return bitmap;
  try {
    return await createImageBitmap(bitmap, {
      resizeWidth: Math.floor(width * scale),
      resizeQuality: 'high',
    });
  } finally {
    bitmap.close();
  }
}

/** Draws a picture with all that was done to it. What is blacked out or cut off is not in it any more. */
export function paint(
  canvas: HTMLCanvasElement,
  bitmap: ImageBitmap,
  edits: readonly PictureEdit[],
): void {
  const { x, y, width, height } = frameOf(bitmap, edits);
  canvas.width = width; // Which also empties it.
  canvas.height = height;
  const context = contextOf(canvas);
  context.drawImage(bitmap, -x, -y);
  context.translate(-x, -y);
  for (const { tool, part } of edits) draw[tool](context, part, lineOf(bitmap));
}

/** Shows where a mark would be set. */
export function paintMark(
  canvas: HTMLCanvasElement,
  bitmap: ImageBitmap,
  { tool, part }: PictureEdit,
): void {
  const context = contextOf(canvas);
  const line = lineOf(bitmap);
  if (tool !== 'crop') draw[tool](context, part, line);
  const { x, y, width, height } = part;
  context.lineWidth = Math.max(1, line / 2);
  for (const [color, offset] of [
    ['#fff', 0],
    ['#000', line * 2],
  ] as const) {
    context.strokeStyle = color;
    context.setLineDash([line * 2, line * 2]);
    context.lineDashOffset = offset;
    context.strokeRect(x, y, width, height);
  }
}

type Draw = (context: CanvasRenderingContext2D, part: Part, line: number) => void;

const draw: Readonly<Record<PictureTool, Draw>> = {
  crop: () => undefined,
  redact(context, { x, y, width, height }) {
    context.fillStyle = '#000';
    context.fillRect(x, y, width, height);
  },
  box: (context, { x, y, width, height }, line) =>
    inked(context, line, () => context.strokeRect(x, y, width, height)),
  arrow(context, part, line) {
    const { x, y, width, height } = part;
    const tip = [x + width, y + height] as const;
    const path = new Path2D();
    path.moveTo(x, y);
    path.lineTo(...tip);
    for (const end of arrowHead(part, line)) {
      path.moveTo(...tip);
      path.lineTo(...end);
    }
    inked(context, line, () => context.stroke(path));
  },
};

/** White first, then the color, so that a line shows on any ground. */
function inked(context: CanvasRenderingContext2D, line: number, stroke: () => void): void {
  context.lineCap = context.lineJoin = 'round';
  context.setLineDash([]);
  for (const [color, width] of [
    ['#fff', line * 2],
    [INK, line],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    stroke();
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no memory for the picture.');
  return context;
}

/** The picture as a file, of the kind that it was where the browser can write that. */
export async function pictureFile(canvas: HTMLCanvasElement, { name, type }: File): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.92));
  if (!blob) throw new Error('The picture could not be written.');
  const end = blob.type === type ? undefined : `.${blob.type.replace('image/', '')}`;
  return new File([blob], end ? name.replace(/\.\w+$|$/, end) : name, { type: blob.type });
}
