import type { VaultStatus } from '#shared/application/front-door'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import { DoorFacts, DoorName } from '../../ui/door/door-page'
import { Mark } from '../../ui/marks/mark'

export interface OfficePanelProps {
  readonly status: VaultStatus
  readonly today: CivilDate | null
}

/** Which office and which machine this is, before anybody has signed in. */
export function OfficePanel({ status, today }: OfficePanelProps) {
  const { t, format } = useMessages()
  const day = today ? (
    <>
      <span>{format.fullDay(today)}</span>
      <span>{format.weekday(today)}</span>
    </>
  ) : (
    t('signIn.todayUnknown')
  )
  return (
    <>
      <DoorName>{status.officeName}</DoorName>
      <p className="door-place">
        <span>{status.windowName}</span>
        <span>{t('signIn.workstation', { code: status.workstation })}</span>
      </p>
      <DoorFacts
        facts={[
          { label: t('signIn.today'), value: day },
          {
            label: t('signIn.ledger'),
            value: (
              <>
                <Mark flag="done" />
                {t('signIn.ledgerLocked')}
              </>
            ),
          },
          {
            label: t('signIn.network'),
            value: (
              <>
                <Mark flag="provisional" />
                {t('signIn.networkOff')}
              </>
            ),
          },
        ]}
      />
    </>
  )
}
