import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { openRequestRow } from '#shared/application/requests/open-requests'
import { isEnded } from '#shared/domain/requests/board'
import type { RequestId } from '#shared/domain/requests/request-facts'
import type { Formatters } from '../../i18n/formatters'
import type { Translate } from '../../i18n/message'
import type { FindItem } from './find-item'
import type { RequestHits } from './use-request-hits'

interface RequestItemsParts {
  readonly hits: RequestHits
  readonly desk: Pick<Desk, 'today' | 'calendar'>
  readonly t: Translate
  readonly format: Formatters
  readonly text: string
  readonly onOpen: (requestId: RequestId) => void
  readonly onList: (words: string) => void
}

/** Requests as lines of the palette: what is asked, number, masked name, due day. Nothing plain of anybody. */
export function requestItems({ hits, text, t, onOpen, onList, ...parts }: RequestItemsParts): readonly FindItem[] {
  const items = hits.nearest.map((record): FindItem => {
    const { requestId } = record
    const { label, asides } = lineOf(record, { ...parts, t, isCurrent: hits.isCurrent(record) })
    return { id: requestId, group: 'requests', icon: 'cases', label, asides, run: () => onOpen(requestId) }
  })
  if (hits.count <= items.length) return items
  const all = t('find.allInList', { n: hits.count })
  return [...items, { id: 'all', group: 'requests', icon: 'search', label: all, run: () => onList(text) }]
}

function lineOf(
  record: RequestRecord,
  { desk, t, format, isCurrent }: Pick<RequestItemsParts, 'desk' | 't' | 'format'> & { isCurrent: boolean },
): Pick<FindItem, 'label'> & { asides: readonly string[] } {
  const row = openRequestRow(record, desk.today, desk.calendar)
  const applicant = row.applicant ?? t('today.erased')
  const label = row.description ?? t('today.untitled')
  const state = isEnded(row.status)
    ? t(`today.status.${row.status}`)
    : row.isClockBroken
      ? t('today.note.clockProblem')
      : t(row.certainty === 'final' ? 'find.due' : 'find.dueProvisional', {
          day: format.dayNear(row.dueOn, desk.today),
        })
  return { label, asides: [row.requestNo, applicant, ...(isCurrent ? [state] : [])] }
}
