import fs from 'node:fs'
import path from 'node:path'
import { headerAt } from '../../../electron/main/ledger/frame'
import { segmentHeaderBytes } from '../../../electron/main/ledger/segment'

const filesIn = (folder: string, pattern: RegExp): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => pattern.test(name))
    .map(name => path.join(folder, name))

/** Cuts each log and table of the databases in half. Answers the names of the files. */
export function truncateLogs(databases: string): string[] {
  return filesIn(databases, /\.(log|ldb)$/).map(file => {
    fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2))
    return path.basename(file)
  })
}

/** Noise of one seed over the second half of every log and table: no header is touched, no length changes. */
export function garbleEveryFile(databases: string): string[] {
  return filesIn(databases, /\.(log|ldb)$/).map(file => {
    const bytes = fs.readFileSync(file)
    let noise = 0x2f6e2b1
    for (let at = bytes.length >> 1; at < bytes.length; at++) {
      noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0
      bytes[at] = noise >>> 16
    }
    fs.writeFileSync(file, bytes)
    return path.basename(file)
  })
}

/** The segment as if its last frame had never reached the disk: zeros again. Answers how many acts that frame held. */
export function removeLastFrame(segment: string): { acts: number } {
  const bytes = fs.readFileSync(segment)
  let last = { offset: 0, length: 0, count: 0 }
  for (let offset = segmentHeaderBytes, header = headerAt(bytes, offset); header; header = headerAt(bytes, offset)) {
    last = { offset, ...header }
    offset += header.length
  }
  bytes.fill(0, last.offset, last.offset + last.length)
  fs.writeFileSync(segment, bytes)
  return { acts: last.count }
}

/** Flips a bit in the n-th frame, counted from 0. Answers the seq of its first act. */
export function flipInFrame(segment: string, n: number): number {
  const bytes = fs.readFileSync(segment)
  let offset = segmentHeaderBytes
  for (let passed = 0; passed < n; passed++) offset += headerAt(bytes, offset)!.length
  const { firstSeq, length } = headerAt(bytes, offset)!
  bytes[offset + (length >> 1)]! ^= 16
  fs.writeFileSync(segment, bytes)
  return firstSeq
}
