import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { Office } from '#shared/domain/agencies/office'
import { settingsAt } from '#shared/domain/agencies/office-settings'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { pledgeOf } from '#shared/domain/clocks/pledge'
import type { RequestId } from '#shared/domain/requests/request-facts'

/** The day by which the office promised to deal with a request; nothing once the letter is issued. */
export function pledgedDays(
  records: readonly RequestRecord[],
  { calendar, today }: Pick<Desk, 'calendar' | 'today'>,
  office: Office | undefined,
): (requestId: RequestId) => CivilDate | undefined {
  const versions = office?.settingsVersions ?? []
  // Most offices promise nothing, and then no card is looked at.
  if (!versions.some(({ settings }) => settings.makesPledge)) return () => undefined
  const byId = new Map(records.map(record => [record.requestId, record.request]))
  return requestId => {
    const request = byId.get(requestId)
    if (!request || request.letter || request.carriedIn) return undefined
    const { registered, clockFacts } = request
    const settings = settingsAt(versions, registered.hlc)
    return pledgeOf({ registeredAt: registered.at, clockFacts, settings }, calendar, today)?.handledBy
  }
}
