import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { MadePaper } from './paper-stage'

/**
 * The last paper that was made, and whether it is the one that `key` asks for now: until then nothing goes out. `key`
 * says everything that the paper is made of; it is made anew where that changes, and not where the page is drawn anew.
 */
export function useMadePaper<P>(key: string, make: () => Promise<MadePaper<P>>): readonly [MadePaper<P>, boolean] {
  const [made, setMade] = useState<{ readonly of: string | null; readonly made: MadePaper<P> }>({
    of: null,
    made: { kind: 'composing' },
  })
  const latest = useRef(make)
  useLayoutEffect(() => {
    latest.current = make
  })
  useEffect(() => {
    let isHere = true
    void latest.current().then(answer => (isHere ? setMade({ of: key, made: answer }) : undefined))
    return () => {
      isHere = false
    }
  }, [key])
  return [made.made, made.of === key]
}
