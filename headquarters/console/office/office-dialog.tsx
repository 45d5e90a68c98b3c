import { Modal } from 'antd'
import type { ConsoleLink } from '../console-link'
import type { OfficeRow } from '../office-columns'
import type { ConsoleTexts } from '../texts'
import { OfficeMachines } from './office-machines'

export interface OfficeDialogProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly office: OfficeRow
  readonly onCode: () => void
  readonly onClose: () => void
}

/** One office: its machines. */
export function OfficeDialog({ t, link, office, onCode, onClose }: OfficeDialogProps) {
  return (
    <Modal open width={1080} title={t.officeTitle(office.name, office.officeId)} onCancel={onClose} footer={null}>
      <OfficeMachines {...{ t, link, office, onCode }} />
    </Modal>
  )
}
