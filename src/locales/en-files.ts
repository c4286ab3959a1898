/** What can be done to a picture. */
export type PictureTool = 'redact' | 'arrow' | 'box' | 'crop';

/** Texts of the upload area that are only shown once there are files. */
export interface FileMessages {
  /** A file has failed, and is tried again by itself in so many seconds. */
  again(seconds: number): string;
  /** So many files go when the case exists. */
  held(count: number): string;
  /** After how many files are ready: that some are tried again. */
  retrying(count: number): string;
  /** Nothing of a file has arrived for half a minute. */
  stalled: string;
  edit(name: string): string;
  /** A picture of the screen could not be taken. */
  notTaken: string;
  /** The picture cannot be edited: it is damaged, or too large. */
  notOpened: string;
  /** Headline of the editor. */
  editor: string;
  tools: string;
  tool: Readonly<Record<PictureTool, string>>;
  /** Name of the picture that is edited. */
  picture: string;
  /** How it is edited, also without a mouse. */
  help: string;
  /** Where a mark is, and how large, in pixels of the picture. */
  mark(tool: string, at: { x: number; y: number; width: number; height: number }): string;
  set(tool: string): string;
  undo: string;
  undone: string;
  alt: string;
  altHelp: string;
  done: string;
  leave: string;
}

const number = /* @__PURE__ */ new Intl.NumberFormat('en');

export const files: FileMessages = {
  again: (n) =>
    `Not uploaded yet · trying again in ${number.format(n)} ${n === 1 ? 'second' : 'seconds'}`,
  held: (n) =>
    `${n === 1 ? 'Goes' : `${number.format(n)} files go`} to the case as soon as it exists`,
  retrying: (n) => `trying ${n === 1 ? 'one' : number.format(n)} again`,
  stalled: 'Nothing has arrived for 30 seconds · wait, try again or remove it',
  edit: (name) => `Edit ${name}`,
  notTaken: 'No picture was taken.',
  notOpened: 'This picture cannot be edited.',
  editor: 'Edit the picture',
  tools: 'Tool',
  tool: { redact: 'Black out', arrow: 'Arrow', box: 'Box', crop: 'Crop' },
  picture: 'Picture',
  help: 'Drag over the picture. Or press Enter on it, move with the arrow keys, size with Shift and the arrow keys, set with Enter. Blacked out parts are gone for good.',
  mark: (tool, { x, y, width, height }) =>
    `${tool}: ${x} from the left, ${y} from the top, ${width} wide, ${height} high`,
  set: (tool) => `${tool} set`,
  undo: 'Undo',
  undone: 'Undone',
  alt: 'Description',
  altHelp: 'What the picture shows, for people who cannot see it.',
  done: 'Attach',
  leave: 'Cancel',
};
