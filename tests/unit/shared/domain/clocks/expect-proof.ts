import { expect } from 'vitest'
import type { DueDate } from '#shared/domain/clocks/due-date'

/** The proof must be what it says: one line per day, in order, adding up to the due date it reports. */
export function expectProofAddsUp(due: DueDate): void {
  const { proof, tally } = due
  const isCounted = (kind: string) => kind === 'counted' || kind === 'makeUp'
  const sum = tally.calendarDays - tally.weekendDays - tally.holidays - tally.pausedWorkingDays
  const span = (Date.parse(due.dueOn) - Date.parse(due.startedOn)) / 86_400_000
  const ordinals = proof.filter(line => isCounted(line.kind)).map(line => line.ordinal)
  const wrong = [
    proof[0]?.on !== due.startedOn || proof[0].kind !== 'receipt',
    proof.at(-1)?.on !== due.dueOn || proof.at(-1)?.ordinal !== tally.workingDays,
    proof.length !== span + 1 || tally.calendarDays !== span,
    sum !== tally.workingDays,
    tally.workingDays + tally.makeUpAllowance !== due.workingDays,
    ordinals.some((ordinal, i) => ordinal !== i + 1),
    proof.some(line => !isCounted(line.kind) && line.ordinal !== undefined),
    (due.certainty === 'final') !== (due.missingYears.length === 0 && due.openPauses.length === 0),
    tally.makeUpAllowance !== (due.missingYears.length > 0 ? 2 : 0),
  ]
  // One expectation per due date: tens of thousands of them are made.
  if (wrong.includes(true)) expect({ due, wrong }).toEqual('a proof that adds up')
}
