import { useState } from 'react'
import type { Papers } from '#shared/application/desk'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import { SeenPaperDialog } from './seen-paper-dialog'

export interface TablePaperDialogProps {
  readonly papers: Papers
  readonly table: PrintedTable
  /** ASCII, with its ending. */
  readonly fileName: string
  readonly onClose: () => void
}

/** A table as it will be printed: seen first, then P prints and S saves. */
export function TablePaperDialog({ papers, table, fileName, onClose }: TablePaperDialogProps) {
  const [asked] = useState({ table, fileName })
  const compose = () => papers.composeTable(asked.table, asked.fileName)
  return <SeenPaperDialog {...{ papers, compose, onClose }} title={table.title} />
}
