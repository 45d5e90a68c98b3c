import Dexie, { type Table } from 'dexie'
import { fold } from '../../../../renderer/search/text/fold'
import { makeDocument } from '../../search/corpus'
import type { DexieFigures, DexieWork } from './page'

/** The usual way with Dexie: every pair of characters of a document in a multi-entry index. */
export async function dexiePairs({ count, length, mostSeconds, lines }: DexieWork): Promise<DexieFigures> {
  const db = new Dexie('pairs', { chromeTransactionDurability: 'relaxed' })
  db.version(1).stores({ texts: 'id, *pairs' })
  const texts: Table<{ id: string; pairs: string[] }, string> = db.table('texts')
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  let documents = 0
  while (documents < count && seconds() < mostSeconds) {
    const some = Array.from({ length: Math.min(50, count - documents) }, (_, i) => {
      const { id, title, docNo, body } = makeDocument(documents + i, { seed: 1, length })
      return { id, pairs: pairsOf([title, docNo, body].join('\n')) }
    })
    await texts.bulkPut(some)
    documents += some.length
  }
  const built = seconds()
  const ms: number[] = []
  if (documents === count) {
    for (const line of lines) {
      const asked = performance.now()
      const lists = await Promise.all(pairsOf(line).map(pair => texts.where('pairs').equals(pair).primaryKeys()))
      lists.reduce((both, list) => both.filter(id => list.includes(id)), lists[0] ?? [])
      ms.push(performance.now() - asked)
      if (seconds() > mostSeconds * 2) break
    }
  }
  db.close()
  await Dexie.delete('pairs')
  return { documents, seconds: built, ms }
}

function pairsOf(text: string): string[] {
  const folded = fold(text)
  return [...new Set(Array.from({ length: Math.max(0, folded.length - 1) }, (_, at) => folded.slice(at, at + 2)))]
}
