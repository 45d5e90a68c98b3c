import { mayBecome, readDocumentNumber, readPartialDocumentNumber } from '#shared/domain/catalogue/document-number'
import { textAt } from '../bytes/text-arena'
import type { Snapshot } from '../index/snapshot'
import { scanArena } from '../match/scan-arena'
import type { Segment } from '../segment/segment'
import { isDeleted } from '../store/deleted-docs'
import { fold } from '../text/fold'
import type { FoundTitles } from './by-initials'

/**
 * Documents whose number holds what was typed so far, or has the parts that were typed: 云政发5 finds 云政发〔2020〕5号.
 * A pass over the numbers in memory.
 */
export function byDocumentNumber(typed: string, { segments }: Snapshot, most = 20): FoundTitles {
  const ids: string[] = []
  let total = 0
  for (const segment of segments) {
    for (const doc of docsWith(typed, segment)) {
      if (segment.deleted && isDeleted(segment.deleted, doc)) continue
      total++
      if (ids.length < most) ids.push(textAt(segment.columns.ids, doc))
    }
  }
  return { total, ids }
}

function docsWith(typed: string, { columns: { docNos } }: Segment): Iterable<number> {
  const text = fold(typed)
  if (text === '') return []
  const asTyped = scanArena(docNos, { text, isPrefix: true }).docs
  const partial = readPartialDocumentNumber(typed)
  if (asTyped.length > 0 || !partial) return asTyped
  const word = partial.word === null ? null : fold(partial.word)
  const anchor = word ?? String(partial.year ?? partial.digits)
  return scanArena(docNos, { text: anchor, isPrefix: true }).docs.filter(doc => {
    // Folded numbers have lost their brackets; what remains of them still reads as word, year, number.
    const number = readFolded(textAt(docNos, doc))
    return number !== null && mayBecome({ ...partial, word }, number)
  })
}

/** 云政发2020␂5号: the separator stands where a bracket did. */
const readFolded = (folded: string) => readDocumentNumber(folded.replace(/(\d{4})\u0002/, '〔$1〕'))
