import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { notedFinding } from '#shared/contracts/exchange-finding'
import { receipt } from '#shared/contracts/exchange-shapes'
import { attemptWrite } from '../../vault/attempt-write'
import type { RecordShelf } from '../exchange-record'
import type { ContradictedReceipts, ReceiptShelf } from '../receipt-book'

const receipts = z.array(receipt).max(10_000)
const pair = z.object({ before: receipt, now: receipt })
/** Each with two signatures: more would say nothing that these do not. */
const mostPairs = 200
const record = z.object({ levelAt: z.number().nullable(), findings: z.array(notedFinding) })

export interface ExchangeShelves {
  readonly receipts: ReceiptShelf
  readonly record: RecordShelf
}

/**
 * Receipts and what happened, as two files of the office's folder. Signed notes, ids and numbers: nothing to hide, and
 * nothing is lost with them but the story. A file that does not read is as good as none, and one that cannot be written stays.
 */
export function exchangeShelves(folder: string): ExchangeShelves {
  const receiptFile = textFile(path.join(folder, 'receipts.json'))
  const pairs = contradictedFile(path.join(folder, 'receipts-contradicted.ndjson'))
  const recordFile = textFile(path.join(folder, 'record.json'))
  return {
    receipts: {
      load: () => parsed(receipts, receiptFile.read()) ?? [],
      save: kept => {
        pairs.writeOut()
        receiptFile.write(JSON.stringify(kept))
      },
      keepBoth: both => pairs.keepBoth(both),
      contradicted: () => pairs.contradicted(),
    },
    record: {
      load: () => parsed(record, recordFile.read()),
      save: kept => recordFile.write(JSON.stringify(kept)),
    },
  }
}

/**
 * Appended to and never written over; the first ones stay where it is full. Begins each line anew: what a crash left of the one
 * before swallows none. A disk that takes nothing now is tried again at the end of every pass, as long as the program runs.
 */
function contradictedFile(file: string) {
  let unwritten: ContradictedReceipts[] = []
  const contradicted = (): readonly ContradictedReceipts[] => [
    ...textFile(file)
      .read()
      .split('\n')
      .flatMap(line => parsed(pair, line) ?? []),
    ...unwritten,
  ]
  const writeOut = (): void => {
    if (unwritten.length === 0) return
    const lines = unwritten.map(one => `\n${JSON.stringify(one)}\n`).join('')
    const written = attemptWrite(() => {
      fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
      fs.appendFileSync(file, lines, { mode: 0o600, flush: true })
    })
    if (written.ok) unwritten = []
  }
  return {
    contradicted,
    keepBoth: (both: ContradictedReceipts): void => {
      const known = contradicted()
      if (known.length >= mostPairs || known.some(one => saysTheSame(one, both))) return
      unwritten.push(both)
      writeOut()
    },
    writeOut,
  }
}
/** Whichever of the two came first. */
const saysTheSame = (one: ContradictedReceipts, other: ContradictedReceipts): boolean =>
  [one.before.note, one.now.note].sort().join() === [other.before.note, other.now.note].sort().join()

interface TextFile {
  read(): string
  write(text: string): void
}

/** Whole or as it was; written only where it says something new, because a level machine asks every minute. */
function textFile(file: string): TextFile {
  let last = ''
  return {
    read: () => {
      try {
        last = fs.readFileSync(file, 'utf8')
      } catch {
        last = ''
      }
      return last
    },
    write: text => {
      if (text === last) return
      try {
        fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
        fs.writeFileSync(`${file}.part`, text, { mode: 0o600 })
        fs.renameSync(`${file}.part`, file)
        last = text
      } catch {
        // The disk is full or gone, which main says elsewhere: the next pass tries again.
      }
    },
  }
}

function parsed<T>(shape: z.ZodType<T>, text: string): T | null {
  try {
    const read = shape.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
