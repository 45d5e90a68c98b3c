import { useState } from 'react'
import type { Papers } from '#shared/application/desk'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import { mostPrintedPages } from '#shared/contracts/register-file'
import { ok } from '#shared/kernel/result'
import { useMessages } from '../i18n/messages-provider'
import { OutgoingPaperDialog } from './outgoing-paper'
import { makePaper } from './paper-stage'
import { useMadePaper } from './use-made-paper'

export interface TablePaperDialogProps {
  readonly papers: Papers
  readonly table: PrintedTable
  /** ASCII, with its ending. */
  readonly fileName: string
  readonly onClose: () => void
}

const previewWidth = 1_400

/** A table as it stood when its paper was asked for. */
export function TablePaperDialog({ papers, table, fileName, onClose }: TablePaperDialogProps) {
  const { t } = useMessages()
  const [asked] = useState({ table, fileName })
  const [made] = useMadePaper(fileName, () =>
    makePaper(papers.composeTable(asked.table, asked.fileName), paper => papers.pageImages(paper, previewWidth)),
  )
  return (
    <OutgoingPaperDialog
      {...{ made, onClose }}
      width={980}
      title={table.title}
      label={table.title}
      unprintable={({ pages }) =>
        pages > mostPrintedPages ? t('hands.table.tooLong', { pages, most: mostPrintedPages }) : undefined
      }
      outWord={out => t(`hands.table.${out}`)}
      produce={async (paper, how) => {
        const out = await (how === 'printed' ? papers.print(paper) : papers.save(paper))
        return out.ok ? ok(out.value === 'cancelled' ? 'cancelled' : 'done') : out
      }}
    />
  )
}
