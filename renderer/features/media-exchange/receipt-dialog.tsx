import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import { matchAcknowledgement, type AcknowledgementMatch } from '#shared/domain/media/acknowledgement'
import type { MediaBook } from '#shared/domain/media/media-book'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { DateField } from '../../ui/date-field/date-field'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextField } from '../../ui/fields/text-field'
import { Status } from '../../ui/marks/status'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { roleOf } from './export-order'

export interface ReceiptDialogProps {
  readonly desk: Desk
  readonly book: MediaBook
  readonly onClose: () => void
}

/** 回执: scanned from the slip's code, or its first groups typed. What does not match is said and not entered. */
export function ReceiptDialog({ desk, book, onClose }: ReceiptDialogProps) {
  const { t } = useMessages()
  const [words, setWords] = useState('')
  const [receivedBy, setReceivedBy] = useState('')
  const [on, setOn] = useState<Desk['today'] | null>(desk.today)
  const { isBusy, problem, run } = useRunning<Problem>()
  const match = matchAcknowledgement(book, words)
  const role = roleOf(desk.me.posts)
  const isReady = match.kind === 'matched' && receivedBy.trim() !== '' && on !== null && role !== undefined
  const enter = async (): Promise<void> => {
    if (!isReady) return
    const { exportId } = match.medium
    const done = await run(async () => {
      const noted = await desk.media.acknowledge({ exportId, on, how: 'paper', receivedBy: receivedBy.trim(), role })
      return noted.ok ? { ok: true, value: true } : noted
    })
    if (done) onClose()
  }
  return (
    <Dialog
      open
      title={t('media.receipt')}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('requests.cancel')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            busy={isBusy}
            disabledBecause={isReady ? undefined : t('media.receiptMissing')}
            onAct={() => void enter()}
          >
            {t('media.receiptEnter')}
          </Act>
        </>
      }
    >
      <TextField
        label={t('media.receiptCode')}
        hint={t('media.receiptHint')}
        takesFocus
        value={words}
        onChange={setWords}
      />
      {words.trim() === '' ? null : <Match match={match} />}
      <TextField label={t('media.receivedBy')} maxLength={50} value={receivedBy} onChange={setReceivedBy} />
      <DateField label={t('media.receivedOn')} value={on} onChange={setOn} today={desk.today} latestOn={desk.today} />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

function Match({ match }: { readonly match: AcknowledgementMatch }) {
  const { t } = useMessages()
  const no = match.kind === 'unknown' ? '' : match.medium.mediumNo
  return (
    <p role="status">
      <Status flag={match.kind === 'matched' ? 'done' : 'conflict'}>{t(`media.match.${match.kind}`, { no })}</Status>
    </p>
  )
}
