import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { toldBesideLetter, type ToldBeside } from '#shared/application/requests/remedy-by-wire'
import type { ServiceWay } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'

/** What has to be told beside the letter when it goes this way; null while it is being read, and where the letter says it. */
export function useToldBeside(
  offices: Desk['offices'],
  request: DisclosureRequest,
  way: ServiceWay,
): ToldBeside | null {
  const [read, setRead] = useState<{ readonly way: ServiceWay; readonly told: ToldBeside | null } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void toldBesideLetter(offices, request, way).then(told => (isCurrent ? setRead({ way, told }) : undefined))
    return () => {
      isCurrent = false
    }
  }, [offices, request, way])
  return read?.way === way ? read.told : null
}
