import type { AgencyId } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { boardGroups, isInGroup } from '#shared/domain/requests/board-groups'
import type { Channel, DecisionType, PersonId } from '#shared/domain/requests/request-facts'
import type { Approval, RequestStatus } from '#shared/domain/requests/request-state'
import { plain } from '#shared/application/requests/request-words'
import type { ListedRow } from './list-rows'

export const chips = ['all', 'open', ...boardGroups, 'served'] as const
export type Chip = (typeof chips)[number]

/** What narrows the list besides chip and words; each is left out where anything will do. */
export interface Narrowing {
  readonly agencyId?: AgencyId
  readonly status?: RequestStatus
  readonly decision?: DecisionType
  readonly channel?: Channel
  /** How the letter was approved: the auditor counts what went round the program (reference 10). */
  readonly approval?: Approval
  readonly handler?: PersonId
  readonly dueFrom?: CivilDate
  readonly dueTo?: CivilDate
  readonly receivedFrom?: CivilDate
  readonly receivedTo?: CivilDate
}

export type NarrowingName = keyof Narrowing

export interface Condition extends Narrowing {
  readonly chip: Chip
  readonly text: string
}

const inChip: Readonly<Record<Chip, (row: ListedRow) => boolean>> = {
  all: () => true,
  open: row => row.lane !== 'served',
  ...isInGroup,
  served: row => row.lane === 'served',
}

/** From the same rows that the list shows. */
export const countOf = (chip: Chip, rows: readonly ListedRow[]): number => rows.filter(inChip[chip]).length

export const countsOf = (rows: readonly ListedRow[]): Readonly<Record<Chip, number>> =>
  Object.fromEntries(chips.map(chip => [chip, countOf(chip, rows)])) as Record<Chip, number>

const narrows: { readonly [N in NarrowingName]: (row: ListedRow, wanted: NonNullable<Narrowing[N]>) => boolean } = {
  agencyId: (row, wanted) => row.agencyId === wanted,
  status: (row, wanted) => row.status === wanted,
  decision: (row, wanted) => row.decision === wanted,
  channel: (row, wanted) => row.channel === wanted,
  approval: (row, wanted) => row.approval === wanted,
  handler: (row, wanted) => row.handler === wanted,
  dueFrom: (row, wanted) => row.dueOn >= wanted,
  dueTo: (row, wanted) => row.dueOn <= wanted,
  receivedFrom: (row, wanted) => row.receivedOn !== undefined && row.receivedOn >= wanted,
  receivedTo: (row, wanted) => row.receivedOn !== undefined && row.receivedOn <= wanted,
}

export const narrowingNames = Object.keys(narrows) as readonly NarrowingName[]

/** Names of the conditions besides chip and words that are set. */
export const narrowingsOf = (condition: Condition): readonly NarrowingName[] =>
  narrowingNames.filter(name => condition[name] !== undefined)

/** Every word typed must stand somewhere in the row, and every other condition must hold. */
export function rowsFor(condition: Condition, rows: readonly ListedRow[]): readonly ListedRow[] {
  const words = plain(condition.text).split(/\s+/u).filter(Boolean)
  const checks = narrowingsOf(condition).map(name => {
    const narrow = narrows[name] as (row: ListedRow, wanted: unknown) => boolean
    return (row: ListedRow) => narrow(row, condition[name])
  })
  const isIn = inChip[condition.chip]
  return rows.filter(row => isIn(row) && checks.every(holds => holds(row)) && words.every(word => says(row, word)))
}

const says = (row: ListedRow, word: string): boolean =>
  row.searchText.includes(word) || ([...word].length >= 4 && row.searchNumbers.includes(word))

/** What was saved, as far as it can be read: a condition of another version loses what is not known here. */
export function readCondition(saved: unknown): Condition | null {
  if (typeof saved !== 'object' || saved === null) return null
  const fields = saved as Readonly<Record<string, unknown>>
  const chip = chips.find(each => each === fields['chip'])
  if (!chip || typeof fields['text'] !== 'string') return null
  const known = narrowingNames.filter(name => typeof fields[name] === 'string').map(name => [name, fields[name]])
  return { chip, text: fields['text'], ...(Object.fromEntries(known) as Narrowing) }
}
