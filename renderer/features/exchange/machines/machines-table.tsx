import type { OfficeMachine } from '#shared/application/neighbours/ports'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../../i18n/messages-provider'
import { Act } from '../../../ui/acts/act'
import { Status } from '../../../ui/marks/status'
import { useMachineName } from './machine-name'

interface MachinesTableProps {
  readonly machines: readonly OfficeMachine[]
  readonly today: CivilDate
  readonly adminOnly: string | undefined
  readonly onRevoke: (machine: OfficeMachine) => void
}

const flags = { inUse: 'done', retired: 'provisional', revoked: 'void' } as const

export function MachinesTable({ machines, today, adminOnly, onRevoke }: MachinesTableProps) {
  const { t, format } = useMessages()
  const nameOf = useMachineName()
  const at = (moment: number | null): string => (moment === null ? t('neighbours.never') : format.moment(moment, today))
  return (
    <table className="exchange-table">
      <thead>
        <tr>
          <th scope="col">{t('neighbours.machine')}</th>
          <th scope="col">{t('neighbours.stateOf')}</th>
          <th scope="col">{t('neighbours.held')}</th>
          <th scope="col">{t('neighbours.lastAct')}</th>
          <th scope="col">{t('neighbours.lastSeen')}</th>
          <th scope="col">
            <span className="unseen">{t('neighbours.revoke')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {machines.map(machine => (
          <tr key={machine.chain}>
            <th scope="row">{nameOf(machine)}</th>
            <td>
              <Status flag={flags[machine.state]}>{t(`neighbours.state.${machine.state}`)}</Status>
            </td>
            <td>{format.count(machine.held)}</td>
            <td>{at(machine.lastActAt)}</td>
            <td>{machine.isThis ? t('neighbours.this') : at(machine.lastSeenAt)}</td>
            <td>
              {machine.isThis || machine.state === 'revoked' ? null : (
                <Act size="small" disabledBecause={adminOnly} onAct={() => onRevoke(machine)}>
                  {t('neighbours.revoke')}
                </Act>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
