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
    else if (source && !(await readAll(source, files))) partFolders.push(source.name);
  }
  return [files, partFolders];
}

/** Few people drop folders: what reads them comes with the first one. */
async function readAll(folder: FileSystemEntry, files: File[]): Promise<boolean> {
  try {
    const { readFolder } = await import('./dropped-folder.js');
    return await readFolder(folder, files);
  } catch {
    return false;
  }
}
