import { Worker } from 'node:worker_threads'
import type { SourceProblem } from '#shared/contracts/document-source'
import { err, ok, type Result } from '#shared/kernel/result'
import { slowestMs, type Part } from './read-part'
import type { AskPart, ReaderAnswer, ReaderTask, SourceFacts } from './reader-messages'

/** A source that is open in a thread of its own. */
export interface RunningReader extends SourceFacts {
  /** Null where the thread ended in a way that reading on cannot mend. */
  read(from: number): Promise<Part | null>
  stop(): void
}

export type StartReader = (place: string) => Promise<Result<RunningReader, SourceProblem>>

export interface ReaderThreads {
  /** The thread's program as one text, as the journal's check is started. */
  readonly source: () => string
  readonly cMaps: string
  readonly slowestMs?: number
}

/** Memory of one thread: a document that needs more ends its thread and not the program. */
const resourceLimits = { maxOldGenerationSizeMb: 1_024 }

/**
 * Reads each source in a thread. One that is silent for too long, or breaks, is ended; the document it was reading is left
 * out as too slow, and a new thread goes on behind it.
 */
export function readerInThread({ source, cMaps, slowestMs: patience = slowestMs }: ReaderThreads): StartReader {
  return async place => {
    const slow = new Set<number>()
    let thread = startThread(source(), { place, cMaps })
    const opened = await thread.opened
    if (!opened.ok) {
      thread.end()
      return opened
    }
    const again = async (): Promise<boolean> => {
      thread.end()
      thread = startThread(source(), { place, cMaps })
      return (await thread.opened).ok
    }
    return ok({
      ...opened.value,
      read: async from => {
        for (let tries = 0; tries < mostTries; tries++) {
          const answer = await thread.ask({ from, slow: [...slow] }, patience)
          if (answer.kind === 'part') return answer.part
          slow.add(answer.stuckAt ?? from)
          if (!(await again())) return null
        }
        return null
      },
      stop: () => thread.end(),
    })
  }
}

/** Of one part: every try leaves out one more of its documents. */
const mostTries = 51

interface RunningThread {
  readonly opened: Promise<Result<SourceFacts, SourceProblem>>
  ask(
    part: AskPart,
    patience: number,
  ): Promise<{ kind: 'part'; part: Part } | { kind: 'stuck'; stuckAt: number | null }>
  end(): void
}

function startThread(program: string, task: ReaderTask): RunningThread {
  const thread = new Worker(program, { eval: true, workerData: task, resourceLimits })
  let hear: (answer: ReaderAnswer | 'ended') => void = () => {}
  thread.on('message', (answer: ReaderAnswer) => hear(answer))
  thread.on('error', () => hear('ended'))
  thread.on('exit', () => hear('ended'))
  const opened = new Promise<Result<SourceFacts, SourceProblem>>(resolve => {
    hear = answer => {
      if (answer === 'ended') resolve(err({ kind: 'sourceUnreadable', why: 'damaged' }))
      else if (answer.kind === 'opened') resolve(answer.opened)
    }
  })
  const ask: RunningThread['ask'] = (part, patience) =>
    new Promise(resolve => {
      let at: number | null = null
      const stuck = (): void => resolve({ kind: 'stuck', stuckAt: at })
      let timer = setTimeout(stuck, patience)
      hear = answer => {
        clearTimeout(timer)
        if (answer === 'ended') return stuck()
        if (answer.kind === 'part') return resolve({ kind: 'part', part: answer.part })
        if (answer.kind === 'step') at = answer.index
        timer = setTimeout(stuck, patience)
      }
      thread.postMessage(part)
    })
  return {
    opened,
    ask,
    end: () => {
      hear = () => {}
      void thread.terminate()
    },
  }
}
