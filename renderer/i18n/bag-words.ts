import type { BagProblem } from '#shared/contracts/bag-problem'
import type { Translate } from './message'

/** What is wrong with a package, with the file it is about. */
export function bagWords(bag: BagProblem, t: Translate): string {
  const values = { path: '', other: '', version: '', line: '', said: '', actual: '', ...bag }
  return bag.kind === 'bagHostile' ? t(`docImport.hostile.${bag.why}`, values) : t(`docImport.bag.${bag.kind}`, values)
}
