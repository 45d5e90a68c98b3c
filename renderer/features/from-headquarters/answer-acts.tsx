import type { SendingNow } from '#shared/domain/sendings/sendings-now'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import type { Answering } from './use-answer'

export interface AnswerActsProps {
  readonly sending: SendingNow
  readonly answering: Answering
  /** Why nothing can be written now. */
  readonly locked: string | undefined
  readonly onDecline: () => void
}

/** What can be done with a sending: read it, or accept it or not. */
export function AnswerActs({ sending: { kind, content }, answering, locked, onDecline }: AnswerActsProps) {
  const { t } = useMessages()
  const { may, isBusy, accept, read, openDocuments } = answering
  if (may === 'nothing') return null
  if (kind === 'notice')
    return (
      <Act look="primary" keys="Ctrl+Enter" busy={isBusy} disabledBecause={locked} onAct={read}>
        {t('sending.read')}
      </Act>
    )
  return (
    <>
      <Act disabledBecause={locked} onAct={onDecline}>
        {t('sending.decline')}
      </Act>
      {kind === 'documents' && content ? (
        <Act busy={isBusy} disabledBecause={locked} onAct={openDocuments}>
          {t('sending.documents.import')}
        </Act>
      ) : null}
      <Act
        look="primary"
        keys="Ctrl+Enter"
        busy={isBusy}
        disabledBecause={locked ?? (content ? undefined : t('sending.unreadable'))}
        onAct={accept}
      >
        {t(`sending.accept.${kind}`)}
      </Act>
    </>
  )
}
