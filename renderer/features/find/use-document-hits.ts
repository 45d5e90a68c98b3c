import { useEffect, useState } from 'react'
import { nothingTicked, type CatalogueSearch, type FoundDocument } from '#shared/application/catalogue-search'

export interface DocumentHits {
  readonly nearest: readonly FoundDocument[]
  /** How many there are. */
  readonly count: number
  /** These words are still being looked for. */
  readonly isSearching: boolean
}

const mostHits = 5

/** Public documents that have the words. What is not public would have to be opened from its seal first: that is the search desk's. */
export function useDocumentHits(search: CatalogueSearch, text: string): DocumentHits {
  const words = text.trim()
  const [found, setFound] = useState<DocumentHits & { readonly words: string }>({ ...nothing, words: '' })
  useEffect(() => {
    if (words === '') return
    let isCurrent = true
    const question = { lane: 'find', among: 'public', line: words, isTyping: true, ticked: nothingTicked } as const
    void search.ask({ ...question, limit: mostHits, order: 'relevance' }).then(answer => {
      if (!isCurrent) return
      const hits = answer.ok ? { nearest: answer.value.hits, count: answer.value.total } : { nearest: [], count: 0 }
      setFound({ ...hits, words, isSearching: false })
    })
    return () => {
      isCurrent = false
    }
  }, [search, words])
  return found.words === words ? found : { ...nothing, isSearching: true }
}

const nothing: DocumentHits = { nearest: [], count: 0, isSearching: false }
