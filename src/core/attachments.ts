import * as z from 'zod/mini';
import { type Attachment, AttachmentSchema } from '../schema/attachment.js';
import { type Issue, RefusalSchema } from '../schema/outcome.js';

/** How far a file has come. */
export type FileState =
  | { readonly status: 'waiting' }
  | { readonly status: 'uploading'; /** From 0 to 1. */ readonly fraction: number }
  | { readonly status: 'uploaded'; readonly attachment: Attachment }
  /** Nobody uploads it: the page's own form sends it. */
  | { readonly status: 'enclosed' }
  | { readonly status: 'failed'; readonly issues: readonly Issue[] };

/** A file on the list of an upload area. */
export interface FileEntry {
  readonly id: string;
  readonly file: File;
  readonly state: FileState;
}

/** Which states may follow which; whatever else arrives is late and changes nothing. */
const FOLLOWING: Readonly<Record<FileState['status'], readonly FileState['status'][]>> = {
  waiting: ['uploading'],
  uploading: ['uploading', 'uploaded', 'enclosed', 'failed', 'waiting'],
  uploaded: [],
  enclosed: [],
  failed: ['waiting'],
};

/** The list with one file in its next state, or the same list when that state cannot follow. */
export function advance(
  entries: readonly FileEntry[],
  id: string,
  state: FileState,
): readonly FileEntry[] {
  const index = entries.findIndex((entry) => entry.id === id);
  const entry = entries[index];
  if (!entry || !FOLLOWING[entry.state.status].includes(state.status)) return entries;
  return entries.with(index, { ...entry, state });
}

/** The state of a file of which a part has arrived; nonsense counts as nothing. */
export function uploading(fraction: number): FileState {
  return { status: 'uploading', fraction: Math.min(Math.max(fraction || 0, 0), 1) };
}

/** The state of a file that could not be stored, with what its error has to say to the person. */
export function failed(error: unknown): FileState {
  const refusal = RefusalSchema.safeParse(error);
  return { status: 'failed', issues: refusal.success ? refusal.data.issues : [] };
}

/** Whether a file is still waiting or on its way. */
export function isPending({ state }: FileEntry): boolean {
  return state.status === 'waiting' || state.status === 'uploading';
}

/** What a form knows of a file, whatever its state. */
export function toAttachment({ id, file, state }: FileEntry): Attachment {
  if (state.status === 'uploaded') return state.attachment;
  return { ...described(file, id), status: state.status === 'enclosed' ? 'waiting' : state.status };
}

/**
 * The attachment that an uploader has answered with. An answer that gives only `ref` or `id` is
 * filled in from the file.
 *
 * @throws When the answer is anything else.
 */
export function storedAttachment(answer: unknown, file: File, id: string): Attachment {
  const given = Object(answer) as Partial<Attachment>;
  const { status = 'uploaded' } = given;
  if (!(given.id || given.ref) || status !== 'uploaded') {
    throw new TypeError(
      'An upload is answered with an attachment, or with its `ref` or `id` alone.',
    );
  }
  return z.parse(AttachmentSchema, { ...described(file, id), ...given, status });
}

/** Cut to what a draft can hold. */
function described({ name, size, type }: File, id: string) {
  return { id, name: name.slice(0, 1000), size, type: type.slice(0, 200) };
}
