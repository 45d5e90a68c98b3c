import { Button, Modal } from 'antd'
import type { IssuedCode } from '#shared/contracts/headquarters-console'
import type { ConsoleTexts } from './texts'

export interface IssuedCodeDialogProps {
  readonly t: ConsoleTexts
  /** Null: nothing is shown. */
  readonly issued: { readonly name: string; readonly code: IssuedCode } | null
  readonly onClose: () => void
}

/** A code is shown this once: only its hash is kept. */
export function IssuedCodeDialog({ t, issued, onClose }: IssuedCodeDialogProps) {
  return (
    <Modal
      open={issued !== null}
      title={issued && t.codeFor(issued.name)}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t.done}</Button>}
    >
      <p className="console-code">{issued?.code.code}</p>
      <p>{t.codeOnce}</p>
      <p>
        {t.keyPrint}
        <br />
        {issued?.code.keyPrint}
      </p>
    </Modal>
  )
}
