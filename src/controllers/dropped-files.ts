/** A folder may hold a hundred thousand files; nobody means to add them all. */
const ENTRIES_AT_MOST = 2000;

/** What a drop holds. */
export interface Dropped {
  readonly files: readonly File[];
  /** Folders of which not everything could be read. */
  readonly partFolders: readonly string[];
}

/** Reads what was dropped, folders included, in its order. Call it while the event is dispatched. */
export async function droppedFiles(items: Iterable<DataTransferItem>): Promise<Dropped> {
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
  return { files, partFolders };
}

/** Adds the files of a folder to `files`; tells whether that was all of them. */
async function readFolder(folder: FileSystemEntry, files: File[]): Promise<boolean> {
  let left = ENTRIES_AT_MOST;
  let isWhole = true;
  const read = async (entry: FileSystemEntry): Promise<void> => {
    try {
      if (isFile(entry)) {
        files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
        return;
      }
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      let part: FileSystemEntry[];
      // A folder is read in parts; an empty one is the end.
      do {
        part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        for (const child of part) if (left-- > 0) await read(child);
      } while (part.length && left > 0);
    } catch {
      isWhole = false;
    }
  };
  await read(folder);
  return isWhole && left > 0;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
