import workerUrl from '../../../renderer/windows/desk/papers/papers-worker?worker&url'
import { workbench } from '../../../renderer/windows/desk/papers/workbench'
import type { LetterModel } from '../../../shared/letters/letter-model'

export interface BatchRun {
  readonly letters: number
  readonly bytes: number
  readonly pages: number
  readonly ms: number
  /** Longest time for which the window could not have answered a key, ms. */
  readonly longestStallMs: number
  readonly longTasks: number
}

export interface BatchPage {
  readonly runBatch: (models: readonly LetterModel[]) => Promise<BatchRun>
}

const bench = workbench(() => new Worker(workerUrl, { type: 'module' }))

/** The worker of the program, unchanged, fed letter by letter as a batch in the program would. */
async function runBatch(models: readonly LetterModel[]): Promise<BatchRun> {
  const watch = watchTheWindow()
  const started = performance.now()
  let bytes = 0
  let pages = 0
  for (const model of models) {
    const news = await bench.ask({ kind: 'make', model, options: {} })
    if (news.kind !== 'made' || !news.result.ok) throw new Error(`not made: ${JSON.stringify(news)}`)
    bytes += news.result.value.bytes.length
    pages += news.result.value.pages
  }
  const ms = performance.now() - started
  return { letters: models.length, bytes, pages, ms, ...watch.stop() }
}

/** A timer that should come every 4 ms tells how long the thread was away; long tasks are counted beside it. */
function watchTheWindow() {
  let last = performance.now()
  let longest = 0
  let longTasks = 0
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - 4)
    last = now
  }, 4)
  const observer = new PerformanceObserver(list => (longTasks += list.getEntries().length))
  observer.observe({ type: 'longtask', buffered: false })
  return {
    stop: () => {
      clearInterval(timer)
      observer.disconnect()
      return { longestStallMs: longest, longTasks }
    },
  }
}

Object.assign(window, { batchPage: { runBatch } satisfies BatchPage })
