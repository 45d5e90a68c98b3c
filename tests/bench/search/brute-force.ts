import type { Query } from '../../../renderer/search/query/query'
import type { SearchDocument } from '../../../renderer/search/search-document'
import { fold } from '../../../renderer/search/text/fold'
import { pinyinInitials } from '../../../renderer/search/text/pinyin-initials'

/** Every document that answers, found by looking through all of them. */
export type BruteForce = (query: Query) => readonly string[]

/** Holds the folded texts in memory, which is kind to it: reading them from disk would cost many times more. */
export function createBruteForce(documents: Iterable<SearchDocument>): BruteForce {
  const folded = [...documents].map(document => ({
    document,
    title: fold(document.title),
    docNo: fold(document.docNo),
    any: [document.title, document.docNo, document.body].map(fold).join('\n'),
    issuer: fold(document.facets.issuer),
    initials: once(() => Object.values(pinyinInitials(document.title)).join('\n')),
  }))
  type Folded = (typeof folded)[number]
  const holds = (query: Query): ((one: Folded) => boolean) => {
    switch (query.kind) {
      case 'words': {
        const isThere = finder(query.text, query.isPrefix)
        return one => isThere(one[query.field])
      }
      case 'initials':
        return one => one.initials().includes(query.letters)
      case 'all': {
        const parts = query.of.map(holds)
        return one => parts.every(part => part(one))
      }
      case 'any': {
        const parts = query.of.map(holds)
        return one => parts.some(part => part(one))
      }
      case 'not': {
        const part = holds(query.of)
        return one => !part(one)
      }
      case 'facet':
        if (query.name !== 'issuer') throw new Error('the bench filters by issuer only')
        return one => one.issuer.includes(query.text)
      case 'days':
        return ({ document: { day } }) => day !== null && day >= (query.from ?? -1e9) && day <= (query.to ?? 1e9)
    }
  }
  return query => folded.filter(holds(query)).map(({ document }) => document.id)
}

/** Written once more than in the product on purpose: a slip there must not hide itself. */
function finder(text: string, isPrefix: boolean): (folded: string) => boolean {
  const isLetter = (character: string | undefined) => character !== undefined && /[0-9a-z]/.test(character)
  const [checksLeft, checksRight] = [isLetter(text[0]), !isPrefix && isLetter(text.at(-1))]
  return folded => {
    for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1)) {
      const isCutLeft = checksLeft && isLetter(folded[at - 1])
      const isCutRight = checksRight && isLetter(folded[at + text.length])
      if (!isCutLeft && !isCutRight) return true
    }
    return false
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
