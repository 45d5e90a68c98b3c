import { openConflicts } from '#shared/domain/requests/open-conflicts'
import { conflictWords } from '../../case-parts/conflict-words'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { useWatch } from '../../ui/states/use-watch'
import { ConflictList } from './conflict-list'
import type { SectionProps } from './exchange-sections'

/** What two machines did to one request without knowing of each other: both values, and the way to settle it. */
export function ConflictsSection({ desk, onOpen }: SectionProps) {
  const translator = useMessages()
  const { t } = translator
  const nameOf = useStaffNames(desk)
  const records = useWatch(desk.requests.watchAll) ?? []
  const lines = records.flatMap(({ request, requestId }) => {
    const open = openConflicts(request)
    if (open.length === 0) return []
    const words = open.flatMap(conflict => conflictWords(conflict, nameOf, translator))
    return [{ id: requestId, name: request.requestNo, words, onOpen: () => onOpen({ kind: 'request', id: requestId }) }]
  })
  return (
    <ConflictList
      title={t('exchange.conflicts')}
      aside={t('exchange.conflicts.aside', { n: lines.length })}
      lines={lines}
      next={t('exchange.conflicts.next')}
    />
  )
}
