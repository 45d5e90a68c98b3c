import { readSubject } from '#shared/ledger/subject'
import type { EditionFolder } from './edition-folder'
import { shelfOf } from './edition-format'
import type { OfficeFace } from '../authority/public-face'
import type { OpenLedger, PublisherParts } from './publisher'
import { linesOf } from './shelf-drafts'

/** Shelves of an edition with their digests and how many documents stand on each. */
export type PublishedShelves = Map<string, { readonly digest: string; readonly documents: number }>

export interface ShelfWork {
  readonly parts: PublisherParts
  readonly ledger: OpenLedger
  readonly office: OfficeFace
}

/**
 * Every document, in the order in which the journal has them: documents that were imported together lie in one frame,
 * which is opened once and not once a document. Null where the desk was locked meanwhile.
 */
export async function allShelves(work: ShelfWork, subjects: readonly string[]): Promise<PublishedShelves | null> {
  const { parts, ledger } = work
  const { drafts } = parts.edition
  const shelves: PublishedShelves = new Map()
  drafts.discard()
  const isWhole = await inSlices(parts, ledger, [
    subjects,
    subject => {
      const line = lineOf(work, subject)
      if (line !== null) drafts.add(shelfOf(idOf(subject)), line)
    },
  ])
  const isKept =
    isWhole &&
    (await inSlices(parts, ledger, [
      drafts.names(),
      shelf => keep(parts.edition, shelves, [shelf, drafts.take(shelf)]),
    ]))
  drafts.discard()
  return isKept ? shelves : null
}

/**
 * The shelves with these documents as they stand now; of all others the lines are taken over as they are. Null where the
 * desk was locked meanwhile, or a shelf is no longer what was signed.
 */
export async function changedShelves(
  work: ShelfWork,
  before: PublishedShelves,
  subjects: readonly string[],
): Promise<PublishedShelves | null> {
  const { parts, ledger } = work
  const shelves: PublishedShelves = new Map(before)
  const touched = new Map<string, string[]>()
  for (const subject of subjects) {
    const shelf = shelfOf(idOf(subject))
    touched.set(shelf, [...(touched.get(shelf) ?? []), subject])
  }
  let isDamaged = false
  const isWhole = await inSlices(parts, ledger, [
    [...touched.keys()],
    shelf => {
      const lines = shelves.has(shelf) ? parts.edition.shelf(shelf)?.toString('utf8') : ''
      if (lines === undefined) return void (isDamaged = true)
      const byId = new Map(linesOf(lines).map(line => [idOfLine(line), line]))
      for (const subject of touched.get(shelf) ?? []) {
        const line = lineOf(work, subject)
        if (line === null) byId.delete(idOf(subject))
        else byId.set(idOf(subject), line)
      }
      keep(parts.edition, shelves, [shelf, [...byId.values()].sort()])
    },
  ])
  return isWhole && !isDamaged ? shelves : null
}

function keep(edition: EditionFolder, shelves: PublishedShelves, [shelf, lines]: readonly [string, string[]]): void {
  if (lines.length === 0) return void shelves.delete(shelf)
  const digest = edition.keepShelf(Buffer.from(lines.join('')))
  shelves.set(shelf, { digest, documents: lines.length })
}

/** Null where nobody may see the document. */
function lineOf({ parts, ledger, office }: ShelfWork, subject: string): string | null {
  const face = parts.faces.documentFaceOf(idOf(subject), ledger.actsOf(subject), office)
  return face && `${JSON.stringify(face)}\n`
}

const idOf = (subject: string): string => readSubject(subject)!.id
const idOfLine = (line: string): string => (JSON.parse(line) as { id: string }).id

const atATime = 25

/** False where the desk was locked meanwhile. */
export async function inSlices<Item>(
  { breathe, ledger: openNow }: Pick<PublisherParts, 'breathe' | 'ledger'>,
  ledger: OpenLedger,
  [items, take]: readonly [readonly Item[], (item: Item) => void],
): Promise<boolean> {
  for (const [at, item] of items.entries()) {
    if (at % atATime === 0) await breathe()
    if (openNow() !== ledger) return false
    take(item)
  }
  return openNow() === ledger
}
