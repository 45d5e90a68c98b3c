import { useState, type ReactNode } from 'react'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { useMessages } from '../i18n/messages-provider'
import { problemSentence } from '../i18n/problems'
import { Act } from '../ui/acts/act'
import { Dialog } from '../ui/dialogs/dialog'
import { PaperGaps, type ShownGap } from '../ui/paper-preview/paper-gaps'
import { ProblemNote } from '../ui/states/problem-note'
import { useRunning } from '../ui/states/use-running'
import { PaperStage, type MadePaper } from './paper-stage'

export type PaperOut = 'printed' | 'saved' | 'cancelled'

interface OutgoingPaper {
  readonly pages: number
  readonly gaps?: readonly ShownGap[] | undefined
}

export interface OutgoingPaperDialogProps<P> {
  readonly title: string
  /** Of the paper, for who cannot see it. */
  readonly label: string
  readonly width?: number
  readonly made: MadePaper<P>
  /** False while another one is being made: until then nothing goes out. */
  readonly isCurrent?: boolean
  readonly produce: (paper: P, how: 'printed' | 'saved') => Promise<Result<'done' | 'cancelled', Problem>>
  readonly outWord: (out: PaperOut) => string
  /** Why this paper cannot be printed; it can still be saved. */
  readonly unprintable?: ((paper: P) => string | undefined) | undefined
  readonly onOut?: () => void
  readonly onClose: () => void
  /** What is chosen before it goes out. */
  readonly children?: ReactNode
}

/** A paper as it will be printed: seen first, then P prints and S saves. */
export function OutgoingPaperDialog<P extends OutgoingPaper>(props: OutgoingPaperDialogProps<P>) {
  const { title, label, width = 760, made, isCurrent = true, onClose, children } = props
  const { t } = useMessages()
  const [out, setOut] = useState<PaperOut | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const paper = made.kind === 'ready' ? made.paper : null
  const unprintable = paper ? props.unprintable?.(paper) : undefined
  const produce = async (how: 'printed' | 'saved'): Promise<void> => {
    const answer = paper && (await run(() => props.produce(paper, how)))
    if (!answer) return
    setOut(answer === 'done' ? how : 'cancelled')
    if (answer === 'done') props.onOut?.()
  }
  const pages = paper ? (unprintable ?? t('requests.fact.pages', { n: paper.pages })) : ''
  return (
    <Dialog
      open
      width={width}
      title={title}
      onClose={onClose}
      note={<span role="status">{out ? props.outWord(out) : pages}</span>}
      acts={
        paper ? (
          <>
            <Act keys="S" busy={isBusy || !isCurrent} onAct={() => void produce('saved')}>
              {t('requests.paper.save')}
            </Act>
            <Act
              look="primary"
              icon="print"
              keys="P"
              takesFocus
              busy={isBusy || !isCurrent}
              disabledBecause={unprintable}
              onAct={() => void produce('printed')}
            >
              {t('requests.paper.print')}
            </Act>
          </>
        ) : null
      }
    >
      {children}
      <PaperGaps gaps={paper?.gaps} />
      <PaperStage made={made} label={label} />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
