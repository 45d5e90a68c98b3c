import type { VoidNumber } from '../../domain/agencies/office-facts'
import { err, ok, type Result } from '../../kernel/result'
import { typedNumber } from './typed-number'

export interface VoidForm {
  readonly series: VoidNumber['series']
  /** First and last, as printed; the last may be left empty for a single number. */
  readonly first: string
  readonly last: string
}

export type VoidFormProblem =
  | { readonly kind: 'numberShape'; readonly field: 'first' | 'last' }
  | { readonly kind: 'otherSeries' | 'backwards' }
  | { readonly kind: 'tooMany'; readonly atMost: number }

/** As the channel takes them at once. */
export const mostVoidNumbers = 50

/** Every number from the first to the last. After a restore several were drawn that the ledger does not know. */
export function numbersToVoid({ series, first, last }: VoidForm): Result<readonly string[], VoidFormProblem> {
  const from = typedNumber(series, first)
  if (!from) return err({ kind: 'numberShape', field: 'first' })
  const to = last.trim() === '' ? from : typedNumber(series, last)
  if (!to) return err({ kind: 'numberShape', field: 'last' })
  if (to.print(0) !== from.print(0)) return err({ kind: 'otherSeries' })
  const count = to.serial - from.serial + 1
  if (count < 1) return err({ kind: 'backwards' })
  if (count > mostVoidNumbers) return err({ kind: 'tooMany', atMost: mostVoidNumbers })
  return ok(Array.from({ length: count }, (_, at) => from.print(from.serial + at)))
}
