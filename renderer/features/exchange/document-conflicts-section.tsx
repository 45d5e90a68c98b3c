import { documentConflictWords } from '../../case-parts/document-conflict-words'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { useWatch } from '../../ui/states/use-watch'
import { ConflictList } from './conflict-list'
import type { SectionProps } from './exchange-sections'

/** The same of documents of the catalogue: fields and texts that were written over unseen, acts that had no effect. */
export function DocumentConflictsSection({ desk, onOpen }: SectionProps) {
  const translator = useMessages()
  const { t } = translator
  const nameOf = useStaffNames(desk)
  const records = useWatch(desk.documents.watchDisputed) ?? []
  const lines = records.map(({ documentId, document, disputes }) => ({
    ...{ id: documentId, name: document.details.indexNo, title: document.details.title },
    words: disputes.flatMap(dispute => documentConflictWords(dispute, document, { nameOf, translator })),
    onOpen: () => onOpen({ kind: 'document', id: documentId }),
  }))
  return (
    <ConflictList
      title={t('exchange.conflicts.documents')}
      aside={t('exchange.conflicts.documents.aside', { n: lines.length })}
      lines={lines}
      next={t('exchange.conflicts.documents.next')}
    />
  )
}
