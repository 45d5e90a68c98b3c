import { useEffect, useState } from 'react'
import { hrefOf, parseRoute } from './routes'

/** Words that the list was asked for from the palette. Never in the address: a name may be among them. */
export interface ListWords {
  readonly text: string
  /** Counts the askings, so that the same words twice are heard twice. */
  readonly time: number
}

/** Whoever has left the list and comes back by another way finds it as always. */
export function useListWords(): readonly [ListWords | null, (text: string) => void] {
  const [words, setWords] = useState<ListWords | null>(null)
  useEffect(() => {
    const follow = () => (parseRoute(location.hash).page === 'requests' ? undefined : setWords(null))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const ask = (text: string): void => {
    setWords({ text, time: (words?.time ?? 0) + 1 })
    location.hash = hrefOf({ page: 'requests' })
  }
  return [words, ask]
}
