import type { PapersNews, PapersOrder } from './papers-messages'

type Unnumbered<O> = O extends PapersOrder ? Omit<O, 'id'> : never

export interface Workbench {
  ask(order: Unnumbered<PapersOrder>): Promise<PapersNews>
  stop(): void
}

/** Numbers orders to one worker and hands each its answer. The worker starts with the first order. */
export function workbench(startWorker: () => Worker): Workbench {
  const waiting = new Map<number, (news: PapersNews) => void>()
  let worker: Worker | null = null
  let lastId = 0
  /** Whoever still waits is told: a letter that never comes must not leave a page busy for ever. */
  const breakOff = (why: string): void => {
    worker?.terminate()
    worker = null
    for (const [id, answer] of waiting) answer({ id, kind: 'broken', why })
    waiting.clear()
  }
  const start = (): Worker => {
    const started = startWorker()
    started.onmessage = ({ data }: MessageEvent<PapersNews>) => {
      waiting.get(data.id)?.(data)
      waiting.delete(data.id)
    }
    started.onerror = () => breakOff('workerBroke')
    return started
  }
  return {
    ask: order =>
      new Promise(resolve => {
        const id = ++lastId
        waiting.set(id, resolve)
        worker ??= start()
        worker.postMessage({ ...order, id })
      }),
    stop: () => breakOff('stopped'),
  }
}
