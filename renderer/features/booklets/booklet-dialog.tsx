import type { BookletRefusal, Booklets } from '#shared/application/booklets/booklets'
import { mostPrintedPages } from '#shared/contracts/register-file'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import type { BookletKind } from '#shared/domain/booklets/booklet-facts'
import { paperProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import type { Translator } from '../../i18n/translator'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
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

function Stage({ making: { state, stop }, translator }: StageProps) {
  const { t } = translator
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
      return <Made made={state} />
  }
}

function Made({ made: { paper, images, from } }: { readonly made: MadeState }) {
  const { t } = useMessages()
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
      <PaperGaps gaps={paper.gaps} />
    </>
  )
}

function MadeActs({ made, making }: { readonly made: MadeState; readonly making: BookletMaking }) {
  const { t } = useMessages()
  const { pages } = made.paper
  const tooLong = t('booklets.tooLong', { pages, most: mostPrintedPages })
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
        disabledBecause={pages > mostPrintedPages ? tooLong : undefined}
        onAct={() => making.produce('print')}
      >
        {t('requests.paper.print')}
      </Act>
    </>
  )
}

function noteOf({ state }: BookletMaking, t: Translator['t']): string {
  if (state.kind === 'stopped') return t('booklets.stopped')
  if (state.kind !== 'made') return ''
  if (state.out) return t(`booklets.${state.out}`)
  const { pages } = state.paper
  if (pages > mostPrintedPages) return t('booklets.tooLong', { pages, most: mostPrintedPages })
  const to = Math.min(pages, state.from + pagesShown - 1)
  return pages > pagesShown
    ? `${t('booklets.shown', { from: state.from, to })}　${t('booklets.pages', { pages })}`
    : t('booklets.pages', { pages })
}

const refusalSentence = (problem: BookletRefusal, translator: Translator): string =>
  problem.kind === 'bookletElementMissing'
    ? translator.t('booklets.elementMissing', { element: translator.t(`booklets.element.${problem.element}`) })
    : paperProblemSentence(problem, translator)
