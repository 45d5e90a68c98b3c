import { useEffect, useState } from 'react'
import type { CatalogueSearch, FoundPage, SearchQuestion, SearchRefusal } from '#shared/application/catalogue-search'

export interface Found {
  /** The newest answer there is; the one before stays on screen until the next has come. */
  readonly page: FoundPage | undefined
  /** The line that `page` answers. */
  readonly line: string
  readonly refusal: Exclude<SearchRefusal, { kind: 'superseded' }> | null
}

/** Asks anew with every key; what is superseded leaves no trace. `asked` must be the same object between renders. */
export function useFound(search: CatalogueSearch, asked: SearchQuestion): Found {
  const [found, setFound] = useState<Found>({ page: undefined, line: '', refusal: null })
  useEffect(() => {
    let isCurrent = true
    void search.ask(asked).then(answer => {
      if (!isCurrent) return
      if (answer.ok) setFound({ page: answer.value, line: asked.line, refusal: null })
      else if (answer.problem.kind !== 'superseded') {
        const { problem } = answer
        setFound(before => ({ ...before, refusal: problem }))
      }
    })
    return () => {
      isCurrent = false
    }
  }, [search, asked])
  return found
}
