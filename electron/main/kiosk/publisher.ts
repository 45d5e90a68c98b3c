import type { PublicDocument } from '#shared/contracts/kiosk-channels'
import type { PlainAct } from '#shared/ledger/act'
import { readSubject } from '#shared/ledger/subject'
import type { OfficeFace, RequestFace } from '../authority/public-face'
import type { Head, Ledger } from '../ledger/ledger'
import type { EditionFolder } from './edition-folder'
import { digestOf, type Sign, type StatusRow } from './edition-format'
import { allShelves, changedShelves, inSlices, type PublishedShelves } from './publish-shelves'

/** What the law lets strangers see; the authority knows. */
export interface PublicFaces {
  /** Another one: documents that were published are told otherwise now. */
  readonly version: number
  requestFaceOf(acts: readonly PlainAct[]): RequestFace | null
  /** Null unless the office discloses the document itself and has published it. */
  documentFaceOf(id: string, acts: readonly PlainAct[], office: OfficeFace): PublicDocument | null
  officeFaceOf(acts: readonly PlainAct[]): OfficeFace
}

export interface PublisherParts {
  /** Null while nobody is signed in. */
  readonly ledger: () => OpenLedger | null
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

export type OpenLedger = Pick<Ledger, 'subjects' | 'actsOf' | 'actsAfter' | 'heads' | 'actCount' | 'hashAt'>

/** After the end of a request its row stays so long, for whoever asks once more. */
const shownDaysAfterEnd = 90
const dayMs = 86_400_000

interface Published {
  readonly ledger: OpenLedger
  readonly heads: readonly Head[]
  /** Of the names that stand on the shelves, and of how documents are told. */
  readonly told: string
  readonly shelves: PublishedShelves
  readonly rows: ReadonlyMap<string, readonly StatusRow[]>
}

/**
 * Writes the kiosk's edition from the ledger: after a sign-in the rows of all requests and the documents that have
 * changed since the edition that lies there, or all of them where none does; afterwards what acts have changed. Works in
 * slices, and stops without a trace where the desk is locked meanwhile: an edition is whole or the one before.
 */
export function publisher(parts: PublisherParts): { follow(): Promise<void> } {
  let published: Published | null = null
  let running: Promise<void> | null = null

  const run = async (): Promise<void> => {
    const ledger = parts.ledger()
    if (!ledger) return void (published = null)
    const before = published?.ledger === ledger ? published : null
    if (before && actsIn(before.heads) === ledger.actCount) return // they only grow
    const now = await broughtUpToDate(parts, ledger, before)
    if (!now) return
    published = now
    publish(parts, now)
  }

  return {
    follow: () => {
      running ??= run().finally(() => void (running = null))
      return running
    },
  }
}

/** Null where the desk was locked meanwhile. */
async function broughtUpToDate(
  parts: PublisherParts,
  ledger: OpenLedger,
  before: Published | null,
): Promise<Published | null> {
  const { heads } = ledger
  const changed = before ? changedSince(ledger, before.heads) : [...ledger.subjects()]
  const rows = new Map(before?.rows)
  const isStillOpen = await inSlices(parts, ledger, [
    ofKind('request', changed),
    subject => void rows.set(subject, rowsOf(parts, ledger.actsOf(subject))),
  ])
  if (!isStillOpen) return null
  const office = parts.faces.officeFaceOf(ledger.actsOf('office'))
  const told = digestOf(Buffer.from(JSON.stringify([parts.faces.version, [...office.agencyNames], office.topicNames])))
  const work = { parts, ledger, office }
  const known = before ?? lying(parts, ledger)
  // An agency or a class that was renamed is renamed on every shelf; no other act of the office is seen there.
  const some =
    known?.told === told
      ? await changedShelves(work, known.shelves, ofKind('document', changedSince(ledger, known.heads)))
      : null
  const shelves = some ?? (await allShelves(work, ofKind('document', [...ledger.subjects()])))
  return shelves && { ledger, heads, told, shelves, rows }
}

const actsIn = (heads: readonly Head[]): number => heads.reduce((sum, { seq }) => sum + seq, 0)

/** The edition that lies there, where it was made of these very journals. */
function lying({ edition }: PublisherParts, ledger: OpenLedger): Pick<Published, 'heads' | 'told' | 'shelves'> | null {
  const { madeOf, shelves } = edition.read() ?? {}
  if (!madeOf || !shelves) return null
  const { heads, told, held } = madeOf
  if (!heads.every(({ chain, seq, hash }) => ledger.hashAt(seq, chain) === hash)) return null
  const counted = Object.entries(shelves).map(([shelf, digest]) => [shelf, { digest, documents: held[shelf] ?? 0 }])
  return { heads, told, shelves: new Map(counted as [string, { digest: string; documents: number }][]) }
}

function changedSince(ledger: OpenLedger, heads: readonly Head[]): string[] {
  const changed = new Set<string>()
  for (const acts of ledger.actsAfter(heads)) for (const { subject } of acts) changed.add(subject)
  return [...changed]
}

const ofKind = (kind: string, subjects: readonly string[]): string[] =>
  subjects.filter(subject => readSubject(subject)?.kind === kind)

function rowsOf({ faces, edition, now }: PublisherParts, acts: readonly PlainAct[]): StatusRow[] {
  const face = faces.requestFaceOf(acts)
  if (!face) return []
  const isPast = face.isEnded && now() - Date.parse(face.updatedOn) > shownDaysAfterEnd * dayMs
  return isPast ? [] : face.lastFours.map(lastFour => [edition.tagOf(face.code, lastFour), face.stage, face.updatedOn])
}

function publish({ edition, officeName, now, sign, onPublished }: PublisherParts, made: Published): void {
  const { heads, told, shelves, rows } = made
  const all = [...shelves.entries()]
  const held = Object.fromEntries(all.map(([name, { documents }]) => [name, documents]))
  edition.publish(
    {
      officeName: officeName(),
      madeAt: now(),
      documents: all.reduce((sum, [, { documents }]) => sum + documents, 0),
      shelves: Object.fromEntries(all.map(([name, { digest }]) => [name, digest])),
      rows: [...rows.values()].flat(),
      madeOf: { heads: [...heads], told, held },
    },
    sign,
  )
  onPublished()
}
