import type { ReactNode } from 'react'
import { Modal } from 'antd'
import type { GuidePageName } from '../../i18n/guide-pages'
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
  /** The page of the guide that F1 opens here; else that of the screen below. */
  readonly help?: GuidePageName | undefined
}

/** antd's Modal (its focus trap works) with our names, foot and inline error. */
export function Dialog(props: DialogProps) {
  const { open, title, children, acts, note, error, onClose, width = 560, afterClose, help } = props
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
      <div className="dialog-body" data-help={help}>
        {children}
      </div>
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
