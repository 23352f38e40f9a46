/** More than this is no drop of resumes but a whole disk. */
const mostFiles = 5000;
const deepest = 16;

/**
 * The files of a drop, those in dropped folders included. The entries have to be taken from the event at once: it is
 * empty as soon as its handler has returned.
 */
export function collectFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const hasFolder = entries.some((entry) => entry?.isDirectory);
  if (!hasFolder) return Promise.resolve([...transfer.files]);
  const files: File[] = [];
  return entries
    .reduce<Promise<void>>(
      (before, entry) => before.then(() => (entry ? walk(entry, files, 0) : undefined)),
      Promise.resolve(),
    )
    .then(() => files);
}

/** Hidden files and what Office and Windows leave behind are not meant to be sent. */
export function withoutClutter(files: Iterable<File>): File[] {
  return [...files].filter(({ name }) => !/^(?:\..*|~\$.*|Thumbs\.db|desktop\.ini)$/i.test(name)).slice(0, mostFiles);
}

async function walk(entry: FileSystemEntry, files: File[], depth: number): Promise<void> {
  if (files.length >= mostFiles || depth > deepest) return;
  if (isFile(entry)) {
    files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    // A hundred at a time, until there are none.
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return;
      for (const inner of some) await walk(inner, files, depth + 1);
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
