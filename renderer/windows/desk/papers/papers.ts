import type { Paper, PaperKind, PaperProblem, Papers } from '#shared/application/desk'
import { err, ok, type Result } from '#shared/kernel/result'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { Shell } from '#shared/contracts/channel'
import { letterOf } from '#shared/domain/requests/request-transitions'
import { wasProduced } from '#shared/domain/requests/reprints'
import type { LetterModel } from '#shared/letters/letter-model'
import type { LetterOptions } from '#shared/letters/make-letter'
import { ENVELOPE_MM } from '#shared/letters/model/envelope-sizes'
import type { DrawnAs } from './draw-pages'
import type { RequestRecord } from '#shared/application/ports'
import { startWorker } from '../trusted-workers'
import { blankForm } from './form-models'
import { letterModel, proofModel, type LetterContext } from './letter-models'
import type { LetterMade } from './papers-messages'
import { workbench } from './workbench'
import workerUrl from './papers-worker?worker&url'

/** 300 dots an inch on A4: what an office printer resolves. */
const printWidth = 2480

export interface PaperWorkshop {
  /** Papers of requests, drawn up as of what `contextFor` says: the day, the agency, who is at the desk. */
  papersFor(contextFor: (record: RequestRecord, kind: PaperKind | 'proof') => Promise<LetterContext | null>): Papers
  /** Any letter, also those that belong to no request. */
  make(model: LetterModel, options?: LetterOptions): Promise<Result<LetterMade, PaperProblem>>
  printBytes(title: string, bytes: Uint8Array): ReturnType<Papers['print']>
  saveBytes(fileName: string, bytes: Uint8Array): ReturnType<Papers['save']>
  drawBytes(bytes: Uint8Array, width: number): Promise<readonly Uint8Array[]>
  stop(): void
  /** The faces of letters changed: the next paper is made with those that are there now. */
  takeFontsAnew(): void
}

/** What stands on every page of every paper that this window makes. */
export type MarkOfWindow = () => Promise<LetterOptions['mark']>

/** Composes, shows, prints and saves. One worker a window, started with the first letter. */
export function paperWorkshop(
  shell: Pick<Shell<DeskChannels>, 'letter:print' | 'letter:save'>,
  mark?: MarkOfWindow,
): PaperWorkshop {
  const bench = workbench(() => startWorker(workerUrl))

  const make: PaperWorkshop['make'] = async (model, options = {}) => {
    const marked = await mark?.()
    const news = await bench.ask({ kind: 'make', model, options: { ...options, ...(marked ? { mark: marked } : {}) } })
    if (news.kind === 'made') return news.result
    return err({ kind: 'paperFailed', why: news.kind === 'broken' ? news.why : 'answer' })
  }
  const compose = async (
    { kind, no, model }: Composing,
    options: LetterOptions,
  ): Promise<Result<Paper, PaperProblem>> => {
    if (!model) return err({ kind: 'paperFailed', why: 'notReady' })
    const made = await make(model, options)
    if (!made.ok) return made
    const { bytes, pages, gaps, spots } = made.value
    const digest = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', owned(bytes))))
    return ok({
      kind,
      title: `${titles[kind]} ${no}`,
      fileName: `${no}-${fileNames[kind]}.pdf`,
      ...{ bytes, pages, digest },
      ...(gaps.length > 0 ? { gaps } : {}),
      ...(spots.length > 0 ? { spots } : {}),
      ...sizeOf(model),
    })
  }
  const draw = async (bytes: Uint8Array, as: DrawnAs): Promise<readonly Uint8Array[]> => {
    const news = await bench.ask({ kind: 'draw', bytes, ...as })
    if (news.kind !== 'drawn') throw new Error('the page could not be drawn')
    return news.images
  }
  const print = async (title: string, bytes: Uint8Array, sizeMm?: Paper['sizeMm']) => {
    const width = Math.round((printWidth * (sizeMm?.width ?? A4_MM)) / A4_MM)
    const pages = (await draw(bytes, { width, isUpright: !sizeMm })).map(owned)
    const reply = await shell['letter:print']({ title, pages, ...(sizeMm ? { sizeMm } : {}) })
    return reply.ok ? ok(reply.value.outcome) : reply
  }
  const printBytes: PaperWorkshop['printBytes'] = (title, bytes) => print(title, bytes)
  const saveBytes: PaperWorkshop['saveBytes'] = async (fileName, bytes) => {
    const reply = await shell['letter:save']({ fileName, bytes: owned(bytes) })
    return reply.ok ? ok(reply.value.outcome) : reply
  }

  const papersFor: PaperWorkshop['papersFor'] = contextFor => ({
    compose: async (kind, record, { gaps, isReprint, envelope, labelPlace } = {}) => {
      const context = await contextFor(record, kind)
      const model = context && letterModel(kind, record, { ...context, envelope, labelPlace })
      // An envelope is never a second original of anything.
      const isAgain = kind !== 'envelope' && (isReprint || wasProduced(record.request, kind))
      const options = { ...(gaps ? { gaps } : {}), ...(isAgain && context ? { reprintedOn: context.desk.today } : {}) }
      return compose({ kind, model, no: record.request.requestNo }, options)
    },
    composeBlankForm: (agency, on) => compose({ kind: 'F01', model: blankForm(agency, on), no: agency.code }, {}),
    composeProof: async (record, reply) => {
      const context = await contextFor(record, 'proof')
      const kind = letterOf(reply.decision) ?? 'R01'
      const model = context && proofModel(record, reply, context)
      return compose({ kind, model, no: record.request.requestNo }, { gaps: 'allowed' })
    },
    composeTable: async (table, fileName) => {
      const marked = await mark?.()
      const news = await bench.ask({ kind: 'tabulate', table, options: marked ? { mark: marked } : {} })
      if (news.kind !== 'made') return err({ kind: 'paperFailed', why: news.kind === 'broken' ? news.why : 'answer' })
      const { result } = news
      return result.ok ? ok({ ...result.value, fileName, title: `${table.title} ${table.subtitle}` }) : result
    },
    composeDocument: async (document, fileName) => {
      const marked = await mark?.()
      const news = await bench.ask({ kind: 'document', document, options: marked ? { mark: marked } : {} })
      if (news.kind !== 'documentMade')
        return err({ kind: 'paperFailed', why: news.kind === 'broken' ? news.why : 'answer' })
      const { bytes, pages } = news.made
      return ok({ bytes, pages, fileName, title: document.title })
    },
    prepare: () => void bench.ask({ kind: 'warm' }),
    pageImages: (paper, width) => draw(paper.bytes, { width }),
    print: ({ title, bytes, sizeMm }) => print(title, bytes, sizeMm),
    save: paper => saveBytes(paper.fileName, paper.bytes),
  })
  return {
    papersFor,
    make,
    printBytes,
    saveBytes,
    drawBytes: (bytes, width) => draw(bytes, { width }),
    stop: bench.stop,
    takeFontsAnew: bench.stop, // the worker keeps them open; the next order starts another one
  }
}

const A4_MM = 210

interface Composing {
  readonly kind: PaperKind
  readonly model: LetterModel | null
  /** Leads the file name: the number of the request, or the code of the agency. */
  readonly no: string
}

const sizeOf = (model: LetterModel): Pick<Paper, 'sizeMm'> =>
  model.letter === 'envelope' ? { sizeMm: ENVELOPE_MM[model.size] } : {}

const titles: Readonly<Record<PaperKind, string>> = {
  F03: '登记回执',
  slip: '期限计算书',
  R01: '答复书',
  R12: '答复书',
  S01: '送达回证',
  F01: '申请表',
  S02: '邮寄凭证登记',
  S04: '转送函',
  S06: '审查呈批单',
  envelope: '信封和地址签',
  R02: '答复书',
  R03: '答复书',
  R04: '答复书',
  R05: '答复书',
  R06: '答复书',
  R07: '答复书',
  R08: '答复书',
  R09: '答复书',
  R10: '答复书',
  R11: '告知书',
  R13: '告知书',
  R14: '告知书',
  R15: '告知书',
  R16: '告知书',
  R17: '告知书',
  R18: '告知书',
  R19: '告知书',
  R20: '告知书',
  R21: '告知书',
  R23: '告知书',
}

/** ASCII: the files travel on sticks whose names other systems must read. */
const fileNames: Readonly<Record<PaperKind, string>> = {
  F03: 'receipt',
  slip: 'due-date-proof',
  R01: 'reply',
  R12: 'reply',
  S01: 'proof-of-service',
  F01: 'request-form',
  S02: 'posting-record',
  S04: 'transfer-letter',
  S06: 'approval-sheet',
  envelope: 'envelope',
  R02: 'reply',
  R03: 'reply',
  R04: 'reply',
  R05: 'reply',
  R06: 'reply',
  R07: 'reply',
  R08: 'reply',
  R09: 'reply',
  R10: 'reply',
  R11: 'reply',
  R13: 'reply',
  R14: 'reply',
  R15: 'reply',
  R16: 'reply',
  R17: 'reply',
  R18: 'reply',
  R19: 'reply',
  R20: 'reply',
  R21: 'reply',
  R23: 'reply',
}

/** A copy whose buffer is its own, as the bridge's shape asks. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const toHex = (bytes: Uint8Array) => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
