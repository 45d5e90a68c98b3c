import { Button, type TableColumnsType } from 'antd'
import type { MachineShown } from '#shared/contracts/headquarters-console'
import { momentOf } from '../moment'
import { ScansWaiting } from '../scans-waiting'
import type { ConsoleTexts } from '../texts'

/** As people call it, and the beginning of its id: two may have one name. */
export const machineName = (t: ConsoleTexts, machine: MachineShown): string =>
  t.machineAndId(calledBy(t, machine), machine.chain.slice(0, 8))

const calledBy = (t: ConsoleTexts, { windowName, workstation }: MachineShown): string =>
  windowName === null ? t.unnamed : t.namedMachine(windowName, workstation ?? '')

export function machineColumns(
  t: ConsoleTexts,
  onClose: (machine: MachineShown) => void,
): TableColumnsType<MachineShown> {
  return [
    {
      ...{ key: 'machine', title: t.machine },
      render: (_, machine) => (
        <>
          {calledBy(t, machine)}
          <br />
          <span className="console-quiet">
            {t.chainShort(machine.chain.slice(0, 8))}
            {machine.goesOnFor && ` · ${t.goesOnFor(machine.goesOnFor.slice(0, 8))}`}
          </span>
        </>
      ),
    },
    { key: 'role', title: t.role, render: (_, { role }) => t.roles[role] },
    { key: 'enrolled', title: t.enrolled, render: (_, { knownSince }) => momentOf(knownSince) },
    {
      ...{ key: 'lastContact', title: t.lastContact },
      render: (_, { lastContactAt }) =>
        lastContactAt ? momentOf(lastContactAt) : <span className="console-quiet">{t.never}</span>,
    },
    {
      ...{ key: 'backlog', title: t.backlog, align: 'right' as const },
      render: (_, { backlog }) => backlog ?? <span className="console-quiet">{t.notSaid}</span>,
    },
    {
      ...{ key: 'scans', title: t.scans, align: 'right' as const },
      render: (_, { scans }) => <ScansWaiting t={t} scans={scans} />,
    },
    { key: 'held', title: t.held, align: 'right', render: (_, { held }) => t.heldUpTo(held) },
    { key: 'state', title: t.machineState, render: (_, machine) => <State t={t} machine={machine} /> },
    {
      ...{ key: 'close', title: <span className="console-unseen">{t.closeMachine}</span> },
      render: (_, machine) =>
        machine.closedAt === null && (
          <Button
            danger
            size="small"
            aria-label={t.closeNamed(machineName(t, machine))}
            onClick={() => onClose(machine)}
          >
            {t.closeMachine}
          </Button>
        ),
    },
  ]
}

function State({ t, machine }: { readonly t: ConsoleTexts; readonly machine: MachineShown }) {
  const { state, closedAt, revokedFrom } = machine
  const more = [
    ...(closedAt ? [t.closedAt(momentOf(closedAt))] : []),
    ...(revokedFrom ? [t.revokedFrom(revokedFrom)] : []),
  ]
  return (
    <>
      {t.machineStates[state]}
      {more.length > 0 && (
        <>
          <br />
          <span className="console-quiet">{more.join(' · ')}</span>
        </>
      )}
    </>
  )
}
