import type { LetterNumber } from '#shared/domain/requests/letter-number'
import type { RequestSeries } from '#shared/domain/requests/request-number'

/**
 * Keys of the `series` table: one per place, workstation and year, one per agency code and year (for letters and for
 * certified copies), and one per start of an index number.
 */
export const requestSeries = ({ placeCode, workstationCode, year }: RequestSeries): string =>
  `request/${placeCode}/${workstationCode}/${year}`

export const letterSeries = ({ code, year }: Omit<LetterNumber, 'serial'>): string => `letter/${code}/${year}`

export const indexNoSeries = (prefix: string): string => `index/${prefix}`

/** 档案证明: a series beside the letters of the same code. */
export const certificateSeries = ({ code, year }: Omit<LetterNumber, 'serial'>): string => `certificate/${code}/${year}`
