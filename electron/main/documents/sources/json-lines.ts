import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { ReadDocument } from '#shared/contracts/read-document'
import { err, ok, type Result } from '#shared/kernel/result'
import { orClosed } from '../../files/or-closed'
import { limits } from '../limits'
import { wellFormed } from '../read-file'
import type { DocumentSource, SourceProblem } from './source'

/** JSON Lines: one object a line, UTF-8. The places of the lines are held, never the lines. */
export function jsonLinesSource(file: string): Result<DocumentSource, SourceProblem> {
  const lines = openLines(file)
  if (!lines) return err({ kind: 'sourceUnreadable', why: 'notReadable' })
  if (lines.count === 0 || lines.count > limits.documents) {
    lines.close()
    return err({ kind: 'sourceUnreadable', why: lines.count === 0 ? 'empty' : 'tooMany' })
  }
  return ok({
    ...{ kind: 'jsonLines', name: path.basename(file), documents: lines.count },
    read: async index => readJsonLine(lines.read(index), { name: '', line: lines.numberOf(index) }),
    close: () => lines.close(),
  })
}

export interface Lines {
  /** Lines that are not empty. */
  readonly count: number
  /** As counted in the file, from 1. */
  numberOf(index: number): number
  /** Null where it is too long. */
  read(index: number): Buffer | null
  close(): void
}

const pieceBytes = 1024 * 1024
const lineFeed = 0x0a

/** Null where the file cannot be read. */
export function openLines(file: string): Lines | null {
  try {
    const handle = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0))
    const close = (): void => fs.closeSync(handle)
    const places = orClosed(close, () => placesOf(piece => fs.readSync(handle, piece, 0, piece.length, null)))
    return linesAt(places, {
      read: (from, length) => {
        const bytes = Buffer.alloc(length)
        return bytes.subarray(0, fs.readSync(handle, bytes, 0, length, from))
      },
      close,
    })
  } catch {
    return null
  }
}

/** Lines of bytes that are held already, as those of a packed bag are. */
export function linesOf(bytes: Buffer): Lines {
  let at = 0
  const places = placesOf(piece => {
    const length = bytes.copy(piece, 0, at)
    at += length
    return length
  })
  return linesAt(places, { read: (from, length) => bytes.subarray(from, from + length), close: () => {} })
}

interface LinePlace {
  readonly from: number
  readonly length: number
  readonly number: number
}

function placesOf(next: (piece: Buffer) => number): readonly LinePlace[] {
  const places: LinePlace[] = []
  const piece = Buffer.alloc(pieceBytes)
  let start = 0
  let number = 1
  let at = 0
  const end = (to: number): void => {
    // A line of one carriage return is as empty as one of nothing.
    if (to - start > 1) places.push({ from: start, length: to - start, number })
  }
  for (let length = next(piece); length > 0; length = next(piece)) {
    for (
      let found = piece.indexOf(lineFeed);
      found >= 0 && found < length;
      found = piece.indexOf(lineFeed, found + 1)
    ) {
      end(at + found)
      start = at + found + 1
      number++
    }
    at += length
  }
  end(at)
  return places
}

interface Range {
  read(from: number, length: number): Buffer
  close(): void
}

const linesAt = (places: readonly LinePlace[], range: Range): Lines => ({
  count: places.length,
  numberOf: index => places[index]!.number,
  read: index => {
    const { from, length } = places[index]!
    return length > limits.jsonLineBytes ? null : range.read(from, length)
  },
  close: range.close,
})

/** One line as the row of a list; what is no object is damaged. */
export function readJsonLine(bytes: Buffer | null, place: { name: string; line: number }): ReadDocument {
  const digest = createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')
  const row = { ...place, digest, format: 'row' as const, text: '', notes: [] }
  if (!bytes) return { ...row, columns: {}, unreadable: 'tooLarge' }
  const columns = columnsOf(bytes)
  return columns ? { ...row, columns } : { ...row, columns: {}, unreadable: 'damaged' }
}

function columnsOf(bytes: Buffer): Record<string, string> | null {
  try {
    const line = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const cells = Object.entries(value).map(([key, cell]) => [key, wellFormed(cellText(cell))] as const)
    return Object.fromEntries(cells.filter(([, text]) => text !== ''))
  } catch {
    return null
  }
}

function cellText(value: unknown): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return String(value)
  const isFlat = Array.isArray(value) && value.every(each => typeof each === 'string' || typeof each === 'number')
  return isFlat ? (value as readonly unknown[]).join('；') : JSON.stringify(value)
}
