import type { PapersNews, PapersOrder, PapersProgress } from './papers-messages'

type Unnumbered<O> = O extends PapersOrder ? Omit<O, 'id'> : never

interface Waiting {
  readonly answer: (news: PapersNews) => void
  readonly onProgress: ((done: number) => void) | undefined
}

export interface Workbench {
  /** `onProgress` hears how many rows of a table are laid out. */
  ask(order: Unnumbered<PapersOrder>, onProgress?: (done: number) => void): Promise<PapersNews>
  stop(): void
}

/** Numbers orders to one worker and hands each its answer. The worker starts with the first order. */
export function workbench(startWorker: () => Worker): Workbench {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastId = 0
  /** Whoever still waits is told: a letter that never comes must not leave a page busy for ever. */
  const breakOff = (why: string): void => {
    worker?.terminate()
    worker = null
    for (const [id, { answer }] of waiting) answer({ id, kind: 'broken', why })
    waiting.clear()
  }
  const start = (): Worker => {
    const started = startWorker()
    started.onmessage = ({ data }: MessageEvent<PapersNews | PapersProgress>) => {
      if (data.kind === 'progress') return waiting.get(data.id)?.onProgress?.(data.done)
      waiting.get(data.id)?.answer(data)
      waiting.delete(data.id)
    }
    started.onerror = () => breakOff('workerBroke')
    return started
  }
  return {
    ask: (order, onProgress) =>
      new Promise(resolve => {
        const id = ++lastId
        waiting.set(id, { answer: resolve, onProgress })
        worker ??= start()
        worker.postMessage({ ...order, id })
      }),
    stop: () => breakOff('stopped'),
  }
}
