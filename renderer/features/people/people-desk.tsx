import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { hasSeveralMachines } from '#shared/domain/agencies/chain-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { PageHead } from '../../ui/shell/page-head'
import { ProgressLine } from '../../ui/states/progress-line'
import { PeopleDialog, type OpenedDialog, type PeopleDialogProps } from './people-dialog'
import { administratorsOf, staffLines } from './staff-lines'
import { StaffTable } from './staff-table'
import { useWatch } from '../../ui/states/use-watch'
import './people.css'

export interface PeopleDeskProps {
  readonly desk: Pick<Desk, 'me' | 'staff' | 'offices' | 'workstation' | 'today'>
  readonly frontDoor: PeopleDialogProps['frontDoor']
}

/** Everybody who may sign in. Everyone may look and change their own password; the rest is the administrator's. */
export function PeopleDesk({ desk, frontDoor }: PeopleDeskProps) {
  const { t, format } = useMessages()
  const [opened, setOpened] = useState<OpenedDialog | null>(null)
  const records = useWatch(desk.staff.watchAll)
  const office = useWatch(desk.offices.watchOffice)
  const lines = staffLines(records ?? [], desk.me.personId)
  const administrators = administratorsOf(lines).join(t('people.joinNames'))
  const isAdministrator = desk.me.posts.includes('administrator')
  const adminOnly = isAdministrator ? undefined : t('people.adminOnly', { names: administrators })
  const working = lines.filter(line => line.posts.length > 0)

  return (
    <>
      <PageHead
        title={t('people.title')}
        notes={t('people.count', { n: format.count(working.length) })}
        acts={
          <>
            <Act keys="Alt+R" disabledBecause={adminOnly} onAct={() => setOpened({ kind: 'renew' })}>
              {t('people.renew')}
            </Act>
            <Act
              look="primary"
              icon="add"
              keys="Alt+N"
              disabledBecause={adminOnly}
              onAct={() => setOpened({ kind: 'add' })}
            >
              {t('people.add')}
            </Act>
          </>
        }
      />
      {isAdministrator ? null : <p className="people-quiet">{t('people.lookOnly', { names: administrators })}</p>}
      <Sheet>
        {records ? (
          <StaffTable
            lines={lines}
            today={desk.today}
            adminOnly={adminOnly}
            onSetPassword={line => setOpened({ kind: 'password', line })}
            onSetPosts={line => setOpened({ kind: 'posts', line })}
          />
        ) : (
          <ProgressLine>{t('people.loading')}</ProgressLine>
        )}
      </Sheet>
      <PeopleDialog
        opened={opened}
        frontDoor={frontDoor}
        lines={lines}
        isOneOfSeveral={hasSeveralMachines(office?.office.chains ?? [])}
        office={{ officeName: office?.office.name ?? '', workstation: desk.workstation }}
        onClose={() => setOpened(null)}
      />
    </>
  )
}
