import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { matchAcknowledgement, type AcknowledgementMatch } from '#shared/domain/media/acknowledgement'
import type { MediaBook } from '#shared/domain/media/media-book'
import { useMessages } from '../../i18n/messages-provider'
import { DateField } from '../../ui/date-field/date-field'
import { OneActDialog } from '../../ui/dialogs/one-act-dialog'
import { TextField } from '../../ui/fields/text-field'
import { Status } from '../../ui/marks/status'
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
  const match = matchAcknowledgement(book, words)
  const role = roleOf(desk.me.posts)
  const isReady = match.kind === 'matched' && receivedBy.trim() !== '' && on !== null && role !== undefined
  const enter = () =>
    isReady
      ? desk.media.acknowledge({
          ...{ exportId: match.medium.exportId, on, role },
          ...{ how: 'paper', receivedBy: receivedBy.trim() },
        })
      : null
  return (
    <OneActDialog
      title={t('media.receipt')}
      does={t('media.receiptEnter')}
      disabledBecause={isReady ? undefined : t('media.receiptMissing')}
      act={enter}
      onClose={onClose}
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
    </OneActDialog>
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
