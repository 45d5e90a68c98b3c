import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ImportSummary } from '#shared/application/import/import-desk'
import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../../ui/acts/text-link'
import { Mark } from '../../ui/marks/mark'
import './import-notice.css'

export interface ImportNoticeProps {
  readonly desk: Desk
  readonly onOpen: () => void
}

/** On Today: an import that waits for a signature, or whose cases are not all on the board yet. */
export function ImportNotice({ desk: { imports }, onOpen }: ImportNoticeProps) {
  const { t } = useMessages()
  const [batches, setBatches] = useState<readonly ImportSummary[]>([])
  useEffect(() => {
    let isHere = true
    void imports.list().then(listed => isHere && listed.ok && setBatches(listed.value))
    return () => {
      isHere = false
    }
  }, [imports])
  return batches.map(({ batchId, state, fileName, cases, written }) => (
    <p key={batchId} className="import-notice" role="status">
      <Mark flag={state === 'waiting' ? 'mine' : 'late'} />
      <span>
        {state === 'waiting'
          ? t('import.notice.waiting', { file: fileName, n: cases })
          : t('import.notice.stopped', { file: fileName, written, cases })}
      </span>
      <TextLink onAct={onOpen}>{t('import.notice.open')}</TextLink>
    </p>
  ))
}
