import { visitNoOf } from '#shared/application/visits/visit-words'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { visitConflictWords } from '../../case-parts/visit-conflict-words'
import { useMessages } from '../../i18n/messages-provider'
import { useWatch } from '../../ui/states/use-watch'
import { ConflictList } from './conflict-list'
import type { SectionProps } from './exchange-sections'

/** The same of visits in the reading room: acts of two windows of which one had no effect. */
export function VisitConflictsSection({ desk, onOpen }: SectionProps) {
  const translator = useMessages()
  const { t } = translator
  const nameOf = useStaffNames(desk)
  const records = useWatch(desk.visits.book.watchDisputed) ?? []
  const lines = records.map(record => ({
    ...{ id: record.visitId, name: visitNoOf(record) },
    words: record.visit.conflicts.flatMap(conflict =>
      visitConflictWords(conflict, record.visit, { nameOf, translator }),
    ),
    onOpen: () => onOpen({ kind: 'visit', id: record.visitId }),
  }))
  return (
    <ConflictList
      title={t('exchange.conflicts.visits')}
      aside={t('exchange.conflicts.visits.aside', { n: lines.length })}
      lines={lines}
      next={t('exchange.conflicts.visits.next')}
    />
  )
}
