import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { produceVisitPaper } from '#shared/application/visits/visit-acts'
import type { PaperOfVisit, VisitPaperAsked, VisitRecord } from '#shared/application/visits/visits'
import type { Problem } from '#shared/contracts/problems'
import { makePaper, PaperStage, type MadePaper } from '../../../case-parts/paper-stage'
import { useMessages } from '../../../i18n/messages-provider'
import { problemSentence } from '../../../i18n/problems'
import { Act } from '../../../ui/acts/act'
import { Dialog } from '../../../ui/dialogs/dialog'
import { PaperGaps } from '../../../ui/paper-preview/paper-gaps'
import { ProblemNote } from '../../../ui/states/problem-note'
import { useRunning } from '../../../ui/states/use-running'
import type { VisitDialogProps } from '../visit-dialogs'

const previewWidth = 1_000

/** S03 or a certificate as it will be printed; P prints, S saves, and either is recorded. */
export function VisitPaperDialog({
  desk,
  record,
  asked,
  onClose,
}: VisitDialogProps & { readonly asked: VisitPaperAsked }) {
  const { t } = useMessages()
  const [outs, setOuts] = useState(0)
  const [made, isCurrent] = useMade(desk, { asked, record, isReprint: outs > 0 && asked.paper !== 'S03' })
  const [out, setOut] = useState<'printed' | 'saved' | 'cancelled' | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const paper = made.kind === 'ready' ? made.paper : null
  const produce = async (how: 'printed' | 'saved'): Promise<void> => {
    const answer = paper && (await run(() => produceVisitPaper(desk, record.visitId, { paper, how })))
    if (!answer) return
    setOut(answer === 'done' ? how : 'cancelled')
    if (answer === 'done') setOuts(outs + 1)
  }
  const name = t(`room.paper.${asked.paper}`)
  return (
    <Dialog
      open
      width={760}
      title={[name, asked.certificateNo].filter(Boolean).join(' ')}
      onClose={onClose}
      note={
        <span role="status">
          {out ? t(`requests.paper.${out}`) : paper ? t('requests.fact.pages', { n: paper.pages }) : ''}
        </span>
      }
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
              onAct={() => void produce('printed')}
            >
              {t('requests.paper.print')}
            </Act>
          </>
        ) : null
      }
    >
      <PaperGaps gaps={paper?.gaps} />
      <PaperStage made={made} label={name} className="room-paper" />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

interface Asked {
  readonly asked: VisitPaperAsked
  readonly record: VisitRecord
  readonly isReprint: boolean
}

/** The last that was made, and whether it is the one that is asked for now: until then nothing goes out. */
function useMade(
  { visits, papers }: Desk,
  { asked, record, isReprint }: Asked,
): readonly [MadePaper<PaperOfVisit>, boolean] {
  const [made, setMade] = useState<{ readonly isReprint: boolean; readonly made: MadePaper<PaperOfVisit> }>({
    isReprint: false,
    made: { kind: 'composing' },
  })
  // As the visit stood when the paper was asked for: recording that it went out must not draw it anew.
  const [then] = useState({ asked, record })
  useEffect(() => {
    let isHere = true
    const composing = visits.compose(then.asked, then.record, { gaps: 'allowed', isReprint })
    void makePaper(composing, paper => papers.pageImages(paper, previewWidth)).then(answer => {
      if (isHere) setMade({ isReprint, made: answer })
    })
    return () => {
      isHere = false
    }
  }, [visits, papers, then, isReprint])
  return [made.made, made.isReprint === isReprint]
}
