/** A folder may hold a hundred thousand files; nobody means to add them all. */
const ENTRIES_AT_MOST = 2000;

/**
 * Reads what was dropped, folders included, in its order; and the names of the folders of which not
 * everything could be read. Call it while the event is dispatched.
 */
export async function droppedFiles(
  items: Iterable<DataTransferItem>,
): Promise<[files: File[], partFolders: string[]]> {
  // After the event the items are empty, so every one is asked before the first is read.
  const sources = [...items].map((item) => {
    const entry = item.webkitGetAsEntry();
    return entry?.isDirectory ? entry : item.getAsFile();
  });
  const files: File[] = [];
  const partFolders: string[] = [];
  for (const source of sources) {
    if (source instanceof File) files.push(source);
    else if (source && !(await readFolder(source, files))) partFolders.push(source.name);
  }
  return [files, partFolders];
}

/** Adds the files of a folder to `files`; tells whether that was all of them. */
async function readFolder(folder: FileSystemEntry, files: File[]): Promise<boolean> {
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
