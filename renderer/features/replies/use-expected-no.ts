import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { expectedLetterNo } from '#shared/application/requests/expected-letter-no'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { useMessages } from '../../i18n/messages-provider'

export interface Expected {
  readonly agency: Agency | null
  readonly letterNo: string | null
}

/** The number that issuing would draw now; undefined while it is being drawn. */
export function useExpectedNo(desk: Desk, agencyId: Agency['agencyId']): Expected | undefined {
  const [expected, setExpected] = useState<Expected>()
  useEffect(() => {
    let isCurrent = true
    const ask = async (): Promise<Expected> => {
      const agency = await desk.offices.findAgency(agencyId)
      return { agency, letterNo: agency && (await expectedLetterNo(desk, agency)) }
    }
    void ask().then(answer => (isCurrent ? setExpected(answer) : undefined))
    return () => {
      isCurrent = false
    }
  }, [desk, agencyId])
  return expected
}

/** Why no number can be given yet; undefined where one can. */
export function useWhyNoNumber(expected: Expected | undefined): string | undefined {
  const { t } = useMessages()
  if (expected?.agency) return undefined
  return t(expected ? 'replies.issue.noAgency' : 'replies.issue.numbering')
}
