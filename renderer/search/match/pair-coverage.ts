import { tokenClass } from '../text/units'

/** Which of its two units a pair vouches for. */
export type PairCoverage = 'both' | 'first' | 'second'

/** 发 + token says that a token follows 发, and not which: 发5 must not be found where 发15 stands. */
export function pairCoverage(first: number, second: number): PairCoverage {
  if (first === tokenClass) return 'second'
  return second === tokenClass ? 'first' : 'both'
}
