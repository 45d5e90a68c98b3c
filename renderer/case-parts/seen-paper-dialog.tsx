import { useId } from 'react'
import type { PaperProblem, Papers, TablePaper } from '#shared/application/desk'
import { mostPrintedPages } from '#shared/contracts/register-file'
import { ok, type Result } from '#shared/kernel/result'
import { useMessages } from '../i18n/messages-provider'
import { OutgoingPaperDialog } from './outgoing-paper'
import { makePaper } from './paper-stage'
import { useMadePaper } from './use-made-paper'

export interface SeenPaperDialogProps {
  readonly papers: Papers
  readonly title: string
  /** Called once: the paper is what it was when it was asked for. */
  readonly compose: () => Promise<Result<TablePaper, PaperProblem>>
  readonly onClose: () => void
}

const previewWidth = 1_400

/** A paper that is of no request, as it will be printed: a table, a document of the catalogue. */
export function SeenPaperDialog({ papers, title, compose, onClose }: SeenPaperDialogProps) {
  const { t } = useMessages()
  const [made] = useMadePaper(useId(), () => makePaper(compose(), paper => papers.pageImages(paper, previewWidth)))
  return (
    <OutgoingPaperDialog
      {...{ made, onClose, title }}
      width={980}
      label={title}
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
