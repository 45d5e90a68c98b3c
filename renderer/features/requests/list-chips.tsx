import { useMemo } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import type { Flag } from '../../ui/marks/mark'
import { ChipGroup } from '../../ui/tables/chip-group'
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
  const shown = chips.filter(each => counts[each] > 0 || each === chip || each === 'all' || each === 'open')
  return (
    <ChipGroup
      label={t('requests.list.chips')}
      chips={shown.map(value => ({
        ...{ value, flag: flags[value], count: format.count(counts[value]) },
        label: chipName(value, warningWorkingDays, translator),
      }))}
      value={chip}
      onChange={onChange}
    />
  )
}
