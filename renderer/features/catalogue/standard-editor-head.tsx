import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { ProblemNote } from '../../ui/states/problem-note'
import type { ListDraft } from './use-list-draft'

export interface StandardEditorHeadProps {
  readonly inHand: ListDraft
  readonly isNew: boolean
  readonly isBusy: boolean
  readonly isReading: boolean
  readonly onBack: () => void
  readonly onStartAgain: () => void
  readonly onRemove: () => void
  readonly onPaste: () => void
  readonly onFile: () => void
  readonly onSave: () => void
}

/** What can be done with the list in hand, and how its draft stands. */
export function StandardEditorHead(props: StandardEditorHeadProps) {
  const { inHand, isNew, isBusy, onBack } = props
  const { list, draft, isMoved } = inHand
  const { t, format } = useMessages()
  const notes = [
    ...(list.isSample ? [t('standard.isSample')] : []),
    ...(draft.kind === 'saved' ? [t('document.draftKept', { time: format.time(draft.savedAt) })] : []),
  ]
  return (
    <>
      <PageHead
        title={t(isNew ? 'standard.adding' : 'standard.editing')}
        notes={notes.length > 0 ? notes.map(note => <span key={note}>{note}</span>) : null}
        onBack={onBack}
        acts={
          <>
            {draft.kind === 'saved' || isMoved ? (
              <Act onAct={props.onStartAgain}>{t('document.startAgain')}</Act>
            ) : null}
            {isNew ? null : (
              <Act look="danger" busy={isBusy} onAct={props.onRemove}>
                {t('standard.remove')}
              </Act>
            )}
            <Act onAct={props.onPaste}>{t('standard.paste')}</Act>
            <Act keys="Alt+O" busy={props.isReading} onAct={props.onFile}>
              {t('standard.fromFile')}
            </Act>
            <Act look="primary" keys="Ctrl+Enter" busy={isBusy} onAct={props.onSave}>
              {t('standard.save')}
            </Act>
          </>
        }
      />
      {isMoved ? (
        <p className="document-due is-late" role="status">
          {t('standard.changedMeanwhile')}
        </p>
      ) : null}
      {draft.kind === 'failed' ? <ProblemNote sentence={problemSentence(draft.problem, t)} /> : null}
    </>
  )
}
