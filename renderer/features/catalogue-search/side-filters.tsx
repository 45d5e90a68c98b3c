import { useState } from 'react'
import type { FoundPage, SearchAmong, SideName, Ticked } from '#shared/application/catalogue-search'
import { useMessages } from '../../i18n/messages-provider'
import { CheckBox } from '../../ui/fields/check-box'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { sideValueWords, type TopicNames } from './side-words'

export interface SideFiltersProps {
  readonly counts: FoundPage['counts'] | undefined
  readonly ticked: Ticked
  readonly topics: TopicNames
  readonly among: SearchAmong
  readonly onTicked: (ticked: Ticked) => void
  readonly onAmong: (among: SearchAmong) => void
}

const sides: readonly SideName[] = ['validity', 'topic', 'issuer', 'genre']

/** What narrows the list, each value with how many answers have it. */
export function SideFilters({ counts, ticked, topics, among, onTicked, onAmong }: SideFiltersProps) {
  const { t } = useMessages()
  return (
    <aside className="lookup-sides" aria-label={t('lookup.sides')}>
      <ChoiceGroup
        label={t('lookup.among')}
        labelUnseen
        choices={(['public', 'held'] as const).map(value => ({ value, label: t(`lookup.among.${value}`) }))}
        value={among}
        onChange={onAmong}
      />
      {among === 'held' ? <p className="lookup-side-note">{t('lookup.among.heldNote')}</p> : null}
      {sides.map(side => (
        <Side
          key={side}
          label={t(`lookup.side.${side}`)}
          values={byCount(counts?.facets[side] ?? none)}
          words={value => sideValueWords(side, value, { t, topics })}
          ticked={ticked.facets[side] ?? []}
          onTicked={values => onTicked({ ...ticked, facets: { ...ticked.facets, [side]: values } })}
        />
      ))}
      <Side
        label={t('lookup.side.years')}
        values={[...(counts?.years ?? [])].sort(([a], [b]) => b - a)}
        words={year => t('lookup.side.year', { year })}
        ticked={ticked.years}
        onTicked={years => onTicked({ ...ticked, years })}
      />
    </aside>
  )
}

const none: ReadonlyMap<string, number> = new Map()

const byCount = <Value,>(counts: ReadonlyMap<Value, number>): [Value, number][] =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))

interface SideProps<Value> {
  readonly label: string
  readonly values: readonly (readonly [Value, number])[]
  readonly words: (value: Value) => string
  readonly ticked: readonly Value[]
  readonly onTicked: (values: readonly Value[]) => void
}

const shown = 6

function Side<Value extends string | number>({ label, values, words, ticked, onTicked }: SideProps<Value>) {
  const { t, format } = useMessages()
  const [isWhole, setWhole] = useState(false)
  // What is ticked stays in sight, also where nothing has it any more: else it could not be taken off.
  const missing = ticked.filter(value => !values.some(([one]) => one === value)).map(value => [value, 0] as const)
  const all = [...values, ...missing]
  if (all.length === 0) return null
  const drawn = isWhole ? all : all.filter(([value], at) => at < shown || ticked.includes(value))
  return (
    <fieldset className="lookup-side">
      <legend>{label}</legend>
      {drawn.map(([value, count]) => (
        <div key={value} className="lookup-side-row">
          <CheckBox
            checked={ticked.includes(value)}
            onChange={isOn => onTicked(isOn ? [...ticked, value] : ticked.filter(one => one !== value))}
          >
            {words(value)} <span className="lookup-side-count">{format.count(count)}</span>
          </CheckBox>
        </div>
      ))}
      {all.length > shown ? (
        <button type="button" className="lookup-side-more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('lookup.side.fewer') : t('lookup.side.more', { n: all.length - drawn.length })}
        </button>
      ) : null}
    </fieldset>
  )
}
