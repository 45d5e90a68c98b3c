import {
  standardColumns,
  type StandardList,
  type StandardListId,
  type StandardRow,
} from '../../domain/catalogue/standard-list'

/** A standard list in hand, as it is kept while it is typed. */
export interface ListInHand {
  /** What the ledger said when this was last held against it. */
  readonly recorded: StandardList
  readonly list: StandardList
  /** Somebody else has changed what is changed here too. */
  readonly isMoved: boolean
}

export const newStandardList: StandardList = { name: '', kindOfBody: '', isSample: false, rows: [] }

export const standardDraftName = (listId: StandardListId | null): string => `standard-${listId ?? 'new'}`

export const untouchedList = (recorded: StandardList): ListInHand => ({ recorded, list: recorded, isMoved: false })

/** Nothing is changed here: no draft is kept of it. */
export const isUntouchedList = ({ recorded, list }: ListInHand): boolean => parts.every(isSame(list, recorded))

/** The list may have been saved since: what was not changed here is as it is recorded now, so that saving takes nothing back. */
export function heldAgainst(held: ListInHand, now: StandardList): ListInHand {
  const { recorded, list } = held
  if (now === recorded || parts.every(isSame(now, recorded))) return held
  const own = parts.filter(part => !isSame(list, recorded)(part))
  return {
    recorded: now,
    list: { ...now, ...Object.fromEntries(own.map(part => [part, list[part]])) },
    isMoved: held.isMoved || own.some(part => !isSame(now, recorded)(part) && !isSame(now, list)(part)),
  }
}

/** A draft as an earlier start left it; one of an earlier version says nothing of what was recorded then. */
export function takeUpListDraft(content: unknown, now: StandardList): ListInHand {
  const { recorded, list, isMoved } = fieldsOf(content)
  if (recorded === undefined) return { recorded: now, list: readList(content, now), isMoved: false }
  return heldAgainst({ recorded: readList(recorded, now), list: readList(list, now), isMoved: isMoved === true }, now)
}

const parts = ['name', 'kindOfBody', 'isSample', 'rows'] as const

const isSame =
  (one: StandardList, other: StandardList) =>
  (part: (typeof parts)[number]): boolean =>
    one[part] === other[part] || JSON.stringify(one[part]) === JSON.stringify(other[part])

/** What cannot be read of it is as it is recorded. */
function readList(content: unknown, now: StandardList): StandardList {
  const { name, kindOfBody, isSample, rows } = fieldsOf(content)
  return {
    name: typeof name === 'string' ? name : now.name,
    kindOfBody: typeof kindOfBody === 'string' ? kindOfBody : now.kindOfBody,
    isSample: typeof isSample === 'boolean' ? isSample : now.isSample,
    rows: Array.isArray(rows) ? rows.map(readRow) : now.rows,
  }
}

function readRow(content: unknown): StandardRow {
  const given = fieldsOf(content)
  const textOf = (column: string): string => (typeof given[column] === 'string' ? given[column] : '')
  return Object.fromEntries(standardColumns.map(column => [column, textOf(column)])) as unknown as StandardRow // a text for each column
}

const fieldsOf = (content: unknown): Readonly<Record<string, unknown>> =>
  typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {}
