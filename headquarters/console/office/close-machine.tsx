import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { MachineShown } from '#shared/contracts/headquarters-console'
import type { ConsoleTexts } from '../texts'
import { scanAmount } from '../scans-waiting'
import { machineName } from './machine-columns'

export interface CloseMachineProps {
  readonly t: ConsoleTexts
  readonly machine: MachineShown
  /** All of the office: one that goes on for this one falls with it. */
  readonly machines: readonly MachineShown[]
  readonly onClose: () => Promise<void>
  readonly onKeep: () => void
}

/** What closing means, before it is done: it cannot be undone. */
export function CloseMachine({ t, machine, machines, onClose, onKeep }: CloseMachineProps) {
  const [isClosing, setIsClosing] = useState(false)
  const { chain, held, backlog, scans } = machine
  const after = machines.filter(({ goesOnFor, closedAt }) => goesOnFor === chain && closedAt === null)
  const close = () => {
    setIsClosing(true)
    void onClose()
  }
  return (
    <Modal
      open
      title={t.closeTitle(machineName(t, machine))}
      onCancel={onKeep}
      footer={
        <>
          <Button onClick={onKeep}>{t.keepIt}</Button>
          <Button danger type="primary" loading={isClosing} onClick={close}>
            {t.closeIt}
          </Button>
        </>
      }
    >
      <p>{t.closeCounts(held)}</p>
      {backlog !== null && backlog > 0 && <p className="console-late">{t.closeWaiting(backlog)}</p>}
      {scans !== null && scans.files > 0 && <p className="console-late">{t.closeScans(scanAmount(t, scans))}</p>}
      {after.length > 0 && <p>{t.closeAlso(after.map(one => one.chain.slice(0, 8)).join('、'))}</p>}
      <p>{t.closeShutsOut}</p>
      <p>{t.closeReplacement}</p>
    </Modal>
  )
}
