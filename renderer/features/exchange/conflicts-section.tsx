import { openConflicts } from '#shared/domain/requests/open-conflicts'
import type { RequestRecord } from '#shared/application/ports'
import { conflictWords } from '../../case-parts/conflict-words'
import { useStaffNames, type NameOf } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { useWatch } from '../../ui/states/use-watch'
import type { SectionProps } from './exchange-sections'

/** What two machines did to one request without knowing of each other: both values, and the way to settle it. */
export function ConflictsSection({ desk, onOpen }: SectionProps) {
  const { t } = useMessages()
  const nameOf = useStaffNames(desk)
  const records = useWatch(desk.requests.watchAll) ?? []
  const open = records.filter(({ request }) => openConflicts(request).length > 0)
  if (open.length === 0) return null
  return (
    <Sheet title={t('exchange.conflicts')} aside={t('exchange.conflicts.aside', { n: open.length })}>
      <ul className="exchange-lines" aria-label={t('exchange.conflicts')}>
        {open.map(record => (
          <Conflict key={record.requestId} {...{ record, nameOf, onOpen }} />
        ))}
      </ul>
      <p className="exchange-quiet">{t('exchange.conflicts.next')}</p>
    </Sheet>
  )
}

interface ConflictProps extends Pick<SectionProps, 'onOpen'> {
  readonly record: RequestRecord
  readonly nameOf: NameOf
}

function Conflict({ record: { request, requestId }, nameOf, onOpen }: ConflictProps) {
  const translator = useMessages()
  const lines = openConflicts(request).flatMap(conflict => conflictWords(conflict, nameOf, translator))
  return (
    <li>
      <Status flag="conflict">{request.requestNo}</Status>
      <span className="exchange-words">
        {lines.map((line, nth) => (
          <span key={`${nth} ${line}`}>{line}</span>
        ))}
      </span>
      <Act size="small" onAct={() => onOpen(requestId)}>
        {translator.t('exchange.conflicts.open', { no: request.requestNo })}
      </Act>
    </li>
  )
}
