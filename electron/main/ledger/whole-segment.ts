import type { JournalDisk } from './journal-disk'

/** Closes it also where the disk does not give it back. */
export function readWhole(disk: JournalDisk, name: string): Buffer {
  const file = disk.openToRead(name)
  try {
    return file.readAll()
  } finally {
    file.close()
  }
}

/** Whether `known`, but for the zeros written ahead of its acts, is the beginning of `source`. */
export function begins(known: Buffer, source: Buffer): boolean {
  let at = firstOtherBlock(known, source)
  while (at < known.length && known[at] === source[at]) at++
  return isAllZero(known.subarray(at))
}

const blockBytes = 4096

/** Whole blocks are compared: where the first one lies that differs, or the end of `known`. */
export function firstOtherBlock(known: Buffer, source: Buffer): number {
  const isSame = (at: number) => source.subarray(at, at + blockBytes).equals(known.subarray(at, at + blockBytes))
  let at = 0
  while (at < known.length && isSame(at)) at += blockBytes
  return Math.min(at, known.length)
}

const zeros = Buffer.alloc(1 << 16)
export function isAllZero(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += zeros.length) {
    const part = bytes.subarray(at, at + zeros.length)
    if (!part.equals(zeros.subarray(0, part.length))) return false
  }
  return true
}
