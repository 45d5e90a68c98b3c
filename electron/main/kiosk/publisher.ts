import type { PublicDocument } from '#shared/contracts/kiosk-channels'
import type { PlainAct } from '#shared/ledger/act'
import { readSubject } from '#shared/ledger/subject'
import type { OfficeFace, RequestFace } from '../authority/public-face'
import type { Ledger } from '../ledger/ledger'
import type { EditionFolder } from './edition-folder'
import { shelfOf, type Sign, type StatusRow } from './edition-format'

/** What the law lets strangers see; the authority knows. */
export interface PublicFaces {
  requestFaceOf(acts: readonly PlainAct[]): RequestFace | null
  /** Null unless the office discloses the document itself and has published it. */
  documentFaceOf(id: string, acts: readonly PlainAct[], office: OfficeFace): PublicDocument | null
  officeFaceOf(acts: readonly PlainAct[]): OfficeFace
}

export interface PublisherParts {
  /** Null while nobody is signed in. */
  readonly ledger: () => Pick<Ledger, 'subjects' | 'actsOf' | 'actsAfter' | 'head'> | null
  readonly edition: EditionFolder
  readonly faces: PublicFaces
  readonly sign: Sign
  readonly officeName: () => string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Lets everything else of main have its turn. */
  readonly breathe: () => Promise<void>
  readonly onPublished: () => void
}

/** After the end of a request its row stays so long, for whoever asks once more. */
const shownDaysAfterEnd = 90
const dayMs = 86_400_000
const atATime = 25

type OpenLedger = NonNullable<ReturnType<PublisherParts['ledger']>>

interface Published {
  readonly ledger: OpenLedger
  seq: number
  readonly shelves: Map<string, { readonly digest: string; readonly documents: number }>
  readonly rows: Map<string, readonly StatusRow[]>
}

/**
 * Writes the kiosk's edition from the ledger: all of it after a sign-in, afterwards what acts have changed. Works in
 * slices, and stops without a trace where the desk is locked meanwhile: an edition is whole or the one before.
 */
export function publisher(parts: PublisherParts): { follow(): Promise<void> } {
  let published: Published | null = null
  let running: Promise<void> | null = null

  const run = async (): Promise<void> => {
    const ledger = parts.ledger()
    if (!ledger) return void (published = null)
    const isNew = published?.ledger !== ledger
    const state: Published = isNew || !published ? fresh(ledger) : published
    const { seq } = ledger.head
    if (!isNew && seq === state.seq) return
    const changed = isNew ? [...ledger.subjects()] : changedSince(ledger, state.seq)
    const done = await bringUpToDate(parts, state, changed)
    if (!done) return
    state.seq = seq
    published = state
    publish(parts, state)
  }

  return {
    follow: () => {
      running ??= run().finally(() => void (running = null))
      return running
    },
  }
}

const fresh = (ledger: OpenLedger): Published => ({ ledger, seq: 0, shelves: new Map(), rows: new Map() })

function changedSince(ledger: OpenLedger, seq: number): string[] {
  const changed = new Set<string>()
  for (const acts of ledger.actsAfter(seq)) for (const { subject } of acts) changed.add(subject)
  return [...changed]
}

/** False where the desk was locked meanwhile. */
async function bringUpToDate(parts: PublisherParts, state: Published, changed: readonly string[]): Promise<boolean> {
  const ofKind = (kind: string) => changed.filter(subject => kindOf(subject) === kind)
  const { ledger } = state
  const isStillOpen = await inSlices(parts, ledger, [
    ofKind('request'),
    subject => void state.rows.set(subject, rowsOf(parts, ledger.actsOf(subject))),
  ])
  if (!isStillOpen) return false
  // An agency or a class that was renamed is renamed on every shelf.
  const shelves = ofKind('office').length > 0 ? null : new Set(ofKind('document').map(shelfOfSubject))
  if (shelves?.size === 0) return true
  const office = parts.faces.officeFaceOf(ledger.actsOf('office'))
  for (const [shelf, subjects] of documentsByShelf(ledger, shelves)) {
    const lines: string[] = []
    const isWhole = await inSlices(parts, ledger, [
      subjects,
      subject => {
        const face = parts.faces.documentFaceOf(idOf(subject), ledger.actsOf(subject), office)
        if (face) lines.push(`${JSON.stringify(face)}\n`)
      },
    ])
    if (!isWhole) return false
    state.shelves.delete(shelf)
    if (lines.length === 0) continue
    const digest = parts.edition.keepShelf(Buffer.from(lines.join('')))
    state.shelves.set(shelf, { digest, documents: lines.length })
  }
  return true
}

/** False where the desk was locked before the last of them. */
async function inSlices(
  { breathe, ledger: openNow }: PublisherParts,
  ledger: OpenLedger,
  [subjects, take]: readonly [readonly string[], (subject: string) => void],
): Promise<boolean> {
  for (const [at, subject] of subjects.entries()) {
    if (at % atATime === 0) await breathe()
    if (openNow() !== ledger) return false
    take(subject)
  }
  return true
}

/** Subjects of documents in a fixed order, of the given shelves or of all. */
function documentsByShelf(ledger: OpenLedger, only: ReadonlySet<string> | null): Map<string, string[]> {
  const shelves = new Map<string, string[]>([...(only ?? [])].map(shelf => [shelf, []]))
  for (const subject of ledger.subjects()) {
    if (kindOf(subject) !== 'document') continue
    const shelf = shelfOf(idOf(subject))
    if (only && !only.has(shelf)) continue
    shelves.set(shelf, [...(shelves.get(shelf) ?? []), subject])
  }
  for (const subjects of shelves.values()) subjects.sort()
  return shelves
}

const kindOf = (subject: string): string | undefined => readSubject(subject)?.kind
const idOf = (subject: string): string => readSubject(subject)!.id
const shelfOfSubject = (subject: string): string => shelfOf(idOf(subject))

function rowsOf({ faces, edition, now }: PublisherParts, acts: readonly PlainAct[]): StatusRow[] {
  const face = faces.requestFaceOf(acts)
  if (!face) return []
  const isPast = face.isEnded && now() - Date.parse(face.updatedOn) > shownDaysAfterEnd * dayMs
  return isPast ? [] : face.lastFours.map(lastFour => [edition.tagOf(face.code, lastFour), face.stage, face.updatedOn])
}

function publish({ edition, officeName, now, sign, onPublished }: PublisherParts, { shelves, rows }: Published): void {
  const all = [...shelves.entries()]
  edition.publish(
    {
      officeName: officeName(),
      madeAt: now(),
      documents: all.reduce((sum, [, { documents }]) => sum + documents, 0),
      shelves: Object.fromEntries(all.map(([name, { digest }]) => [name, digest])),
      rows: [...rows.values()].flat(),
    },
    sign,
  )
  onPublished()
}
