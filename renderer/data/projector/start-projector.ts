import type { EarlyWorker } from './early-worker'
import type { Progress, ProjectorFailure, ProjectorNews, ProjectorOrder, PullAnswer } from './projector-messages'

type ViewReady = Extract<ProjectorNews, { kind: 'viewReady' }>

export interface ProjectorStart {
  /** Makes the worker; the Trusted Types policy that admits its address belongs to the window. */
  readonly createWorker: () => Worker
  /** One that was started before there was a desk; taken instead where it fits. */
  readonly early?: EarlyWorker | undefined
  readonly rowsKey: Uint8Array
  readonly actsUrl: string
  /** After the start, and again after every rebuild. */
  readonly onView: (view: ViewReady) => void
  readonly onProgress: (progress: Progress) => void
  /** The view could not be opened or rebuilt. Also called where the worker itself breaks. */
  readonly onFailure: (failure: ProjectorFailure) => void
}

export interface RunningProjector {
  /**
   * Answers when act `seq` of this machine is in the view; a screen may then expect to see it. Null: when everything is that
   * was there, also of other machines. Never rejects.
   */
  pull(seq: number | null): Promise<PullAnswer>
  reportDamage(database: string): void
  /** Ends the worker, and with it the key and every plain row it holds. Open pulls are answered with a failure. */
  stop(): void
}

const ended: PullAnswer = { ok: false, failure: { why: 'unreachable', errorName: 'ProjectorEnded' } }

/** The page's side of the projector. One a window. */
export function startProjector(start: ProjectorStart): RunningProjector {
  const early = start.early?.take(start.rowsKey)
  const worker = early?.worker ?? start.createWorker()
  const waiting = new Map<number, (answer: PullAnswer) => void>()
  let isEnded = false
  let lastId = 0

  const order = (message: ProjectorOrder) => worker.postMessage(message)
  const end = () => {
    isEnded = true
    worker.terminate()
    for (const answer of waiting.values()) answer(ended)
    waiting.clear()
  }

  const hear = (news: ProjectorNews) => {
    if (isEnded) return
    if (news.kind === 'progress') start.onProgress(news)
    else if (news.kind === 'viewReady') start.onView(news)
    else if (news.kind === 'failed') start.onFailure(news.failure)
    else {
      waiting.get(news.id)?.(news.answer)
      waiting.delete(news.id)
    }
  }
  worker.onmessage = ({ data }: MessageEvent<ProjectorNews>) => hear(data)
  worker.onerror = () => {
    end()
    start.onFailure({ why: 'storage', errorName: 'WorkerError' })
  }
  if (!early?.isOpen) order({ kind: 'open', rowsKey: start.rowsKey, actsUrl: start.actsUrl })
  // Before anything that it says from now on, and not before whoever starts the projector has it in hand.
  queueMicrotask(() => early?.heard.forEach(hear))

  return {
    pull: seq =>
      new Promise(resolve => {
        if (isEnded) return resolve(ended)
        waiting.set(++lastId, resolve)
        order({ kind: 'pull', id: lastId, seq })
      }),
    reportDamage: database => order({ kind: 'viewDamaged', database }),
    stop: end,
  }
}
