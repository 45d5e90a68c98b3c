import { Modal } from 'antd'
import type { ConsoleLink } from '../console-link'
import type { OfficeRow } from '../office-columns'
import type { ConsoleTexts } from '../texts'
import { OfficeMachines } from './office-machines'
import { OfficeName } from './office-name'
import { OfficeRemoval } from './office-removal'

export interface OfficeDialogProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly office: OfficeRow
  readonly onCode: () => void
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** One office: its name, its machines, and the way out for one that was added by mistake. */
export function OfficeDialog({ t, link, office, onCode, onChanged, onClose }: OfficeDialogProps) {
  return (
    <Modal open width={1080} title={t.officeTitle(office.name, office.officeId)} onCancel={onClose} footer={null}>
      <OfficeName {...{ t, link, office, onChanged }} />
      <OfficeMachines {...{ t, link, office, onCode }} />
      <OfficeRemoval {...{ t, link, office, onChanged }} />
    </Modal>
  )
}
