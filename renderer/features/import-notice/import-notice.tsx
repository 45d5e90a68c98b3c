import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ImportSummary } from '#shared/application/import/import-desk'
import type { UnfinishedImport } from '#shared/application/intake/ports'
import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../../ui/acts/text-link'
import { Mark } from '../../ui/marks/mark'
import './import-notice.css'

export interface ImportNoticeProps {
  readonly desk: Desk
  readonly onOpen: () => void
  /** To the import of documents. */
  readonly onDocuments: () => void
}

/**
 * On Today: an import that waits for a signature, whose cases are not all on the board yet, or whose documents are not all in
 * the catalogue: one that was stopped, or that a power cut stopped.
 */
export function ImportNotice({ desk: { imports, intake }, onOpen, onDocuments }: ImportNoticeProps) {
  const { t } = useMessages()
  const [batches, setBatches] = useState<readonly ImportSummary[]>([])
  const [left, setLeft] = useState<readonly UnfinishedImport[]>([])
  useEffect(() => {
    let isHere = true
    void imports.list().then(listed => isHere && listed.ok && setBatches(listed.value))
    void intake.unfinished().then(listed => isHere && listed.ok && setLeft(listed.value))
    return () => {
      isHere = false
    }
  }, [imports, intake])
  const documents = left.map(({ name, plan: { batchId, lines } }) => (
    <p key={batchId} className="import-notice" role="status">
      <Mark flag="late" />
      <span>{t('docImport.notice', { name, n: lines.length })}</span>
      <TextLink onAct={onDocuments}>{t('import.notice.open')}</TextLink>
    </p>
  ))
  const cases = batches.map(({ batchId, state, fileName, cases, written }) => (
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
  return (
    <>
      {cases}
      {documents}
    </>
  )
}
