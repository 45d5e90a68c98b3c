import type { Paper, PaperKind, PaperProblem, Papers } from '#shared/application/desk'
import { err, ok, type Result } from '#shared/kernel/result'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { Shell } from '#shared/contracts/channel'
import type { LetterModel } from '#shared/letters/letter-model'
import type { DrawnAs } from './draw-pages'
import type { RequestRecord } from '#shared/application/ports'
import { startWorker } from '../trusted-workers'
import { letterModel, proofModel, type LetterContext } from './letter-models'
import { workbench } from './workbench'
import workerUrl from './papers-worker?worker&url'

/** 300 dots an inch on A4: what an office printer resolves. */
const printWidth = 2480

export interface PaperWorkshop {
  /** Papers of requests, drawn up as of what `contextFor` says: the day, the agency, who is at the desk. */
  papersFor(contextFor: (record: RequestRecord) => Promise<LetterContext | null>): Papers
  /** Any letter, also those that belong to no request. */
  make(model: LetterModel): Promise<Result<{ bytes: Uint8Array; pages: number }, PaperProblem>>
  printBytes(title: string, bytes: Uint8Array): ReturnType<Papers['print']>
  saveBytes(fileName: string, bytes: Uint8Array): ReturnType<Papers['save']>
  stop(): void
}

/** Composes, shows, prints and saves. One worker a window, started with the first letter. */
export function paperWorkshop(shell: Pick<Shell<DeskChannels>, 'letter:print' | 'letter:save'>): PaperWorkshop {
  const bench = workbench(() => startWorker(workerUrl))

  const make: PaperWorkshop['make'] = async model => {
    const news = await bench.ask({ kind: 'make', model })
    if (news.kind === 'made') return news.result
    return err({ kind: 'paperFailed', why: news.kind === 'broken' ? news.why : 'answer' })
  }
  const compose = async (
    kind: PaperKind,
    model: LetterModel | null,
    requestNo: string,
  ): Promise<Result<Paper, PaperProblem>> => {
    if (!model) return err({ kind: 'paperFailed', why: 'notReady' })
    const made = await make(model)
    if (!made.ok) return made
    const { bytes, pages } = made.value
    const digest = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', owned(bytes))))
    return ok({
      kind,
      title: `${titles[kind]} ${requestNo}`,
      fileName: `${requestNo}-${fileNames[kind]}.pdf`,
      bytes,
      pages,
      digest,
    })
  }
  const draw = async (bytes: Uint8Array, as: DrawnAs): Promise<readonly Uint8Array[]> => {
    const news = await bench.ask({ kind: 'draw', bytes, ...as })
    if (news.kind !== 'drawn') throw new Error('the page could not be drawn')
    return news.images
  }
  const printBytes: PaperWorkshop['printBytes'] = async (title, bytes) => {
    const reply = await shell['letter:print']({
      title,
      pages: (await draw(bytes, { width: printWidth, isUpright: true })).map(owned),
    })
    return reply.ok ? ok(reply.value.outcome) : reply
  }
  const saveBytes: PaperWorkshop['saveBytes'] = async (fileName, bytes) => {
    const reply = await shell['letter:save']({ fileName, bytes: owned(bytes) })
    return reply.ok ? ok(reply.value.outcome) : reply
  }

  const papersFor: PaperWorkshop['papersFor'] = contextFor => ({
    compose: async (kind, record) => {
      const context = await contextFor(record)
      return compose(kind, context && letterModel(kind, record, context), record.request.requestNo)
    },
    composeProof: async (record, reply) => {
      const context = await contextFor(record)
      const kind = reply.decision === 'NOT_EXIST' ? 'R12' : 'R01'
      return compose(kind, context && proofModel(record, reply, context), record.request.requestNo)
    },
    composeTable: async (table, fileName) => {
      const news = await bench.ask({ kind: 'tabulate', table })
      if (news.kind !== 'made') return err({ kind: 'paperFailed', why: news.kind === 'broken' ? news.why : 'answer' })
      return news.result.ok
        ? ok({ ...news.result.value, fileName, title: `${table.title} ${table.subtitle}` })
        : news.result
    },
    pageImages: (paper, width) => draw(paper.bytes, { width }),
    print: paper => printBytes(paper.title, paper.bytes),
    save: paper => saveBytes(paper.fileName, paper.bytes),
  })
  return { papersFor, make, printBytes, saveBytes, stop: bench.stop }
}

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
}

/** A copy whose buffer is its own, as the bridge's shape asks. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const toHex = (bytes: Uint8Array) => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
