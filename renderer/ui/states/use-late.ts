import { useEffect, useState } from 'react'

const soonEnoughMs = 300

/** True once something has been busy for 300 ms: shorter work says nothing, so that the page does not flicker. */
export function useLate(isBusy: boolean): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isBusy) return
    const timer = setTimeout(() => setLate(true), soonEnoughMs)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isBusy])
  return isLate
}
