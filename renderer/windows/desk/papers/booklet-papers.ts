import type { BookletPaper, BookletRefusal, BookletRun, Booklets } from '#shared/application/booklets/booklets'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { BookletBasis, BookletKind, PageRange } from '#shared/domain/booklets/booklet-facts'
import { missingInBooklet } from '#shared/domain/booklets/booklet-elements'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { validityOn } from '#shared/domain/catalogue/validity-on'
import { err, ok, type Result } from '#shared/kernel/result'
import type { CatalogueEntry } from '#shared/letters/booklet/booklet-model'
import { inCatalogueOrder } from '#shared/letters/booklet/catalogue-order'
import type { LetterOptions } from '#shared/letters/make-letter'
import { startWorker } from '../trusted-workers'
import { standingAgency, type StandingAgency, type StandSources } from './booklet-stand'
import type { PapersNews } from './papers-messages'
import type { MarkOfWindow } from './papers'
import { workbench, type Workbench } from './workbench'
import workerUrl from './papers-worker?worker&url'

export interface BookletParts extends StandSources {
  readonly shell: Pick<Shell<DeskChannels>, 'guide:setDetails' | 'booklet:save' | 'booklet:print'>
  readonly mark: MarkOfWindow
  readonly catchUp: () => Promise<void>
  readonly documents: (ids: readonly DocumentId[]) => Promise<readonly (DocumentRecord | null)[]>
  /** For tests; a worker of the window otherwise. */
  readonly newBench?: () => Workbench
}

/** Documents that are read and laid out in one step, and pages drawn in one. */
const documentsAtOnce = 100
const pagesAtOnce = 4
const shownWidth = 1_400
/** 300 dots an inch on A4 across, as letters are printed. */
const printWidth = 2_480

/** A worker for each order, which ends with it, as with registers: the memory of a thousand pages goes with it. */
export function bookletPapers(parts: BookletParts, today: CivilDate): Booklets {
  const { shell, mark, catchUp, newBench = ownBench } = parts
  const recorded = async <Answer extends { readonly ok: boolean }>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked
    if (answer.ok) await catchUp()
    return answer
  }
  return {
    stand: async agencyId => {
      const standing = await standingAgency(parts, agencyId, today)
      if (!standing) throw new Error('no such agency')
      return standing.stand
    },
    compose: async (kind, agencyId, run) => {
      const standing = await standingAgency(parts, agencyId, today)
      if (!standing) return err({ kind: 'paperFailed', why: 'notReady' })
      const documents = standing.stand.basis.documents?.count ?? 0
      const [element] = missingInBooklet(kind, { ...standing, lawPack: standing.stand.lawPack, documents })
      if (element) return err({ kind: 'bookletElementMissing', element })
      const marked = await mark()
      const options = marked ? { mark: marked } : {}
      const news = await withBench(newBench(), run.signal, bench =>
        bind(bench, kind, { parts, run, standing, options }),
      )
      return run.signal.aborted ? ok('stopped') : paperOf(kind, news, standing)
    },
    pages: (paper, pages) =>
      withBench(newBench(), null, async bench => {
        const news = await bench.ask({ kind: 'draw', bytes: paper.bytes, width: shownWidth, pages })
        if (news.kind !== 'drawn') throw new Error('the page could not be drawn')
        return news.images
      }),
    save: async paper => {
      const reply = await recorded(shell['booklet:save'](outOf(paper)))
      return reply.ok ? ok(reply.value.outcome) : reply
    },
    print: async (paper, range, run) => {
      const images = await withBench(newBench(), run.signal, bench => drawPart(bench, { paper, range, run }))
      if (run.signal.aborted) return ok('stopped')
      const count = range.to - range.from + 1
      if (images.length !== count) return err({ kind: 'failed', reference: 'booklet:print/draw' })
      const reply = await recorded(
        shell['booklet:print']({
          ...outOf(paper),
          ...(count < paper.pages ? { range } : {}),
          images: images.map(owned),
        }),
      )
      return reply.ok ? ok(reply.value.outcome) : reply
    },
    setGuide: ({ readingPlaces, ...details }) =>
      recorded(
        shell['guide:setDetails']({ ...details, ...(readingPlaces ? { readingPlaces: [...readingPlaces] } : {}) }),
      ),
  }
}

const titles: Readonly<Record<BookletKind, string>> = {
  guide: '政府信息公开指南',
  catalogue: '政府信息公开目录',
  leaflet: '政府信息公开申请单页',
}

const ownBench = (): Workbench => workbench(() => startWorker(workerUrl))

interface Binding {
  readonly parts: BookletParts
  readonly run: BookletRun
  readonly standing: StandingAgency
  readonly options: Pick<LetterOptions, 'mark'>
}

function bind(bench: Workbench, kind: BookletKind, binding: Binding): Promise<PapersNews> {
  if (kind === 'catalogue') return bindAll(bench, binding)
  const { standing, options } = binding
  return bench.ask({ kind: 'bind', booklet: kind, model: standing.model, options })
}

function paperOf(
  kind: BookletKind,
  news: PapersNews,
  { agency, model, stand }: StandingAgency,
): Result<BookletPaper, BookletRefusal> {
  if (news.kind !== 'bound') return err({ kind: 'paperFailed', why: news.kind === 'broken' ? news.why : 'answer' })
  const { result } = news
  if (!result.ok) return err({ kind: 'bookletElementMissing', element: result.problem.element })
  const { madeOn } = model
  return ok({
    ...{ booklet: kind, agencyId: agency.agencyId, madeOn },
    ...result.value,
    title: `${agency.name}${titles[kind]}`,
    fileName: `${kind}-${madeOn}.pdf`,
    basis: basisOf(kind, stand.basis),
  })
}

/** Only the catalogue was made of documents. */
function basisOf(kind: BookletKind, { documents, ...basis }: BookletBasis): BookletBasis {
  return kind === 'catalogue' && documents ? { ...basis, documents } : basis
}

/** Documents are read, sent and laid out a hundred at a time: neither this window nor the worker holds all of them. */
async function bindAll(bench: Workbench, { parts, run, standing, options }: Binding): Promise<PapersNews> {
  const open = inCatalogueOrder(standing.stand.lines.filter(({ isPublic }) => isPublic))
  await bench.ask({ kind: 'openCatalogue', model: standing.model, options })
  for (let from = 0; from < open.length && !run.signal.aborted; from += documentsAtOnce) {
    const records = await parts.documents(open.slice(from, from + documentsAtOnce).map(({ documentId }) => documentId))
    const news = await bench.ask({
      kind: 'documents',
      entries: records.flatMap(record => entryOf(record, standing.model.madeOn)),
    })
    if (news.kind === 'broken') return news
    run.onProgress(Math.min(open.length, from + documentsAtOnce), open.length)
  }
  return bench.ask({ kind: 'closeCatalogue' })
}

function entryOf(record: DocumentRecord | null, madeOn: CivilDate): readonly CatalogueEntry[] {
  if (!record) return []
  const { indexNo, title, docNo, formedOn, documentDate, issuer, abstract, topicClass } = record.document.details
  const validity = validityOn(record.document.details, madeOn)
  const day = formedOn ?? documentDate
  return [
    {
      ...{ indexNo, title, topicClass, validity },
      ...(docNo ? { docNo } : {}),
      ...(day ? { formedOn: day } : {}),
      ...(issuer ? { issuer } : {}),
      ...(abstract ? { abstract } : {}),
    },
  ]
}

interface Part {
  readonly paper: BookletPaper
  readonly range: PageRange
  readonly run: BookletRun
}

async function drawPart(bench: Workbench, { paper, range, run }: Part): Promise<readonly Uint8Array[]> {
  const drawn: Uint8Array[] = []
  for (let from = range.from; from <= range.to && !run.signal.aborted; from += pagesAtOnce) {
    const pages = { from, to: Math.min(range.to, from + pagesAtOnce - 1) }
    const news = await bench.ask({ kind: 'draw', bytes: paper.bytes, width: printWidth, pages })
    if (news.kind === 'drawn') drawn.push(...news.images)
    run.onProgress(pages.to - range.from + 1, range.to - range.from + 1)
  }
  return drawn
}

async function withBench<T>(
  bench: Workbench,
  signal: BookletRun['signal'] | null,
  work: (bench: Workbench) => Promise<T>,
): Promise<T> {
  signal?.addEventListener('abort', bench.stop)
  try {
    return await work(bench)
  } finally {
    signal?.removeEventListener('abort', bench.stop)
    bench.stop()
  }
}

const outOf = ({ bytes, gaps: _gaps, ...paper }: BookletPaper) => ({ ...paper, pdf: owned(bytes) })

/** Of a buffer of its own, which the bridge can take. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
