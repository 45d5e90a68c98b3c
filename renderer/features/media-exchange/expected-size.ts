import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { BundleWish, ExpectedSize } from '#shared/application/media/ports'
import { isPublic } from '#shared/domain/catalogue/document'
import type { ExportOf } from '#shared/domain/media/media-facts'
import { standingScans } from '#shared/domain/requests/standing-scans'
import { papersOf } from '../../case-parts/papers-of'

export interface SizeParts {
  readonly desk: Pick<Desk, 'documents' | 'media'>
  readonly of: ExportOf
  readonly isMasked: boolean
  readonly records: readonly RequestRecord[]
  readonly bundle: BundleWish
}

const kib = 1_024
/** A page that opens the rest, or a table of one case. */
const mostOfPage = 64 * kib
/** A letter of three pages has 60 KiB, most of it the part of the font that it uses. */
const mostOfPaper = 256 * kib
/** A line of the register, once as CSV and once as HTML. */
const mostOfLine = 6 * kib
/** What stands about a document's text on its page. */
const mostOfFrame = 8 * kib
const documentsAtOnce = 200

/**
 * What an export will hold, before any of it is made: scans and attachments by what was recorded of them, the rest by the most that
 * it may be. The bar goes by the most; a medium is refused only where not even the least fits. Null where nobody knows.
 */
export async function expectedSize(parts: SizeParts): Promise<ExpectedSize | null> {
  const { of, records, isMasked, desk, bundle } = parts
  switch (of.kind) {
    case 'case':
      return caseSize(records[0], isMasked)
    case 'period':
    case 'register':
      return { files: 2, bytes: mostOfPage + records.length * mostOfLine, leastBytes: 0 }
    case 'catalogue':
      return catalogueSize(desk)
    case 'bundle': {
      const size = await desk.media.bundleSize(bundle)
      return size.ok ? size.value : null // why there will be none is said by the writing itself
    }
  }
}

function caseSize(record: RequestRecord | undefined, isMasked: boolean): ExpectedSize {
  if (!record || isMasked) return { files: 2, bytes: 2 * mostOfPage, leastBytes: 0 }
  const papers = papersOf(record.request).filter(kind => kind !== 'envelope').length
  const scans = standingScans(record.request)
  const scanned = sumOf(scans)
  const bytes = 2 * mostOfPage + papers * mostOfPaper + scanned
  return { files: 2 + papers + scans.length, bytes, leastBytes: scanned }
}

async function catalogueSize({ documents }: SizeParts['desk']): Promise<ExpectedSize> {
  const ids = (await documents.linesNow()).filter(({ isWithdrawn }) => !isWithdrawn).map(one => one.documentId)
  let size = { files: 2, bytes: 2 * mostOfPage + ids.length * kib, leastBytes: 0 }
  for (let at = 0; at < ids.length; at += documentsAtOnce)
    for (const record of await documents.get(ids.slice(at, at + documentsAtOnce))) {
      if (!record || !isPublic(record.document)) continue
      const { attachments, text } = record.document
      const attached = sumOf(attachments)
      const chars = text?.chars ?? 0
      size = {
        files: size.files + 1 + attachments.length,
        bytes: size.bytes + attached + mostOfFrame + 3 * chars, // a Chinese character has three bytes
        leastBytes: size.leastBytes + attached + chars,
      }
    }
  return size
}

const sumOf = (all: readonly { readonly bytes: number }[]): number => all.reduce((sum, { bytes }) => sum + bytes, 0)
