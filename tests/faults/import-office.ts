import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { CatalogueActs, DocumentBook, DocumentLine, DocumentRecord } from '#shared/application/catalogue-ports'
import { checkSource, isTaken } from '#shared/application/intake/check-source'
import { guessColumns } from '#shared/application/intake/fields'
import { knownDocuments } from '#shared/application/intake/known-documents'
import type { ImportPlan, Intake, OpenedSource } from '#shared/application/intake/ports'
import type { IntakeChoices, RowContext } from '#shared/application/intake/read-row'
import { relationTargets } from '#shared/application/intake/relation-targets'
import type { WriteParts } from '#shared/application/intake/write-import'
import type { Problem } from '#shared/contracts/problems'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { foldDocument, type CataloguedDocument, type StoredDocumentFact } from '#shared/domain/catalogue/document'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { readIndexNumber } from '#shared/domain/catalogue/index-number'
import { topicGroups } from '#shared/domain/catalogue/topic-classes'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { ok, type Result } from '#shared/kernel/result'
import { officeSubject, subjectOf } from '#shared/ledger/subject'
import { intakeDesk } from '../../electron/main/documents/intake-desk'
import { attachedFile, lookAtFiles } from '../../electron/main/documents/look-at-files'
import { readPart } from '../../electron/main/documents/read-part'
import type { StartReader } from '../../electron/main/documents/run-reader'
import { openSource } from '../../electron/main/documents/sources/open-source'
import { catalogueHandlers } from '../../electron/main/ipc/catalogue-handlers'
import { scanDesk } from '../../electron/main/scans/scan-desk'
import { scanSources } from '../../electron/main/scans/scan-sources'
import type { Workstation } from '../../electron/main/workstation/workstation'
import { valueOf } from '../support/workstation/test-workstation'

export const documentsOfSource = 110
const relatedEvery = 3
const attachedEvery = 10
const numberedEvery = 7
const closedEvery = 5

/** What the import of the folder must come to. */
export const expectedOf = {
  relations: Math.floor((documentsOfSource - 1) / relatedEvery),
  attachments: Math.floor(documentsOfSource / attachedEvery),
}

/** A folder of texts: some with a number, some closed, some that repeal the next one, some with a file beside them. */
export function writeSource(folder: string): void {
  fs.mkdirSync(folder, { recursive: true })
  for (let n = 1; n <= documentsOfSource; n++) {
    const head = [
      `标题: 第${n}号办法`,
      `文号: 云政发〔2020〕${n}号`,
      ...(n % numberedEvery === 0 ? [`索引号: 014225972/2026-${String(n).padStart(5, '0')}`] : []),
      ...(n % closedEvery === 0 ? ['公开属性: 依申请公开', '不公开理由: 涉及第三方'] : []),
      ...(n % relatedEvery === 0 && n < documentsOfSource ? [`相关文件: 废止 云政发〔2020〕${n + 1}号`] : []),
    ]
    const stem = path.join(folder, String(n).padStart(4, '0'))
    fs.writeFileSync(`${stem}.md`, `---\n${head.join('\n')}\n---\n第${n}号办法的正文，共若干条。\n`)
    if (n % attachedEvery !== 0) continue
    fs.mkdirSync(`${stem}.附件`)
    fs.writeFileSync(path.join(`${stem}.附件`, '附图.txt'), `第${n}号办法的附图`)
  }
}

/** Reads in this process what the program reads in a thread. */
const readHere: StartReader = async place => {
  const opened = await openSource(place, { cMaps: '' })
  if (!opened.ok) return opened
  const source = opened.value
  const { kind, name, documents, columns = [] } = source
  return ok({
    ...{ kind, name, documents, columns },
    read: from => readPart(source, from, { slow: new Set(), onStep: () => undefined }),
    look: wanted => lookAtFiles(source, wanted, () => undefined),
    file: async wanted => (await attachedFile(source, wanted)) ?? 'nothing',
    stop: () => source.close(),
  })
}

/** The main process's side of an import, with everything that writes: vault, journal, authority, blobs, plans. */
export function importOffice(workstation: Workstation, folder: string) {
  const sources = scanSources({ scanFolder: undefined, newId: randomUUID, now: () => performance.now() })
  const scans = scanDesk({ workstation, sources, askFiles: async () => [], newId: randomUUID })
  const parts = { workstation, scans, ask: async () => folder, startReader: readHere, newId: randomUUID }
  const desk = intakeDesk({ ...parts, sentFolder: folder })
  const write = catalogueHandlers(workstation)['catalogue:write']
  return { desk, intake: intakeOf(desk), acts: actsOf(write), book: bookOf(workstation) }
}

type Desk = ReturnType<typeof intakeDesk>

const intakeOf = (desk: Desk): Pick<Intake, 'read' | 'look' | 'attach'> => ({
  read: (sourceId, from) => desk.read({ sourceId, from }),
  look: async (sourceId, wanted) => {
    const looked = await desk.look({ sourceId, wanted: [...wanted] })
    return looked.ok ? ok(looked.value.files) : looked
  },
  attach: async (sourceId, file) => {
    const attached = await desk.attach({ sourceId, ...file })
    return attached.ok ? ok(attached.value.outcome) : attached
  },
})

const actsOf = (write: ReturnType<typeof catalogueHandlers>['catalogue:write']): Pick<CatalogueActs, 'write'> => ({
  write: async (role, acts): Promise<Result<void, Problem>> => {
    const written = await write({ role, acts: JSON.parse(JSON.stringify(acts)) as never }) // JSON, as over the bridge
    return written.ok ? ok(undefined) : written
  },
})

/** Every document that the journal has. */
export function documentsIn(workstation: Workstation): ReadonlyMap<DocumentId, CataloguedDocument> {
  const ledger = workstation.ledger!
  const found = new Map<DocumentId, CataloguedDocument>()
  for (const subject of ledger.subjects()) {
    if (!subject.startsWith('document:')) continue
    const acts = ledger.actsOf(subject).map(act => ({ ...act, at: 0 }))
    const document = foldDocument(acts as unknown as RecordedAct<StoredDocumentFact>[]) // main judged the facts
    if (document) found.set(subject.slice('document:'.length) as DocumentId, document)
  }
  return found
}

/** What the view answers, out of the journal itself. */
function bookOf(workstation: Workstation): Pick<DocumentBook, 'get' | 'linesNow' | 'nextIndexSerial'> {
  const recordOf = (id: DocumentId): DocumentRecord | null => {
    const acts = workstation.ledger!.actsOf(subjectOf('document', id)).map(act => ({ ...act, at: 0 }))
    const document = foldDocument(acts as unknown as RecordedAct<StoredDocumentFact>[]) // main judged the facts
    return document ? ({ documentId: id, document } as unknown as DocumentRecord) : null // what an import asks of it
  }
  const lines = () =>
    [...documentsIn(workstation)].map(
      ([documentId, { details, isWithdrawn }]) => ({ documentId, ...details, isWithdrawn }) as unknown as DocumentLine, // likewise
    )
  return {
    get: async ids => ids.map(recordOf),
    linesNow: async () => lines(),
    nextIndexSerial: async ({ prefix }) => {
      const serials = lines().flatMap(({ indexNo }) => {
        const read = readIndexNumber(indexNo)
        return read?.prefix === prefix ? read.serial : []
      })
      return Math.max(0, ...serials) + 1
    },
  }
}

export function agencyIn(workstation: Workstation): Agency {
  const facts = workstation.ledger!.actsOf(officeSubject).flatMap(act => act.facts)
  return facts.find(({ type }) => type === 'agency.added@1')!.open as unknown as Agency // its shape was judged
}

const choicesOf = (agency: Agency): IntakeChoices => ({
  ...{
    columns: guessColumns(['标题', '文号', '索引号', '公开属性', '不公开理由', '相关文件']),
    guesses: [],
    agencyId: agency.agencyId,
  },
  ...{ topicClass: '22', attribute: 'PROACTIVE', validity: 'VALID', publishedOn: 'today' },
})

export const contextOf = (workstation: Workstation): RowContext => {
  const agency = agencyIn(workstation)
  const today = workstation.options.clock.today() as RowContext['today']
  return { choices: choicesOf(agency), agencies: [agency], topics: topicGroups(), today }
}

export const numberingsOf = (workstation: Workstation): WriteParts['numberings'] => [
  { agencyId: agencyIn(workstation).agencyId, template: '{orgCode}/{yyyy}-{seq:5}', orgCode: '014225972' },
]

/** The preview of the whole folder, and the plan that takes all of it. */
export async function planOf(
  intake: Pick<Intake, 'read' | 'look'>,
  source: OpenedSource,
  workstation: Workstation,
): Promise<ImportPlan> {
  const context = contextOf(workstation)
  const checked = valueOf(
    await checkSource(
      intake,
      {
        source,
        context: { ...context, known: knownDocuments(), targets: relationTargets(), canNumber: () => true },
      },
      { onProgress: () => undefined, isCancelled: () => false },
    ),
  )!
  const taken = checked.rows.filter(row => isTaken(row, new Set()))
  return {
    ...{ batchId: randomUUID(), choices: context.choices, doublesTaken: [] },
    lines: taken.map(({ line, digest }) => ({ line, digest })),
    given: taken.flatMap(({ indexNo }) => indexNo ?? []),
  }
}
