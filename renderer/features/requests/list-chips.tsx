import { useMemo } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Mark, type Flag } from '../../ui/marks/mark'
import { chipName } from './chip-name'
import { chips, countsOf, type Chip } from './list-condition'
import type { ListedRow } from './list-rows'

export interface ListChipsProps {
  readonly rows: readonly ListedRow[]
  readonly chip: Chip
  readonly warningWorkingDays: number
  readonly onChange: (chip: Chip) => void
}

const flags: Partial<Record<Chip, Flag>> = {
  late: 'late',
  soon: 'soon',
  mine: 'mine',
  unserved: 'soon',
  unconfirmed: 'provisional',
  undated: 'provisional',
  served: 'done',
}

/** Chips that hold nothing stay away, except the chosen one and the two that are always there. */
export function ListChips({ rows, chip, warningWorkingDays, onChange }: ListChipsProps) {
  const translator = useMessages()
  const { t, format } = translator
  const counts = useMemo(() => countsOf(rows), [rows]) // not at every letter that is typed
  const shown = chips.map(each => ({ each, count: counts[each], flag: flags[each] }))
  return (
    <div className="list-chips" role="group" aria-label={t('requests.list.chips')}>
      {shown
        .filter(({ each, count }) => count > 0 || each === chip || each === 'all' || each === 'open')
        .map(({ each, count, flag }) => (
          <button
            key={each}
            type="button"
            className="list-chip"
            aria-pressed={each === chip}
            onClick={() => onChange(each)}
          >
            {flag ? <Mark flag={flag} /> : null}
            <span>{chipName(each, warningWorkingDays, translator)}</span> <b>{format.count(count)}</b>
          </button>
        ))}
    </div>
  )
}
