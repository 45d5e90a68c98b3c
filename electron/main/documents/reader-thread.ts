import { parentPort, workerData } from 'node:worker_threads'
import { ok } from '#shared/kernel/result'
import { attachedFile, lookAtFiles } from './look-at-files'
import { readPart } from './read-part'
import type { ReaderAnswer, ReaderQuestion, ReaderTask } from './reader-messages'
import { openSource } from './sources/open-source'
import type { DocumentSource } from './sources/source'

/**
 * Entry of the thread that reads one source: what strangers wrote is taken apart here and not in the process that keeps the
 * keys, and a document that never ends ends with the thread.
 */
const task = workerData as ReaderTask
const port = parentPort!
const tell = (answer: ReaderAnswer): void => port.postMessage(answer)

void openSource(task.place, { cMaps: task.cMaps }).then(opened => {
  if (!opened.ok) return tell({ kind: 'opened', opened })
  const source = opened.value
  const { kind, name, documents, columns = [] } = source
  port.on('message', (question: ReaderQuestion) => void answerOf(source, question).then(tell))
  tell({ kind: 'opened', opened: ok({ kind, name, documents, columns }) })
})

async function answerOf(source: DocumentSource, question: ReaderQuestion): Promise<ReaderAnswer> {
  const onStep = (index: number): void => tell({ kind: 'step', index })
  switch (question.kind) {
    case 'part': {
      const part = await readPart(source, question.from, { slow: new Set(question.slow), onStep })
      return { kind: 'part', part }
    }
    case 'look':
      return { kind: 'looked', files: await lookAtFiles(source, question.wanted, onStep) }
    case 'file':
      return { kind: 'file', file: await attachedFile(source, question.wanted) }
  }
}
