import { useEffect, useState } from 'react'
import type { PaperProblem, Papers, TablePaper } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import { mostPrintedPages } from '#shared/contracts/register-file'
import type { Result } from '#shared/kernel/result'
import { useMessages } from '../i18n/messages-provider'
import { problemSentence } from '../i18n/problems'
import { Act } from '../ui/acts/act'
import { Dialog } from '../ui/dialogs/dialog'
import { ProblemNote } from '../ui/states/problem-note'
import { useRunning } from '../ui/states/use-running'
import { makePaper, PaperStage, type MadePaper } from './paper-stage'
import './table-paper-dialog.css'

export interface SeenPaperDialogProps {
  readonly papers: Papers
  readonly title: string
  /** The same function between renders: the paper is composed once. */
  readonly compose: () => Promise<Result<TablePaper, PaperProblem>>
  readonly onClose: () => void
}

const previewWidth = 1_400

/** A paper that is of no request, as it will be printed: seen first, then P prints and S saves. */
export function SeenPaperDialog({ papers, title, compose, onClose }: SeenPaperDialogProps) {
  const { t } = useMessages()
  const made = useMade(papers, compose)
  const [out, setOut] = useState<'printed' | 'saved' | 'cancelled' | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const paper = made.kind === 'ready' ? made.paper : null
  const tooLong =
    paper && paper.pages > mostPrintedPages
      ? t('hands.table.tooLong', { pages: paper.pages, most: mostPrintedPages })
      : undefined
  const produce = async (how: 'print' | 'save'): Promise<void> => {
    const answer = paper && (await run(() => papers[how](paper)))
    if (answer) setOut(answer)
  }
  return (
    <Dialog
      open
      width={980}
      title={title}
      onClose={onClose}
      note={
        <span role="status">
          {out ? t(`hands.table.${out}`) : (tooLong ?? (paper ? t('requests.fact.pages', { n: paper.pages }) : ''))}
        </span>
      }
      acts={
        paper ? (
          <>
            <Act keys="S" busy={isBusy} onAct={() => void produce('save')}>
              {t('requests.paper.save')}
            </Act>
            <Act
              look="primary"
              icon="print"
              keys="P"
              takesFocus
              busy={isBusy}
              disabledBecause={tooLong}
              onAct={() => void produce('print')}
            >
              {t('requests.paper.print')}
            </Act>
          </>
        ) : null
      }
    >
      <PaperStage made={made} label={title} className="table-paper-stage" />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

function useMade(papers: Papers, compose: SeenPaperDialogProps['compose']): MadePaper<TablePaper> {
  const [made, setMade] = useState<MadePaper<TablePaper>>({ kind: 'composing' })
  useEffect(() => {
    let isCurrent = true
    const drawn = (paper: TablePaper) => papers.pageImages(paper, previewWidth)
    void makePaper(compose(), drawn).then(answer => (isCurrent ? setMade(answer) : undefined))
    return () => {
      isCurrent = false
    }
  }, [papers, compose])
  return made
}
