import { useEffect, useState } from 'react'

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'] as const
const longestWarning = 10

/**
 * Counts while nobody touches anything. Answers the seconds that are left once they are few, else null; at none it calls
 * `onGone`, once. `isCounting` false: there is nothing to clear, nothing is counted.
 */
export function useIdle(seconds: number, isCounting: boolean, onGone: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    setLeft(null)
    if (!isCounting) return undefined
    let lastSign = performance.now()
    const heard = () => {
      lastSign = performance.now()
      setLeft(null)
    }
    const timer = setInterval(() => {
      const rest = Math.ceil(seconds - (performance.now() - lastSign) / 1000)
      if (rest <= 0) {
        clearInterval(timer)
        onGone()
      }
      setLeft(rest <= Math.min(longestWarning, seconds / 2) ? Math.max(0, rest) : null)
    }, 250)
    for (const sign of signsOfLife) addEventListener(sign, heard, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of signsOfLife) removeEventListener(sign, heard, { capture: true })
    }
  }, [seconds, isCounting, onGone])
  return left
}
