import type { Desk } from '#shared/application/desk'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import { useMessages } from '../../i18n/messages-provider'
import { useWatch } from '../../ui/states/use-watch'

export interface AgencyNoteProps {
  readonly desk: Desk
  readonly agencyId: AgencyId
}

/** Which agency answers; said only where the office serves more than one. */
export function AgencyNote({ desk, agencyId }: AgencyNoteProps) {
  const { t } = useMessages()
  const agencies = useWatch(desk.offices.watchOffice)?.office.agencies ?? []
  const agency = agencies.find(one => one.agencyId === agencyId)
  return agency && agencies.length > 1 ? <span>{t('requests.head.agency', { name: agency.name })}</span> : null
}
