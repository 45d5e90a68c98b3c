import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import type { Office } from '#shared/domain/agencies/office'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { useToast } from '../../ui/states/use-toast'
import { AgencyDialog } from './agency-dialog'

export interface AgenciesSheetProps {
  readonly office: Office
  readonly desk: Pick<Desk, 'officeActs' | 'today'>
  readonly nameOf: (personId: string) => string
  readonly adminOnly: string | undefined
}

/** Every agency with what its letters print, and each correction with its reason. */
export function AgenciesSheet({ office, desk, nameOf, adminOnly }: AgenciesSheetProps) {
  const { t, format } = useMessages()
  const [opened, setOpened] = useState<'new' | Agency | null>(null)
  const tell = useToast()
  const done = (name: string): void => {
    tell(t(opened === 'new' ? 'settings.agency.added' : 'settings.agency.corrected', { name }))
    setOpened(null)
  }
  return (
    <Sheet
      title={t('settings.agencies')}
      aside={t('settings.agencies.aside', { n: format.count(office.agencies.length) })}
      acts={
        <Act icon="add" keys="Alt+N" disabledBecause={adminOnly} onAct={() => setOpened('new')}>
          {t('settings.agency.add')}
        </Act>
      }
    >
      <ul className="settings-agencies">
        {office.agencies.map(agency => (
          <li key={agency.agencyId}>
            <div className="settings-agency-head">
              <h3>{agency.name}</h3>
              <span className="settings-quiet">{t('settings.agency.code', { code: agency.code })}</span>
              <Act size="small" disabledBecause={adminOnly} onAct={() => setOpened(agency)}>
                {t('settings.agency.correct', { name: agency.name })}
              </Act>
            </div>
            <AgencyFacts agency={agency} />
            <Corrections office={office} agency={agency} today={desk.today} nameOf={nameOf} />
          </li>
        ))}
      </ul>
      {opened ? (
        <AgencyDialog
          acts={desk.officeActs}
          agency={opened === 'new' ? null : opened}
          onDone={done}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </Sheet>
  )
}

function AgencyFacts({ agency }: { readonly agency: Agency }) {
  const { t } = useMessages()
  const { address, contactName, contactPhone, reconsiderationBody, court } = agency
  return (
    <KeyValueList
      columns={2}
      items={[
        {
          label: t('settings.agency.reconsideration'),
          value: [reconsiderationBody.name, reconsiderationBody.address, reconsiderationBody.onlineAddress]
            .filter(Boolean)
            .join('，'),
        },
        { label: t('settings.agency.court'), value: `${court.name}，${court.address}` },
        { label: t('settings.agency.contact'), value: `${contactName}，${contactPhone}` },
        { label: t('settings.agency.address'), value: address },
        ...(agency.remedyOfGrants === 'leftOut'
          ? [
              {
                label: t('settings.agency.fieldName.remedyOfGrants'),
                value: t('settings.agency.remedyOfGrants.leftOut'),
              },
            ]
          : []),
      ]}
    />
  )
}

interface CorrectionsProps extends Pick<AgenciesSheetProps, 'office' | 'nameOf'> {
  readonly agency: Agency
  readonly today: Desk['today']
}

function Corrections({ office, agency, today, nameOf }: CorrectionsProps) {
  const { t, format } = useMessages()
  const corrections = office.agencyVersions.filter(
    version => version.agency.agencyId === agency.agencyId && version.reason !== undefined,
  )
  if (corrections.length === 0) return null
  return (
    <div className="settings-history">
      <h4>{t('settings.agency.history')}</h4>
      <ol>
        {corrections.map(({ reason, by }) => (
          <li key={by.hlc}>
            {t('settings.agency.historyLine', {
              day: format.dayNear(civilDateAt(by.at), today),
              time: format.time(by.at),
              name: nameOf(by.actor),
              reason: reason ?? '',
            })}
          </li>
        ))}
      </ol>
    </div>
  )
}
