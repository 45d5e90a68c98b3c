import { Alert, Button, Table } from 'antd'
import { useCallback, useState } from 'react'
import type { MachineShown } from '#shared/contracts/headquarters-console'
import type { ConsoleLink } from '../console-link'
import type { OfficeRow } from '../office-columns'
import type { ConsoleTexts } from '../texts'
import { useAsked } from '../use-asked'
import { CloseMachine } from './close-machine'
import { machineColumns, machineName } from './machine-columns'

export interface OfficeMachinesProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly office: OfficeRow
  readonly onCode: () => void
}

interface Said {
  readonly type: 'success' | 'warning'
  readonly title: string
}

/** Every machine of the office, and the way to close one that was lost. */
export function OfficeMachines({ t, link, office: { officeId }, onCode }: OfficeMachinesProps) {
  const ask = useCallback(() => link.machines(officeId), [link, officeId])
  const { answer, isAway, refresh } = useAsked(ask)
  const [chosen, setChosen] = useState<MachineShown | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const close = async (machine: MachineShown) => {
    const done = await link.closeMachine(officeId, machine.chain)
    if (done.ok) setSaid({ type: 'success', title: t.closedNow(machineName(t, machine), done.value.fromSeq) })
    else setSaid({ type: 'warning', title: done.problem.kind === 'refused' ? t.alreadyClosed : t.away })
    setChosen(null)
    await refresh()
  }
  const machines = answer?.machines ?? []
  return (
    <section aria-labelledby="office-machines">
      <h3 id="office-machines">{t.machinesTitle}</h3>
      {isAway && <Alert type="warning" title={t.away} role="alert" />}
      {said && (
        <Alert
          {...said}
          role={said.type === 'success' ? 'status' : 'alert'}
          action={said.type === 'success' && <Button onClick={onCode}>{t.codeForReplacement}</Button>}
        />
      )}
      <Table<MachineShown>
        rowKey="chain"
        columns={machineColumns(t, setChosen)}
        dataSource={machines}
        loading={answer === null && !isAway}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: t.noMachines }}
        size="small"
      />
      {chosen && (
        <CloseMachine
          {...{ t, machines, machine: chosen }}
          onClose={() => close(chosen)}
          onKeep={() => setChosen(null)}
        />
      )}
    </section>
  )
}
