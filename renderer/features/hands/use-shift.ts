import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { handOver, type ShiftOutcome } from '#shared/application/requests/shift'
import type { PersonId } from '#shared/domain/requests/request-facts'

export type Shift =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'over'; readonly outcomes: readonly ShiftOutcome[] }

export interface ShiftOrder {
  readonly cases: readonly RequestRecord[]
  readonly to: PersonId
  readonly isTemporary: boolean
}

/** Runs one hand-over at a time and keeps what came of it until the next. */
export function useShift(desk: Desk): { readonly shift: Shift; readonly start: (order: ShiftOrder) => void } {
  const [shift, setShift] = useState<Shift>({ kind: 'idle' })
  const start = (order: ShiftOrder): void => {
    if (shift.kind === 'running') return
    const total = order.cases.length
    setShift({ kind: 'running', done: 0, total })
    void handOver(desk, order, done => setShift({ kind: 'running', done, total })).then(outcomes =>
      setShift({ kind: 'over', outcomes }),
    )
  }
  return { shift, start }
}
