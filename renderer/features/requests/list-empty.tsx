import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { EmptyState } from '../../ui/states/empty-state'
import { Status } from '../../ui/marks/status'
import { chipName } from './chip-name'
import { narrowingsOf, rowsFor, type Condition } from './list-condition'
import type { ListedRow } from './list-rows'
import { dueWords, flagOf } from './list-table'

export interface ListEmptyProps {
  readonly rows: readonly ListedRow[]
  readonly condition: Condition
  readonly warningWorkingDays: number
  readonly onCondition: (condition: Condition) => void
  readonly onOpen: (requestId: RequestId) => void
  readonly today: CivilDate
  /** Left out for who does not register. */
  readonly onRegister: (() => void) | undefined
  readonly onToday: () => void
}

const nearestShown = 5

/** Answers which condition excluded what, and offers the way out. */
export function ListEmpty({
  rows,
  condition,
  warningWorkingDays,
  onCondition,
  onOpen,
  today,
  ...ways
}: ListEmptyProps) {
  const translator = useMessages()
  const { t } = translator
  const { chip, text } = condition
  const typed = text.trim()
  if (rows.length === 0) return <NoRequests {...ways} />
  const nameOfChip = chipName(chip, warningWorkingDays, translator)
  const narrowed = narrowingsOf(condition).length
  const nearest = chip === 'all' && narrowed === 0 ? [] : rowsFor({ chip: narrowed > 0 ? chip : 'all', text }, rows)
  const title =
    narrowed > 0 && rowsFor({ chip, text }, rows).length > 0
      ? t('lists.empty.narrowed', { n: narrowed })
      : typed === ''
        ? t('requests.empty.chip', { chip: nameOfChip })
        : chip === 'all'
          ? t('requests.empty.text', { text: typed })
          : t('requests.empty.both', { chip: nameOfChip, text: typed })
  const widen = (
    <Act look="primary" onAct={() => onCondition(narrowed > 0 ? { chip, text } : { chip: 'all', text })}>
      {narrowed > 0 ? t('lists.empty.dropNarrowing') : t('requests.empty.dropChip', { chip: nameOfChip })}
    </Act>
  )
  const clear = (
    <Act
      keys="Esc"
      look={nearest.length > 0 ? 'quiet' : 'primary'}
      onAct={() => onCondition({ chip: 'all', text: '' })}
    >
      {t('requests.empty.clear')}
    </Act>
  )
  const list = nearest.slice(0, nearestShown).map(row => (
    <button key={row.requestId} type="button" className="nearest" onClick={() => onOpen(row.requestId)}>
      <span className="nearest-words">
        {row.asked ?? t('requests.erased')}
        <small>
          {row.requestNo}　{row.applicant ?? t('requests.erased')}
        </small>
      </span>
      <Status flag={flagOf(row)}>{dueWords(row, today, translator)}</Status>
    </button>
  ))
  return (
    <EmptyState
      title={title}
      acts={
        <>
          {nearest.length > 0 ? widen : null}
          {clear}
        </>
      }
      nearest={list.length > 0 ? list : undefined}
    >
      {nearest.length > 0
        ? narrowed > 0
          ? t('lists.empty.without', { n: nearest.length })
          : t('requests.empty.without', { chip: nameOfChip, n: nearest.length })
        : t('requests.empty.searched', { n: rows.length })}
    </EmptyState>
  )
}

/** Nothing was ever registered here. */
function NoRequests({ onRegister, onToday }: Pick<ListEmptyProps, 'onRegister' | 'onToday'>) {
  const { t } = useMessages()
  const act = onRegister ? (
    <Act look="primary" showsKeys="F2" onAct={onRegister}>
      {t('today.register')}
    </Act>
  ) : (
    <Act onAct={onToday}>{t('requests.empty.toToday')}</Act>
  )
  return (
    <EmptyState title={t('requests.empty.none')} acts={act}>
      {t('requests.empty.noneNote')}
    </EmptyState>
  )
}
