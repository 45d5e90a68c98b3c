import { Worker } from 'node:worker_threads'
import type { SourceProblem } from '#shared/contracts/document-source'
import type { BesideFile } from '#shared/contracts/intake-channels'
import { err, ok, type Result } from '#shared/kernel/result'
import { slowestMs } from './limits'
import type { WantedFile } from './look-at-files'
import type { Part } from './read-part'
import type { ReaderAnswer, ReaderQuestion, ReaderTask, SourceFacts } from './reader-messages'
import type { AttachedFile } from './sources/source'

/** A source that is open in a thread of its own. */
export interface RunningReader extends SourceFacts {
  /** Null where the thread ended in a way that reading on cannot mend. */
  read(from: number): Promise<Part | null>
  look(wanted: readonly WantedFile[]): Promise<readonly BesideFile[] | null>
  /** `nothing`: there is no such file. */
  file(wanted: WantedFile): Promise<AttachedFile | 'nothing' | null>
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
          const answer = await thread.ask({ kind: 'part', from, slow: [...slow] }, patience)
          if (answer.kind === 'part') return answer.part
          slow.add((answer.kind === 'stuck' ? answer.at : null) ?? from)
          if (!(await again())) return null
        }
        return null
      },
      look: async wanted => {
        const answer = await thread.ask({ kind: 'look', wanted }, patience)
        if (answer.kind === 'looked') return answer.files
        await again()
        return null
      },
      file: async wanted => {
        const answer = await thread.ask({ kind: 'file', wanted }, patience)
        if (answer.kind === 'file') return answer.file ?? 'nothing'
        await again()
        return null
      },
      stop: () => thread.end(),
    })
  }
}

/** Of one part: every try leaves out one more of its documents. */
const mostTries = 51

/** `stuck`: it was silent for too long, or ended; `at` is the document it was reading. */
type ReaderReply =
  | Exclude<ReaderAnswer, { readonly kind: 'opened' | 'step' }>
  | { readonly kind: 'stuck'; readonly at: number | null }

interface RunningThread {
  readonly opened: Promise<Result<SourceFacts, SourceProblem>>
  ask(question: ReaderQuestion, patience: number): Promise<ReaderReply>
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
  const ask: RunningThread['ask'] = (question, patience) =>
    new Promise(resolve => {
      let at: number | null = null
      const stuck = (): void => resolve({ kind: 'stuck', at })
      let timer = setTimeout(stuck, patience)
      hear = answer => {
        clearTimeout(timer)
        if (answer === 'ended') return stuck()
        if (answer.kind !== 'step' && answer.kind !== 'opened') return resolve(answer)
        if (answer.kind === 'step') at = answer.index
        timer = setTimeout(stuck, patience)
      }
      thread.postMessage(question)
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
