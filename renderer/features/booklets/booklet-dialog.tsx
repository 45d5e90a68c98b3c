import type { BookletRefusal, Booklets } from '#shared/application/booklets/booklets'
import { readPart } from '#shared/application/booklets/printed-part'
import { mostPrintedPages } from '#shared/contracts/register-file'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import type { BookletKind } from '#shared/domain/booklets/booklet-facts'
import { paperProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import type { Translator } from '../../i18n/translator'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextField } from '../../ui/fields/text-field'
import { PaperGaps } from '../../ui/paper-preview/paper-gaps'
import { PaperPreview } from '../../ui/paper-preview/paper-preview'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { pagesShown, useBooklet, type BookletMaking, type MadeState } from './use-booklet'

export interface BookletDialogProps {
  readonly booklets: Booklets
  readonly kind: BookletKind
  readonly agencyId: AgencyId
  readonly onClose: () => void
}

/** A booklet as it will be printed: made, looked through, then S saves and P prints. Stopped, nothing has gone out. */
export function BookletDialog({ booklets, kind, agencyId, onClose }: BookletDialogProps) {
  const translator = useMessages()
  const { t } = translator
  const making = useBooklet(booklets, kind, agencyId)
  const { state, problem } = making
  return (
    <Dialog
      open
      width={980}
      title={t(`booklets.make.${kind}`)}
      onClose={onClose}
      note={<span role="status">{noteOf(making, t)}</span>}
      acts={state.kind === 'made' ? <MadeActs made={state} making={making} /> : null}
    >
      <Stage making={making} translator={translator} />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

interface StageProps {
  readonly making: BookletMaking
  readonly translator: Translator
}

function Stage({ making, translator }: StageProps) {
  const { t } = translator
  const { state, stop } = making
  switch (state.kind) {
    case 'working':
      return (
        <ProgressLine
          {...(state.of > 0 ? { done: state.done, total: state.of } : {})}
          act={
            <Act keys="Alt+S" onAct={stop}>
              {t('booklets.stop')}
            </Act>
          }
        >
          {state.before
            ? t('booklets.drawing', { done: state.done, of: state.of })
            : state.of > 0
              ? t('booklets.laidOut', { done: state.done, of: state.of })
              : t('booklets.working')}
        </ProgressLine>
      )
    case 'stopped':
      return null
    case 'refused':
      return (
        <p className="field-error" role="alert">
          {refusalSentence(state.problem, translator)}
        </p>
      )
    case 'made':
      return <Made made={state} making={making} />
  }
}

interface MadeProps {
  readonly made: MadeState
  readonly making: BookletMaking
}

function Made({ made, making }: MadeProps) {
  const { t } = useMessages()
  const { paper, images, from } = made
  const label = paper.title
  return (
    <>
      <div className="booklet-stage">
        <PaperPreview
          images={images}
          label={label}
          pageLabels={images.map((_, index) => t('booklets.page', { title: label, n: from + index }))}
        />
      </div>
      {paper.pages > mostPrintedPages ? <PartFields {...{ made, making }} /> : null}
      <PaperGaps gaps={paper.gaps} />
    </>
  )
}

/** More pages than are printed at once: which of them now. */
function PartFields({ made: { paper, part }, making }: MadeProps) {
  const { t } = useMessages()
  const { pages } = paper
  const wrong = readPart(part, pages, mostPrintedPages) ? null : wrongPart(pages, t)
  const fieldOf = (end: 'from' | 'to') => ({
    ...{ label: t(`booklets.part.${end}`), value: part[end], inputMode: 'numeric' as const, maxLength: 5 },
    onChange: (typed: string) => making.choosePart({ ...part, [end]: typed }),
    onEnter: () => making.produce('print'),
  })
  return (
    <div className="booklet-part">
      <TextField {...fieldOf('from')} />
      <TextField {...fieldOf('to')} error={wrong} hint={t('booklets.part.hint', { most: mostPrintedPages })} />
    </div>
  )
}

const wrongPart = (pages: number, t: Translator['t']): string =>
  t('booklets.part.wrong', { pages, most: mostPrintedPages })

function MadeActs({ made, making }: MadeProps) {
  const { t } = useMessages()
  const { pages } = made.paper
  const isPart = readPart(made.part, pages, mostPrintedPages) !== null
  return (
    <>
      {pages > pagesShown ? (
        <>
          <Act keys="B" onAct={() => making.turn(-1)}>
            {t('booklets.earlier')}
          </Act>
          <Act keys="N" onAct={() => making.turn(1)}>
            {t('booklets.later')}
          </Act>
        </>
      ) : null}
      <Act keys="S" onAct={() => making.produce('save')}>
        {t('requests.paper.save')}
      </Act>
      <Act
        look="primary"
        icon="print"
        keys="P"
        takesFocus
        disabledBecause={isPart ? undefined : wrongPart(pages, t)}
        onAct={() => making.produce('print')}
      >
        {t(pages > mostPrintedPages ? 'booklets.part.print' : 'requests.paper.print')}
      </Act>
    </>
  )
}

function noteOf({ state }: BookletMaking, t: Translator['t']): string {
  if (state.kind === 'stopped') return t('booklets.stopped')
  if (state.kind !== 'made') return ''
  const { pages } = state.paper
  const { printed } = state
  if (state.out === 'printed' && printed && pages > mostPrintedPages) return t('booklets.part.printed', { ...printed })
  if (state.out) return t(`booklets.${state.out}`)
  const to = Math.min(pages, state.from + pagesShown - 1)
  return pages > pagesShown
    ? `${t('booklets.shown', { from: state.from, to })}　${t('booklets.pages', { pages })}`
    : t('booklets.pages', { pages })
}

const refusalSentence = (problem: BookletRefusal, translator: Translator): string =>
  problem.kind === 'bookletElementMissing'
    ? translator.t('booklets.elementMissing', { element: translator.t(`booklets.element.${problem.element}`) })
    : paperProblemSentence(problem, translator)
