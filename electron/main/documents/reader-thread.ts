import { parentPort, workerData } from 'node:worker_threads'
import { ok } from '#shared/kernel/result'
import { readPart } from './read-part'
import type { AskPart, ReaderAnswer, ReaderTask } from './reader-messages'
import { openSource } from './sources/open-source'

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
  port.on('message', ({ from, slow }: AskPart) => {
    const onStep = (index: number): void => tell({ kind: 'step', index })
    void readPart(source, from, { slow: new Set(slow), onStep }).then(part => tell({ kind: 'part', part }))
  })
  tell({ kind: 'opened', opened: ok({ kind, name, documents, columns }) })
})
