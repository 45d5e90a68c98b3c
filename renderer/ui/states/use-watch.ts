import { useEffect, useState } from 'react'

type Watched<T> = (listener: (value: T) => void) => () => void

/**
 * Follows something that changes by itself. Undefined until it has spoken for the first time; `watch` must stay the
 * same function between renders, and a new one starts anew.
 */
export function useWatch<T>(watch: Watched<T>): T | undefined {
  const [heard, setHeard] = useState<{ readonly from: Watched<T>; readonly value: T }>()
  useEffect(() => watch(value => setHeard({ from: watch, value })), [watch])
  return heard?.from === watch ? heard.value : undefined
}
