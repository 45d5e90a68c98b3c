import fs from 'node:fs'
import path from 'node:path'
import { foldVisit } from '#shared/domain/visits/visit'
import { noPreviousHash, type PlainAct } from '#shared/ledger/act'
import { hlcTime } from '#shared/ledger/hybrid-clock'
import { scanFolder, type FileTrace } from '../../support/at-rest/scan-folder'
import { traceFinder } from '../../support/at-rest/traces'
import { readOffice } from '../../support/journal/read-office'
import { administrator } from '../hands/people-of-the-story'
import type { Imported } from '../room/room'
import { visitor } from '../room/visitor'
import { savedPapers } from './saved-papers'

/** What the day in the reading room left on the disk. Only `preview` was said by a screen. */
export interface RoomSeen {
  readonly journal: { readonly acts: number; readonly isChained: boolean; readonly readOnly: string | null }
  /** The folder's files, and what the preview said would become of them. */
  readonly preview: Imported
  /** As the import's own fact counts them. */
  readonly importedAs: number
  readonly catalogued: number
  /** Of those, with a number and with a day. */
  readonly numbered: number
  readonly dated: number
  /** Words that were looked for, and the document they were answered with. */
  readonly answered: readonly { readonly words: string; readonly title: string }[]
  readonly visits: number
  /** Undefined: nobody came. */
  readonly visit: VisitSeen | undefined
  /** Text without spaces by file. */
  readonly papers: Readonly<Record<string, string>>
  readonly screenshots: number
  /** Files that were searched for the identity number of the visitor. */
  readonly filesLookedAt: number
  readonly traces: readonly string[]
  /** Files of the kiosk, which hold neither the name nor the telephone of the visitor either. */
  readonly kioskFiles: number
  readonly kioskTraces: readonly string[]
}

export interface VisitSeen {
  readonly name: string
  readonly isClosed: boolean
  readonly lent: readonly string[]
  readonly back: number
  readonly copiedPages: number
  readonly helps: readonly string[]
}

/** Reads after the program has ended. */
export async function seeRoom(userData: string, output: string): Promise<RoomSeen> {
  const { acts, readOnly } = await readOffice(path.join(userData, 'office'), administrator)
  const facts = acts.flatMap(act => act.facts.map(fact => ({ ...fact, subject: act.subject })))
  const openOf = (type: string) => facts.filter(fact => fact.type === type).map(({ open }) => open as Row)
  const catalogued = facts.filter(({ type }) => type === 'document.catalogued@1')
  const words = catalogued.map(({ open }) => (open as { words?: Row }).words ?? {})
  const visits = [...new Set(acts.map(({ subject }) => subject).filter(subject => subject.startsWith('visit:')))]
  return {
    journal: { acts: acts.length, isChained: isChained(acts), readOnly: readOnly?.kind ?? null },
    preview: JSON.parse(fs.readFileSync(path.join(output, 'imported.json'), 'utf8')) as Imported,
    importedAs: openOf('documents.imported@1').reduce((sum, { documents }) => sum + Number(documents), 0),
    catalogued: catalogued.length,
    numbered: words.filter(({ docNo }) => docNo).length,
    dated: catalogued.filter(({ open }) => (open as Row).documentDate).length,
    answered: answeredIn(facts),
    visits: visits.length,
    visit: visits[0] === undefined ? undefined : visitOf(acts.filter(({ subject }) => subject === visits[0])),
    papers: Object.fromEntries(
      Object.entries(await savedPapers(output)).map(([name, text]) => [name, text.replace(/\s/gu, '')]),
    ),
    screenshots: fs.readdirSync(output).filter(name => name.endsWith('.png')).length,
    ...lookForVisitor(userData),
  }
}

type Row = Readonly<Record<string, unknown>>
type Fact = PlainAct['facts'][number] & { readonly subject: string }

function answeredIn(facts: readonly Fact[]): RoomSeen['answered'] {
  const titles = new Map(
    facts
      .filter(({ type }) => type === 'document.catalogued@1')
      .map(({ subject, open }) => [subject, (open as { words?: { title?: string } }).words?.title ?? '']),
  )
  return facts
    .filter(({ type }) => type === 'enquiry.answered@1')
    .map(({ open, personal }) => {
      const [documentId = ''] = (open as { documentIds: readonly string[] }).documentIds
      const { words } = personal as { words: string }
      return { words, title: titles.get(`document:${documentId}`) ?? titles.get(documentId) ?? '' }
    })
}

function visitOf(acts: readonly PlainAct[]): VisitSeen | undefined {
  const visit = foldVisit(acts.map(act => ({ ...act, at: hlcTime(act.hlc as never) }) as never))
  return (
    visit && {
      name: visit.visitor?.name ?? '',
      isClosed: visit.signedOut !== undefined,
      lent: visit.items.map(({ title }) => title ?? ''),
      back: visit.items.filter(({ returned }) => returned).length,
      copiedPages: visit.copies.reduce((sum, { pages }) => sum + pages, 0),
      helps: visit.helps.flatMap(({ helps }) => helps),
    }
  )
}

/** Each act names the one before by its hash, and none is missing between. */
const isChained = (acts: readonly PlainAct[]): boolean =>
  acts.every(({ seq, prev }, at) => seq === at + 1 && prev === (acts[at - 1]?.hash ?? noPreviousHash))

/** The stand-in's virtual printer is the office's paper, which is outside the program. */
function lookForVisitor(userData: string): Pick<RoomSeen, 'filesLookedAt' | 'traces' | 'kioskFiles' | 'kioskTraces'> {
  const idNumber = { what: 'identity number', text: visitor.idNumber }
  const whole = scanFolder(userData, traceFinder([idNumber]), ['printed'])
  const nobody = traceFinder([
    idNumber,
    { what: 'name', text: visitor.name },
    { what: 'telephone', text: visitor.phone },
    { what: 'what was asked', text: visitor.description },
  ])
  const kiosk = [path.join(userData, 'Partitions', 'kiosk'), path.join(userData, 'kiosk')]
  const scans = kiosk.map(folder => scanFolder(folder, nobody, []))
  return {
    ...{ filesLookedAt: whole.files, traces: whole.traces.map(written) },
    kioskFiles: scans.reduce((sum, { files }) => sum + files, 0),
    kioskTraces: scans.flatMap(({ traces }) => traces.map(written)),
  }
}

const written = ({ what, as, file }: FileTrace): string => `${what} of the visitor (${as}) in ${file}`
