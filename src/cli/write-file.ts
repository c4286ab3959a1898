import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where a file is made. In the same folder: it cannot be renamed from one disk to another. */
export const temporaryOf = (path: string) => `${path}.${process.pid}.tmp`;

/** Writes a file as a whole or not at all: whoever reads it meanwhile has the one before. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = temporaryOf(path);
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
