import type { ReactNode } from 'react'
import { Modal } from 'antd'
import { useMessages } from '../../i18n/messages-provider'
import './dialogs.css'

export interface DialogProps {
  readonly open: boolean
  readonly title: ReactNode
  readonly children: ReactNode
  /** At the right; the primary one last. */
  readonly acts?: ReactNode
  /** At the left of the acts, quiet. */
  readonly note?: ReactNode
  /** What went wrong here; a dialog shows its own errors. */
  readonly error?: string | null | undefined
  /** Esc or the cross, never a stray click outside. Left out: the dialog must be answered. */
  readonly onClose?: () => void
  readonly width?: number
  readonly afterClose?: () => void
}

/** antd's Modal (its focus trap works) with our names, foot and inline error. */
export function Dialog({ open, title, children, acts, note, error, onClose, width = 560, afterClose }: DialogProps) {
  const { t } = useMessages()
  return (
    <Modal
      open={open}
      title={title}
      width={width}
      footer={null}
      destroyOnHidden
      closable={onClose ? { 'aria-label': t('dialog.close') } : false}
      keyboard={onClose !== undefined}
      mask={{ closable: false }}
      onCancel={() => onClose?.()}
      afterClose={() => afterClose?.()}
    >
      <div className="dialog-body">{children}</div>
      {error ? (
        <p className="dialog-error" role="alert">
          {error}
        </p>
      ) : null}
      {acts || note ? (
        <div className="dialog-foot">
          <span className="dialog-note">{note}</span>
          {acts}
        </div>
      ) : null}
    </Modal>
  )
}
