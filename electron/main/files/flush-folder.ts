import fs from 'node:fs'

/** What was made, renamed or removed in it stays so after a power cut. Throws where the disk fails; nothing is left open then. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return // Windows cannot open a folder for flushing; NTFS journals the rename
  const fd = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
}
