import type { Desk } from '#shared/application/desk'
import { useMessages } from '../../i18n/messages-provider'
import { PageHead } from '../../ui/shell/page-head'
import { ProgressLine } from '../../ui/states/progress-line'
import { useWatch } from '../../ui/states/use-watch'
import { AgenciesSheet } from './agencies-sheet'
import { FontsSheet } from './fonts-sheet'
import { KioskSheet } from './kiosk-sheet'
import { GuideSheet } from './guide-sheet'
import { MachineSheet } from './machine-sheet'
import { NumbersSheet } from './numbers-sheet'
import { OfficeSettingsSheet } from './office-settings-sheet'
import { UpdatesSheet } from './updates-sheet'
import { WordingSheet } from './wording-sheet'
import { useMachine } from './use-machine'
import { useStaffNames } from './use-staff-names'
import './settings.css'

export interface SettingsDeskProps {
  readonly desk: Pick<
    Desk,
    | 'me'
    | 'booklets'
    | 'offices'
    | 'staff'
    | 'officeActs'
    | 'machine'
    | 'kiosk'
    | 'updates'
    | 'wording'
    | 'today'
    | 'placeCode'
    | 'workstation'
  >
}

/** What the office and this machine are set to. Everyone with a seat here may look; each part says who may change it. */
export function SettingsDesk({ desk }: SettingsDeskProps) {
  const { t } = useMessages()
  const record = useWatch(desk.offices.watchOffice)
  const nameOf = useStaffNames(desk.staff)
  const machine = useMachine(desk.machine)
  const adminOnly = desk.me.posts.includes('administrator') ? undefined : t('settings.adminOnly')
  const office = record?.office
  return (
    <>
      <PageHead title={t('settings.title')} notes={adminOnly} />
      {office ? (
        <div className="settings">
          <AgenciesSheet office={office} desk={desk} nameOf={nameOf} adminOnly={adminOnly} />
          <OfficeSettingsSheet
            key={JSON.stringify([office.settings, office.agencies.length])}
            office={office}
            desk={desk}
            adminOnly={adminOnly}
          />
          <GuideSheet office={office} desk={desk} />
          <NumbersSheet office={office} desk={desk} nameOf={nameOf} />
          <WordingSheet office={office} desk={desk} nameOf={nameOf} />
          <MachineSheet machine={machine} adminOnly={adminOnly} />
          <KioskSheet care={desk.kiosk} today={desk.today} adminOnly={adminOnly} />
          <FontsSheet machine={machine} adminOnly={adminOnly} />
          <UpdatesSheet updates={desk.updates} today={desk.today} adminOnly={adminOnly} />
        </div>
      ) : (
        <ProgressLine>{t('settings.loading')}</ProgressLine>
      )}
    </>
  )
}
