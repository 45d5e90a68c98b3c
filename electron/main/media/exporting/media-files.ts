/** A file that is being written on a medium. */
export interface GrowingMediaFile {
  /** Takes some of `bytes` and answers how many: a medium that fills up shortens a write without an error. */
  write(bytes: Uint8Array): Promise<number>
  /** Returns when the bytes are on the medium (fsync). */
  sync(): Promise<void>
  close(): Promise<void>
}

export interface ReadMediaFile {
  /** At most so many bytes from where the last read ended; none at the end. */
  read(most: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** A medium as the export sees it: paths are absolute. A port, so that tests break every operation. Rejects with errors of node:fs. */
export interface MediaFiles {
  /** Which file system lies there now: another stick at the same mount answers another text. */
  identity(root: string): Promise<string>
  freeBytes(root: string): Promise<number>
  /** Fails where something has the name already. */
  makeFolder(folder: string): Promise<void>
  /** A new file; fails where something has the name already. */
  create(file: string): Promise<GrowingMediaFile>
  open(file: string): Promise<ReadMediaFile>
  list(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>
  /** Fails where something has the new name already. */
  rename(from: string, to: string): Promise<void>
  /** A folder with everything in it. Follows no link. */
  removeFolder(folder: string): Promise<void>
  /** Makes what was created or renamed in the folder durable. */
  syncFolder(folder: string): Promise<void>
  /** All of the file system to the medium (syncfs); false where this system cannot be asked for it. */
  flushAll(root: string): Promise<boolean>
}
