import { useEffect, useState } from 'react'
import type { PaperProblem, Papers, TablePaper } from '#shared/application/desk'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import type { Problem } from '#shared/contracts/problems'
import { paperProblemSentence } from '../i18n/field-problem-sentence'
import { useMessages } from '../i18n/messages-provider'
import { problemSentence } from '../i18n/problems'
import { Act } from '../ui/acts/act'
import { Dialog } from '../ui/dialogs/dialog'
import { PaperPreview } from '../ui/paper-preview/paper-preview'
import { ProblemNote } from '../ui/states/problem-note'
import { ProgressLine } from '../ui/states/progress-line'
import { useLate } from '../ui/states/use-late'
import { useRunning } from '../ui/states/use-running'
import './table-paper-dialog.css'

export interface TablePaperDialogProps {
  readonly papers: Papers
  readonly table: PrintedTable
  /** ASCII, with its ending. */
  readonly fileName: string
  readonly onClose: () => void
}

type Made =
  | { readonly kind: 'composing' }
  | { readonly kind: 'ready'; readonly paper: TablePaper; readonly images: readonly Uint8Array[] }
  | { readonly kind: 'refused'; readonly problem: PaperProblem }

const previewWidth = 1_400

/** A table as it will be printed: seen first, then P prints and S saves. */
export function TablePaperDialog({ papers, table, fileName, onClose }: TablePaperDialogProps) {
  const translator = useMessages()
  const { t } = translator
  const [asked] = useState({ table, fileName })
  const made = useMade(papers, asked)
  const isSlow = useLate(made.kind === 'composing')
  const [out, setOut] = useState<'printed' | 'saved' | 'cancelled' | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const paper = made.kind === 'ready' ? made.paper : null
  const produce = async (how: 'print' | 'save'): Promise<void> => {
    const answer = paper && (await run(() => papers[how](paper)))
    if (answer) setOut(answer)
  }
  return (
    <Dialog
      open
      width={980}
      title={table.title}
      onClose={onClose}
      note={
        <span role="status">
          {out ? t(`hands.table.${out}`) : paper ? t('requests.fact.pages', { n: paper.pages }) : ''}
        </span>
      }
      acts={
        paper ? (
          <>
            <Act keys="S" busy={isBusy} onAct={() => void produce('save')}>
              {t('requests.paper.save')}
            </Act>
            <Act look="primary" icon="print" keys="P" takesFocus busy={isBusy} onAct={() => void produce('print')}>
              {t('requests.paper.print')}
            </Act>
          </>
        ) : null
      }
    >
      {made.kind === 'composing' && isSlow ? <ProgressLine>{t('requests.paper.composing')}</ProgressLine> : null}
      {made.kind === 'refused' ? (
        <p className="field-error" role="alert">
          {paperProblemSentence(made.problem, translator)}
        </p>
      ) : null}
      {made.kind === 'ready' ? (
        <div className="table-paper-stage">
          <PaperPreview
            images={made.images}
            label={table.title}
            pageLabels={made.images.map((_, index) => t('requests.paper.page', { paper: table.title, n: index + 1 }))}
          />
        </div>
      ) : null}
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

type Asked = Pick<TablePaperDialogProps, 'table' | 'fileName'>

function useMade(papers: Papers, asked: Asked): Made {
  const [made, setMade] = useState<Made>({ kind: 'composing' })
  useEffect(() => {
    let isCurrent = true
    void make(papers, asked).then(answer => (isCurrent ? setMade(answer) : undefined))
    return () => {
      isCurrent = false
    }
  }, [papers, asked])
  return made
}

async function make(papers: Papers, { table, fileName }: Asked): Promise<Made> {
  const composed = await papers.composeTable(table, fileName)
  if (!composed.ok) return { kind: 'refused', problem: composed.problem }
  try {
    return { kind: 'ready', paper: composed.value, images: await papers.pageImages(composed.value, previewWidth) }
  } catch {
    return { kind: 'refused', problem: { kind: 'paperFailed', why: 'draw' } }
  }
}
