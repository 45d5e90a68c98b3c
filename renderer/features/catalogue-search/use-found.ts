import { useEffect, useState } from 'react'
import type { CatalogueSearch, FoundPage, SearchQuestion, SearchRefusal } from '#shared/application/catalogue-search'
import { followAnswers } from './follow-answers'

export interface Found {
  /** The newest answer there is; the one before stays on screen until the next has come. */
  readonly page: FoundPage | undefined
  /** The line that `page` answers. */
  readonly line: string
  readonly refusal: Exclude<SearchRefusal, { kind: 'superseded' }> | null
}

/**
 * Asks anew with every key, and by itself when the index is ready or has taken in what was saved; what is superseded leaves
 * no trace. `asked` must be the same object between renders.
 */
export function useFound(search: CatalogueSearch, asked: SearchQuestion): Found {
  const [found, setFound] = useState<Found>({ page: undefined, line: '', refusal: null })
  useEffect(
    () =>
      followAnswers(search, asked, answer => {
        if (answer.ok) setFound({ page: answer.value, line: asked.line, refusal: null })
        else setFound(before => ({ ...before, refusal: answer.problem }))
      }),
    [search, asked],
  )
  return found
}
