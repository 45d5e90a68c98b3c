import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { indexNumber, indexSeries, numberingProblem, type IndexNumbering } from '#shared/domain/catalogue/index-number'

/** The next number of the series that a document of this day belongs to; undefined while it is not known. */
export function useProposedNumber(
  { documents }: Pick<Desk, 'documents'>,
  numbering: IndexNumbering | undefined,
  on: CivilDate,
): string | undefined {
  const [proposed, setProposed] = useState<string>()
  useEffect(() => {
    if (!numbering || numberingProblem(numbering)) return
    let isHere = true
    const series = indexSeries(numbering, on)
    void documents
      .nextIndexSerial(series)
      .then(serial => (isHere ? setProposed(indexNumber(series, serial)) : undefined))
    return () => {
      isHere = false
    }
  }, [documents, numbering, on])
  return numbering ? proposed : undefined
}
