import type { RegisterPaper, RegisterPapers, StopSignal } from '#shared/application/registers/register-paper'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import { err, ok } from '#shared/kernel/result'
import { startWorker } from '../trusted-workers'
import type { PageRange } from './draw-pages'
import type { MarkOfWindow } from './papers'
import { workbench, type Workbench } from './workbench'
import workerUrl from './papers-worker?worker&url'

export interface RegisterPapersParts {
  readonly shell: Pick<Shell<DeskChannels>, 'register:savePaper' | 'register:printPaper'>
  readonly mark: MarkOfWindow
  /** For tests; a worker of the window otherwise. */
  readonly newBench?: () => Workbench
}

/** Rows and pages in one task of the window. */
const rowsAtOnce = 25
const pagesAtOnce = 4
const pagesShown = 3
/** 300 dots an inch on A4 across, as letters are printed. */
const printWidth = 2480

/**
 * A worker for each order, which ends with it: stopping one leaves the letters of the desk alone, and the memory of
 * two thousand pages goes with it.
 */
export function registerPapers({ shell, mark, newBench = ownBench }: RegisterPapersParts): RegisterPapers {
  return {
    compose: async ({ table, rows, rowsOf, isMasked, fileName }, { onProgress, signal }) => {
      const options = await mark().then(marked => (marked ? { mark: marked } : {}))
      return withBench(newBench(), signal, async bench => {
        for (let from = 0; from < rows && !signal.aborted; from += rowsAtOnce) {
          const to = Math.min(rows, from + rowsAtOnce)
          await bench.ask({ kind: 'rows', rows: rowsOf(from, to) })
          onProgress({ step: 'rows', done: to, of: rows })
        }
        if (signal.aborted) return ok('stopped')
        const tell = (done: number) => onProgress({ step: 'layout', done: Math.min(done, rows), of: rows })
        const news = await bench.ask({ kind: 'tabulate', table, options }, tell)
        if (signal.aborted) return ok('stopped')
        if (news.kind !== 'made') return err({ kind: 'paperFailed', why: news.kind === 'broken' ? news.why : 'answer' })
        const { result } = news
        if (!result.ok) return result
        const { bytes, pages } = result.value
        return ok({ title: `${table.title} ${table.subtitle}`, fileName, bytes, pages, rows, isMasked })
      })
    },
    firstPages: (paper, width) =>
      withBench(newBench(), null, async bench => {
        const news = await bench.ask({ kind: 'draw', bytes: paper.bytes, width, pages: { from: 1, to: pagesShown } })
        if (news.kind !== 'drawn') throw new Error('the page could not be drawn')
        return news.images
      }),
    save: async paper => {
      const reply = await shell['register:savePaper'](partsOf(paper))
      return reply.ok ? ok(reply.value.outcome) : reply
    },
    print: async (paper, { onProgress, signal }) => {
      const images = await withBench(newBench(), signal, async bench => {
        const drawn: Uint8Array[] = []
        for (let from = 1; from <= paper.pages && !signal.aborted; from += pagesAtOnce) {
          const pages: PageRange = { from, to: Math.min(paper.pages, from + pagesAtOnce - 1) }
          const news = await bench.ask({ kind: 'draw', bytes: paper.bytes, width: printWidth, isUpright: true, pages })
          if (news.kind === 'drawn') drawn.push(...news.images)
          onProgress({ step: 'pages', done: pages.to, of: paper.pages })
        }
        return drawn
      })
      if (signal.aborted) return ok('stopped')
      if (images.length !== paper.pages) return err({ kind: 'failed', reference: 'register:printPaper/draw' })
      const reply = await shell['register:printPaper']({ ...partsOf(paper), images: images.map(owned) })
      return reply.ok ? ok(reply.value.outcome) : reply
    },
  }
}

const ownBench = (): Workbench => workbench(() => startWorker(workerUrl))

async function withBench<T>(
  bench: Workbench,
  signal: StopSignal | null,
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

const partsOf = ({ title, fileName, bytes, rows, pages, isMasked }: RegisterPaper) => ({
  ...{ title, fileName, rows, pages, isMasked },
  pdf: owned(bytes),
})

/** Of a buffer of its own, which the bridge can take. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
