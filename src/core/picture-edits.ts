import type { PictureTool } from '../locales/en-files.js';

export type { PictureTool };

/** A part of a picture, in its pixels. An arrow goes from its start to its end, which may lie anywhere. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One thing that was done to a picture. */
export interface PictureEdit {
  readonly tool: PictureTool;
  readonly part: Part;
}

/** What is less wide or high was no drag, but a click. */
const LEAST = 3;

const clamp = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), most);

/** What is left of a picture after it was cropped. */
export function frameOf(size: Pick<Part, 'width' | 'height'>, edits: readonly PictureEdit[]): Part {
  const crop = edits.findLast(({ tool }) => tool === 'crop');
  return crop?.part ?? { x: 0, y: 0, width: size.width, height: size.height };
}

/** The part between two corners, whichever they are, within the frame. */
export function between(
  tool: PictureTool,
  [x1, y1]: readonly [x: number, y: number],
  [x2, y2]: readonly [x: number, y: number],
  frame: Part,
): Part {
  const fitX = (x: number) => clamp(x, frame.x, frame.x + frame.width);
  const fitY = (y: number) => clamp(y, frame.y, frame.y + frame.height);
  const part = {
    x: fitX(x1),
    y: fitY(y1),
    width: fitX(x2) - fitX(x1),
    height: fitY(y2) - fitY(y1),
  };
  return whole(tool === 'arrow' ? part : upright(part));
}

/** The same part with a width and a height that are not negative. */
const upright = ({ x, y, width, height }: Part): Part => ({
  x: Math.min(x, x + width),
  y: Math.min(y, y + height),
  width: Math.abs(width),
  height: Math.abs(height),
});

/**
 * Whole pixels, and rather more than less: a pixel that is only half covered would still tell
 * something of what is below.
 */
function whole({ x, y, width, height }: Part): Part {
  const left = Math.floor(x);
  const top = Math.floor(y);
  return {
    x: left,
    y: top,
    width: (width < 0 ? Math.floor : Math.ceil)(x + width) - left,
    height: (height < 0 ? Math.floor : Math.ceil)(y + height) - top,
  };
}

/** Whether a mark is large enough to be meant. */
export function isMeant(tool: PictureTool, { width, height }: Part): boolean {
  const [w, h] = [Math.abs(width), Math.abs(height)];
  return tool === 'arrow' ? Math.hypot(w, h) >= LEAST : w >= LEAST && h >= LEAST;
}

/** Where a mark stands that is set by the keyboard: in the middle. */
export function firstMark(frame: Part): Part {
  const width = Math.ceil(frame.width / 4);
  const height = Math.ceil(frame.height / 4);
  return {
    x: frame.x + Math.floor((frame.width - width) / 2),
    y: frame.y + Math.floor((frame.height - height) / 2),
    width,
    height,
  };
}

/** A mark a little further on, within the frame. */
export function moved(part: Part, dx: number, dy: number, frame: Part): Part {
  const { x, y, width, height } = upright(part);
  const stepX = clamp(x + dx, frame.x, frame.x + frame.width - width) - x;
  const stepY = clamp(y + dy, frame.y, frame.y + frame.height - height) - y;
  return { ...part, x: part.x + stepX, y: part.y + stepY };
}

/** A mark a little larger or smaller, within the frame: an arrow points elsewhere. */
export function sized(tool: PictureTool, part: Part, dw: number, dh: number, frame: Part): Part {
  const endX = clamp(part.x + part.width + dw, frame.x, frame.x + frame.width);
  const endY = clamp(part.y + part.height + dh, frame.y, frame.y + frame.height);
  if (tool === 'arrow') return { ...part, width: endX - part.x, height: endY - part.y };
  return {
    ...part,
    width: Math.max(endX - part.x, LEAST),
    height: Math.max(endY - part.y, LEAST),
  };
}

/** How far a key moves a mark: about a fiftieth of what is seen. */
export const stepOf = ({ width, height }: Part): number =>
  Math.max(1, Math.round(Math.max(width, height) / 50));

/** How thick lines are, so that they are seen on a large picture as on a small one. */
export const lineOf = ({ width, height }: Pick<Part, 'width' | 'height'>): number =>
  clamp(Math.round(Math.max(width, height) / 250), 2, 16);

/** The two ends of an arrow's head. */
export function arrowHead(
  { x, y, width, height }: Part,
  line: number,
): readonly [number, number][] {
  const angle = Math.atan2(height, width);
  const length = Math.min(line * 6, Math.hypot(width, height));
  return [0.5, -0.5].map((turn) => [
    x + width - length * Math.cos(angle + turn),
    y + height - length * Math.sin(angle + turn),
  ]);
}
