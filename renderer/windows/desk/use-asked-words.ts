import { useEffect, useState } from 'react'
import { hrefOf, parseRoute } from './routes'

/** Words that a page was asked for with. Never in the address: a name may be among them. */
export interface AskedWords {
  readonly text: string
  /** Counts the askings, so that the same words twice are heard twice. */
  readonly time: number
}

export type AskWords = (text: string) => void

/** Whoever has left the page and comes back by another way finds it as always. */
export function useAskedWords(page: 'requests' | 'search'): readonly [AskedWords | null, AskWords] {
  const [words, setWords] = useState<AskedWords | null>(null)
  useEffect(() => {
    const follow = () => (parseRoute(location.hash).page === page ? undefined : setWords(null))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [page])
  const ask = (text: string): void => {
    setWords({ text, time: (words?.time ?? 0) + 1 })
    location.hash = hrefOf({ page })
  }
  return [words, ask]
}
