import { useEffect, useState } from 'react'
import { envelopeStocks, type EnvelopeStock } from '#shared/application/desk'
import type { Desk, Paper, PaperKind } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { producePaper } from '#shared/application/requests/case-acts'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { PaperGaps } from '../../ui/paper-preview/paper-gaps'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { LabelPlace } from './label-place'
import { makePaper, PaperStage, type MadePaper } from '../../case-parts/paper-stage'

export interface PaperDialogProps {
  readonly desk: Desk
  /** The request as it stood when the paper was asked for. */
  readonly asked: { readonly paper: PaperKind; readonly record: RequestRecord }
  readonly onClose: () => void
}

const previewWidth = 1_000

/** The pages as they will be printed; P prints, S saves, and either is recorded. */
export function PaperDialog({ desk, asked, onClose }: PaperDialogProps) {
  const { t } = useMessages()
  const [stock, setStock] = useState<EnvelopeStock>('DL')
  const [labelPlace, setLabelPlace] = useState(1)
  const [outs, setOuts] = useState(0)
  const [made, isCurrent] = useMade(desk, asked, { stock, labelPlace, isReprint: outs > 0 })
  const [out, setOut] = useState<'printed' | 'saved' | 'cancelled' | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const produce = async (paper: Paper, how: 'printed' | 'saved'): Promise<void> => {
    const answer = await run(() => producePaper(desk, asked.record.requestId, { paper, how }))
    if (!answer) return
    setOut(answer === 'done' ? how : 'cancelled')
    if (answer === 'done') setOuts(outs + 1)
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
            <Act keys="S" busy={isBusy || !isCurrent} onAct={() => void produce(paper, 'saved')}>
              {t('requests.paper.save')}
            </Act>
            <Act
              look="primary"
              icon="print"
              keys="P"
              takesFocus
              busy={isBusy || !isCurrent}
              onAct={() => void produce(paper, 'printed')}
            >
              {t('requests.paper.print')}
            </Act>
          </>
        ) : null
      }
    >
      {asked.paper === 'envelope' ? (
        <ChoiceGroup
          label={t('papers.stock')}
          choices={envelopeStocks.map(value => ({ value, label: t(`papers.stock.${value}`) }))}
          value={stock}
          onChange={setStock}
        />
      ) : null}
      {asked.paper === 'envelope' && stock === 'labels' ? (
        <LabelPlace place={labelPlace} onChange={setLabelPlace} />
      ) : null}
      <PaperGaps gaps={paper?.gaps} />
      <PaperStage made={made} label={name} className="paper-stage" />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

interface HowMade {
  readonly stock: EnvelopeStock
  readonly labelPlace: number
  /** It has gone out from this dialog: what goes out next is a reprint. */
  readonly isReprint: boolean
}

/** The last that was made, and whether it is the one that is asked for now: until then nothing goes out. */
function useMade(
  { papers }: Desk,
  asked: PaperDialogProps['asked'],
  { stock, labelPlace, isReprint }: HowMade,
): [MadePaper<Paper>, boolean] {
  const key = `${stock} ${labelPlace} ${isReprint}`
  const [made, setMade] = useState<{ readonly of: string; readonly made: MadePaper<Paper> }>({
    of: '',
    made: { kind: 'composing' },
  })
  useEffect(() => {
    let isHere = true
    const { paper: kind, record } = asked
    const composing = papers.compose(kind, record, { gaps: 'allowed', isReprint, envelope: stock, labelPlace })
    void makePaper(composing, paper => papers.pageImages(paper, previewWidth)).then(answer => {
      if (isHere) setMade({ of: key, made: answer })
    })
    return () => {
      isHere = false
    }
  }, [papers, asked, stock, labelPlace, isReprint, key])
  return [made.made, made.of === key]
}
