import type { IndexQueue, QueueRow } from '../../../renderer/search/index/drain-queue'
import type { DocumentSource, SearchDocument } from '../../../renderer/search/search-document'

/** Stands for the catalogue: its documents and the queue rows that are written with them. Survives every crash. */
export interface Shelf {
  readonly documents: Map<string, SearchDocument>
  readonly source: DocumentSource
  readonly queue: IndexQueue
  readonly queued: number
  put(document: SearchDocument): void
  remove(id: string): void
}

export function createShelf(): Shelf {
  const documents = new Map<string, SearchDocument>()
  let rows: QueueRow[] = []
  let seq = 0
  const note = (id: string) => void rows.push({ seq: ++seq, id })
  return {
    documents,
    get queued() {
      return rows.length
    },
    source: { read: ids => Promise.resolve(ids.map(id => documents.get(id))) },
    queue: {
      take: most => Promise.resolve(rows.slice(0, most)),
      remove(done) {
        const seqs = new Set(done.map(row => row.seq))
        rows = rows.filter(row => !seqs.has(row.seq))
        return Promise.resolve()
      },
    },
    put(document) {
      documents.set(document.id, document)
      note(document.id)
    },
    remove(id) {
      documents.delete(id)
      note(id)
    },
  }
}
