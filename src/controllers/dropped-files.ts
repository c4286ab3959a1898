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
  const waiting = [folder];
  let seen = 0;
  let complete = true;
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    try {
      if (isFile(entry)) files.push(await fileOf(entry));
      else {
        const children = await childrenOf(
          entry as FileSystemDirectoryEntry,
          ENTRIES_AT_MOST - seen,
        );
        seen += children.length;
        complete &&= seen < ENTRIES_AT_MOST;
        waiting.push(...children.reverse());
      }
    } catch {
      complete = false;
    }
  }
  return complete;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function childrenOf(
  folder: FileSystemDirectoryEntry,
  limit: number,
): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  // A folder is read in parts; an empty one is the end.
  while (children.length < limit) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (!part.length) break;
    children.push(...part);
  }
  return children.slice(0, limit);
}
