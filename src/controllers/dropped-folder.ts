/** A folder may hold a hundred thousand files; nobody means to add them all. */
const ENTRIES_AT_MOST = 2000;

/** Adds the files of a folder to `files`; tells whether that was all of them. */
export async function readFolder(folder: FileSystemEntry, files: File[]): Promise<boolean> {
  let left = ENTRIES_AT_MOST;
  const errors: unknown[] = [];
  const read = async (entry: FileSystemEntry): Promise<void> => {
    if (entry.isFile) {
      files.push(await new Promise((...done) => (entry as FileSystemFileEntry).file(...done)));
      return;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    let part: FileSystemEntry[];
    // A folder is read in parts; an empty one is the end.
    do {
      part = await new Promise((...done) => reader.readEntries(...done));
      for (const child of part) {
        if (left-- > 0) await read(child).catch((error: unknown) => errors.push(error));
      }
    } while (part.length && left > 0);
  };
  await read(folder).catch((error: unknown) => errors.push(error));
  return !errors.length && left > 0;
}
