import { useEffect, useState } from 'react'
import type { Desk, Paper, PaperKind, PaperProblem } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { producePaper } from '#shared/application/requests/case-acts'
import type { Problem } from '#shared/contracts/problems'
import { paperProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { PaperPreview } from '../../ui/paper-preview/paper-preview'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { useRunning } from '../../ui/states/use-running'
import { useLate } from '../../ui/states/use-late'

export interface PaperDialogProps {
  readonly desk: Desk
  /** The request as it stood when the paper was asked for. */
  readonly asked: { readonly paper: PaperKind; readonly record: RequestRecord }
  readonly onClose: () => void
}

type Made =
  | { readonly kind: 'composing' }
  | { readonly kind: 'ready'; readonly paper: Paper; readonly images: readonly Uint8Array[] }
  | { readonly kind: 'refused'; readonly problem: PaperProblem }

const previewWidth = 1_000

/** The pages as they will be printed; P prints, S saves, and either is recorded. */
export function PaperDialog({ desk, asked, onClose }: PaperDialogProps) {
  const translator = useMessages()
  const { t } = translator
  const made = useMade(desk, asked)
  const isSlow = useLate(made.kind === 'composing')
  const [out, setOut] = useState<'printed' | 'saved' | 'cancelled' | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const produce = async (paper: Paper, how: 'printed' | 'saved'): Promise<void> => {
    const answer = await run(() => producePaper(desk, asked.record.requestId, { paper, how }))
    if (answer) setOut(answer === 'done' ? how : 'cancelled')
  }
  const name = t(`requests.paper.${asked.paper}`)
  const paper = made.kind === 'ready' ? made.paper : null
  return (
    <Dialog
      open
      width={760}
      title={t('requests.paper.title', { paper: name, no: asked.record.request.requestNo })}
      onClose={onClose}
      note={
        <span role="status">
          {out ? t(`requests.paper.${out}`) : paper ? t('requests.fact.pages', { n: paper.pages }) : ''}
        </span>
      }
      acts={
        paper ? (
          <>
            <Act keys="S" busy={isBusy} onAct={() => void produce(paper, 'saved')}>
              {t('requests.paper.save')}
            </Act>
            <Act
              look="primary"
              icon="print"
              keys="P"
              takesFocus
              busy={isBusy}
              onAct={() => void produce(paper, 'printed')}
            >
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
        <div className="paper-stage">
          <PaperPreview
            images={made.images}
            label={name}
            pageLabels={made.images.map((_, index) => t('requests.paper.page', { paper: name, n: index + 1 }))}
          />
        </div>
      ) : null}
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

function useMade({ papers }: Desk, asked: PaperDialogProps['asked']): Made {
  const [made, setMade] = useState<Made>({ kind: 'composing' })
  useEffect(() => {
    let isCurrent = true
    void makePaper(papers, asked).then(answer => (isCurrent ? setMade(answer) : undefined))
    return () => {
      isCurrent = false
    }
  }, [papers, asked])
  return made
}

async function makePaper(papers: Desk['papers'], { paper: kind, record }: PaperDialogProps['asked']): Promise<Made> {
  const composed = await papers.compose(kind, record)
  if (!composed.ok) return { kind: 'refused', problem: composed.problem }
  try {
    return { kind: 'ready', paper: composed.value, images: await papers.pageImages(composed.value, previewWidth) }
  } catch {
    return { kind: 'refused', problem: { kind: 'paperFailed', why: 'draw' } }
  }
}
