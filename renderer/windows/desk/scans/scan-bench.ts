import type { ScanNews, ScanOrder } from './scan-messages'

type Unnumbered<O> = O extends ScanOrder ? Omit<O, 'id'> : never

export interface ScanBench {
  ask(order: Unnumbered<ScanOrder>): Promise<ScanNews>
  /** Ends the worker at once, whatever it is doing. */
  stop(): void
}

/** One worker for one file. Whoever waits when it breaks or is stopped is told so. */
export function scanBench(startWorker: () => Worker): ScanBench {
  const waiting = new Map<number, (news: ScanNews) => void>()
  const worker = startWorker()
  let lastId = 0
  let isStopped = false
  const stop = (): void => {
    isStopped = true
    worker.terminate()
    for (const [id, answer] of waiting) answer({ id, kind: 'broken' })
    waiting.clear()
  }
  worker.onmessage = ({ data }: MessageEvent<ScanNews>) => {
    waiting.get(data.id)?.(data)
    waiting.delete(data.id)
  }
  worker.onerror = stop
  return {
    ask: order =>
      new Promise(resolve => {
        const id = ++lastId
        if (isStopped) return resolve({ id, kind: 'broken' })
        waiting.set(id, resolve)
        worker.postMessage({ ...order, id })
      }),
    stop,
  }
}
