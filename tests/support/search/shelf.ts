import type { QueueRow } from '../../../renderer/search/index/drain-queue'
import type { SearchDocument } from '../../../renderer/search/search-document'
import type { SearchShelf } from '../../../renderer/search/worker/keep-index'

/** Stands for the catalogue: its documents and the queue rows that are written with them. Survives every crash. */
export interface Shelf extends SearchShelf {
  readonly documents: Map<string, SearchDocument>
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
    async *all() {
      const all = [...documents.values()]
      for (let at = 0; at < all.length; at += batchSize) yield await Promise.resolve(all.slice(at, at + batchSize))
    },
    someIds: (count, random) => {
      const ids = [...documents.keys()]
      return Promise.resolve(
        Array.from({ length: Math.min(count, ids.length) }, () => ids[Math.floor(random() * ids.length)] as string),
      )
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

const batchSize = 50
