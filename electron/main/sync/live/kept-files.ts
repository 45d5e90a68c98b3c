import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { notedFinding } from '#shared/contracts/exchange-finding'
import { receipt } from '#shared/contracts/exchange-shapes'
import type { RecordShelf } from '../exchange-record'
import type { ReceiptShelf } from '../receipt-book'

const receipts = z.array(receipt).max(10_000)
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
  const recordFile = textFile(path.join(folder, 'record.json'))
  return {
    receipts: {
      load: () => parsed(receipts, receiptFile.read()) ?? [],
      save: kept => receiptFile.write(JSON.stringify(kept)),
    },
    record: {
      load: () => parsed(record, recordFile.read()),
      save: kept => recordFile.write(JSON.stringify(kept)),
    },
  }
}

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
