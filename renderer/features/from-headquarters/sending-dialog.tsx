import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { OpenedSource } from '#shared/application/intake/ports'
import type { SendingNow } from '#shared/domain/sendings/sendings-now'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { AnswerActs } from './answer-acts'
import { SendingBody } from './sending-body'
import { useAnswer } from './use-answer'
import './from-headquarters.css'

export interface SendingDialogProps {
  readonly desk: Desk
  readonly sending: SendingNow
  readonly onClose: () => void
  /** Documents were opened: the import goes on with them. */
  readonly onImport: (source: OpenedSource) => void
}

/** One sending: what is in it, what it would change, and the office's answer. A notice is read; anything else is accepted or not. */
export function SendingDialog({ desk, sending, onClose, onImport }: SendingDialogProps) {
  const { t } = useMessages()
  const [reason, setReason] = useState<string | null>(null)
  const answering = useAnswer({ desk, sending, onDone: onClose, onImport })
  const locked = desk.readOnly ? t('sending.readOnly') : undefined
  const { kind, state } = sending
  const isOthers = answering.may === 'nothing' && kind !== 'notice' && state === 'open'
  const declining = (
    <>
      <Act onAct={() => setReason(null)}>{t('sending.back')}</Act>
      <Act
        look="primary"
        keys="Ctrl+Enter"
        busy={answering.isBusy}
        disabledBecause={reason?.trim() ? locked : t('sending.reasonMissing')}
        onAct={() => answering.decline(reason?.trim() ?? '')}
      >
        {t('sending.decline')}
      </Act>
    </>
  )
  const deciding = (
    <>
      <Act showsKeys="Esc" onAct={onClose}>
        {t('sending.close')}
      </Act>
      <AnswerActs {...{ sending, answering, locked }} onDecline={() => setReason('')} />
    </>
  )
  return (
    <Dialog
      open
      width={720}
      title={sending.title}
      onClose={onClose}
      note={isOthers ? t(`sending.notYours.${kind}`) : undefined}
      acts={reason === null ? deciding : declining}
    >
      <SendingBody desk={desk} sending={sending} />
      {reason === null ? null : (
        <TextField label={t('sending.reason')} takesFocus maxLength={200} value={reason} onChange={setReason} />
      )}
      {answering.problem ? <ProblemNote sentence={problemSentence(answering.problem, t)} /> : null}
    </Dialog>
  )
}
