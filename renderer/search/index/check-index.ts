import type { Query } from '../query/query'
import type { DocumentSource } from '../search-document'
import { fold } from '../text/fold'
import { isAlphanumeric } from '../text/folded-character'
import type { SearchIndex } from './search-index'

export interface CheckReport {
  readonly checked: number
  /** Documents that a piece of their own text did not find. */
  readonly missing: readonly { readonly id: string; readonly text: string }[]
  /** Documents that the index knows and the source does not. */
  readonly gone: readonly string[]
}

/**
 * Looks for sampled documents by pieces of their own texts. `random` is a number in [0, 1) at each call. Run while no
 * change is queued; whoever reports something missing has the index built again.
 */
export async function checkIndex(
  index: SearchIndex,
  {
    source,
    ids,
    random,
  }: { readonly source: DocumentSource; readonly ids: readonly string[]; readonly random: () => number },
): Promise<CheckReport> {
  const missing: { id: string; text: string }[] = []
  const gone: string[] = []
  const documents = await source.read(ids)
  for (const [at, id] of ids.entries()) {
    const document = documents[at]
    const isKnown = index.snapshot.segments.some(segment => segment.find(id) >= 0)
    if (!document) {
      if (isKnown) gone.push(id)
      continue
    }
    for (const text of [pieceOf(fold(document.body), random), fold(document.title)]) {
      if (text !== '' && !(await isFound(index, id, text))) missing.push({ id, text })
    }
  }
  return { checked: ids.length, missing, gone }
}

async function isFound(index: SearchIndex, id: string, text: string): Promise<boolean> {
  const query: Query = { kind: 'words', text, isPrefix: false, field: 'any' }
  const found = await index.ids(query)
  return found.ok && found.value.includes(id)
}

const pieceLength = 6

/** Some characters in a row that do not begin or end within a token or a character. */
function pieceOf(folded: string, random: () => number): string {
  const letters = [...folded]
  let from = Math.floor(random() * Math.max(1, letters.length - pieceLength))
  let to = Math.min(letters.length, from + pieceLength)
  const isToken = (at: number) => isAlphanumeric((letters[at] ?? '').charCodeAt(0))
  while (from > 0 && isToken(from) && isToken(from - 1)) from--
  while (to < letters.length && isToken(to) && isToken(to - 1)) to++
  return letters
    .slice(from, to)
    .join('')
    .replace(/^[\u0001\u0002]+|[\u0001\u0002]+$/g, '')
}
