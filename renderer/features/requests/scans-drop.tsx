import { useState, type DragEvent, type ReactNode } from 'react'
import type { ScanFile } from '#shared/application/scans/scans'
import { useMessages } from '../../i18n/messages-provider'

export interface ScansDropProps {
  readonly children: ReactNode
  /** Undefined where nothing may be added: files are refused, and the window is not left. */
  readonly onFiles: ((files: readonly ScanFile[]) => void) | undefined
}

/** Takes files that are dropped. Only a help for the mouse: the same files are chosen with a button. */
export function ScansDrop({ children, onFiles }: ScansDropProps) {
  const { t } = useMessages()
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation() // a dialog lies inside the panel that opened it
    event.dataTransfer.dropEffect = onFiles ? 'copy' : 'none'
    setOver(onFiles !== undefined)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    const files = [...event.dataTransfer.files].map(droppedFile)
    if (files.length > 0) onFiles?.(files)
  }
  return (
    <div
      className={isOver ? 'scans-drop scans-over' : 'scans-drop'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
      {isOver ? <p className="scans-drop-words">{t('scans.drop')}</p> : null}
    </div>
  )
}

const droppedFile = (file: File): ScanFile => ({
  name: file.name,
  bytes: file.size,
  read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
})
