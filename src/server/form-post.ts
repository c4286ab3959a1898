import type { Field } from '../schema/field.js';
import type { Issue } from '../schema/outcome.js';
import type { Desk } from './desk.js';
import { announcedSize, chunksOf, decode, readText } from './http/body.js';
import { cleanFileName, cleanMediaType } from './http/file-name.js';
import { BodyTooLargeError } from './http/http-error.js';
import { type Part, partsOf } from './http/multipart.js';
import { FileTooLargeError, type StoredBytes } from './store/file-store.js';

/** A file of a posted form, on the disk and not yet on record. */
export interface PostedFile extends StoredBytes {
  readonly name: string;
  readonly type: string;
}

/** What a page without JavaScript has posted. */
export interface FormPost {
  /** By the names of their controls. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly PostedFile[];
  /** Files that were not taken. */
  readonly issues: readonly Issue[];
}

/** Reads a posted form; its files go to the disk as they come. */
export async function readFormPost(request: Request, desk: Desk): Promise<FormPost> {
  const type = request.headers.get('content-type') ?? '';
  if (type.toLowerCase().startsWith('multipart/')) return readMultipart(request, type, desk);
  const body = new URLSearchParams(await readText(request, desk.limits.body));
  const texts = new Map<string, string[]>();
  for (const [name, text] of body) addText(texts, name, text);
  return { texts, files: [], issues: [] };
}

async function readMultipart(request: Request, type: string, desk: Desk): Promise<FormPost> {
  const { limits } = desk;
  const most = limits.body + limits.files * limits.fileSize;
  if ((announcedSize(request) ?? 0) > most) throw new BodyTooLargeError(most);
  const texts = new Map<string, string[]>();
  const files: PostedFile[] = [];
  const issues: Issue[] = [];
  let room = limits.body;
  try {
    for await (const part of partsOf(chunksOf(request), type)) {
      if (part.fileName === undefined) {
        const text = await textOf(part, room, limits.body);
        room -= text.length;
        addText(texts, part.name, decode(text));
      } else {
        const file = await fileOf(part, desk, files.length);
        if ('message' in file) issues.push(file);
        else if (file.size || part.fileName) files.push(file);
        // A file control that was left alone posts a file without name and content.
        else await desk.files.delete(file.ref);
      }
    }
    return { texts, files, issues };
  } catch (error) {
    await Promise.all(files.map(({ ref }) => desk.files.delete(ref)));
    throw error;
  }
}

async function textOf({ chunks }: Part, room: number, limit: number): Promise<Buffer> {
  const found: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > room) throw new BodyTooLargeError(limit);
    found.push(chunk);
  }
  return Buffer.concat(found);
}

async function fileOf(part: Part, desk: Desk, before: number): Promise<PostedFile | Issue> {
  const { files, limits, messages, texts } = desk;
  const name = cleanFileName(part.fileName ?? '');
  const path = ['attachments'];
  if (before >= limits.files) return { path, message: texts.tooManyFiles(limits.files) };
  try {
    const bytes = await files.receive(part.chunks, { maxSize: limits.fileSize });
    return { ...bytes, name, type: cleanMediaType(part.type) };
  } catch (error) {
    if (!(error instanceof FileTooLargeError)) throw error;
    return { path, message: texts.fileTooLarge(name, messages.upload.size(limits.fileSize)) };
  }
}

function addText(texts: Map<string, string[]>, name: string, text: string): void {
  const plain = text.replaceAll('\r\n', '\n'); // As the person wrote it: forms post it otherwise.
  texts.set(name, [...(texts.get(name) ?? []), plain]);
}

/** The answer that a field's posted texts are; the schema of a draft reads numbers and ticks itself. */
export function answerOf({ type }: Field, texts: readonly string[]): unknown {
  if (type === 'choices') return texts.filter((choice) => choice !== '');
  return texts.length > 1 ? texts : texts[0];
}
