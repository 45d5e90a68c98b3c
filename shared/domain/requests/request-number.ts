import { err, ok, type Result } from '../../kernel/result'

/** `YX-A-2026-0187`: place, workstation, year of receipt, serial of that workstation in that year. Never an id. */
export interface RequestNumber {
  readonly placeCode: string
  readonly workstationCode: string
  readonly year: number
  readonly serial: number
}

export type RequestNumberProblem =
  | { readonly kind: 'notARequestNumber'; readonly text: string }
  | { readonly kind: 'requestSeriesFull'; readonly last: number }

export type RequestSeries = Omit<RequestNumber, 'serial'>

const lastSerial = 9_999
const shape = /^([A-Z]{2,6})-([A-Z\d]{1,3})-((?:19|20)\d{2})-(\d{4})$/

export const formatRequestNo = ({ placeCode, workstationCode, year, serial }: RequestNumber): string =>
  `${placeCode}-${workstationCode}-${year}-${String(serial).padStart(4, '0')}`

/** Spaces, full-width and small letters are forgiven, as when a number is read out over the telephone. */
export function parseRequestNo(typed: string): Result<RequestNumber, RequestNumberProblem> {
  const match = shape.exec(typed.normalize('NFKC').replace(/\s/gu, '').replace(/[‐–—]/gu, '-').toUpperCase())
  const [, placeCode, workstationCode, year, serial] = match ?? []
  if (!placeCode || !workstationCode || Number(serial) === 0) return err({ kind: 'notARequestNumber', text: typed })
  return ok({ placeCode, workstationCode, year: Number(year), serial: Number(serial) })
}

/** One more than the highest serial in use: a gap is never filled, because a number is never used twice. */
export function nextRequestNo(used: Iterable<string>, series: RequestSeries): Result<string, RequestNumberProblem> {
  let highest = 0
  for (const text of used) {
    const parsed = parseRequestNo(text)
    if (parsed.ok && isOf(series, parsed.value)) highest = Math.max(highest, parsed.value.serial)
  }
  if (highest >= lastSerial) return err({ kind: 'requestSeriesFull', last: lastSerial })
  return ok(formatRequestNo({ ...series, serial: highest + 1 }))
}

const isOf = (series: RequestSeries, number: RequestNumber): boolean =>
  series.placeCode === number.placeCode &&
  series.workstationCode === number.workstationCode &&
  series.year === number.year
