/** A file whose calls are done when they return: a sync access handle of OPFS, or memory in a test. */
export interface SyncFile {
  /** Bytes read; fewer than asked at the file's end. */
  read(into: Uint8Array<ArrayBuffer>, where: { readonly at: number }): number
  /** Bytes written; fewer than given, or a throw, where the disk is full. */
  write(bytes: Uint8Array<ArrayBuffer>, where: { readonly at: number }): number
  truncate(size: number): void
  getSize(): number
  /** Returns when a power cut takes nothing that was written before. */
  flush(): void
  close(): void
}

/** The files of one store. */
export interface SlotFiles {
  /** Contents, in slots of one size. */
  readonly data: SyncFile
  /** What lies where. One is in use; the other is empty, or about to take over. */
  readonly logs: readonly [SyncFile, SyncFile]
}

/** Throws where not all of it went in. */
export function writeAll(file: SyncFile, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  if (file.write(bytes, { at }) !== bytes.length) throw new DOMException('the file did not grow', 'QuotaExceededError')
}

/** Null where the file ends before. */
export function readExactly(file: SyncFile, length: number, at: number): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(length)
  return file.read(bytes, { at }) === length ? bytes : null
}
