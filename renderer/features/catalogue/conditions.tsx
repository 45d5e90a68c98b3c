import { useDeferredValue, useMemo, useRef } from 'react'
import { Input, type InputRef } from 'antd'
import {
  anyDocument,
  narrowedBy,
  narrowingChoices,
  type CatalogueCondition,
  type NarrowedBy,
} from '#shared/application/catalogue/catalogue-list'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import type { Validity } from '#shared/domain/catalogue/document-facts'
import { topicName } from '#shared/domain/catalogue/topic-classes'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import { Key } from '../../ui/acts/key'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { SelectField } from '../../ui/fields/select-field'
import { Icon } from '../../ui/marks/icon'

export interface ConditionsProps {
  readonly lines: readonly DocumentLine[]
  readonly condition: CatalogueCondition
  readonly topicNames: Readonly<Record<string, string>>
  readonly onCondition: (condition: CatalogueCondition) => void
  /** From the box to the rows. */
  readonly onDown: () => void
}

/** Words, and one list for each thing that documents are told apart by. Each entry says how many it holds. */
export function Conditions({ lines, condition, topicNames, onCondition, onDown }: ConditionsProps) {
  const translator = useMessages()
  const { t, format } = translator
  const later = useDeferredValue(lines) // counting a hundred thousand lines waits for a quiet moment
  const choices = useMemo(() => narrowingChoices(later), [later])
  const set = (name: NarrowedBy, value: string): void =>
    onCondition({ ...condition, by: { ...condition.by, [name]: value } })
  const isNarrowed = condition.text !== '' || narrowedBy.some(name => condition.by[name] !== '')
  return (
    <div className="catalogue-conditions">
      <FilterBox text={condition.text} onText={text => onCondition({ ...condition, text })} onDown={onDown} />
      {narrowedBy.map(name => (
        <SelectField
          key={name}
          label={t(`catalogue.by.${name}`)}
          optional="unsaid"
          value={condition.by[name]}
          onChange={value => set(name, value)}
          choices={[
            { value: '', label: t('catalogue.anything') },
            ...choices[name].map(({ value, count }) => ({
              value,
              label: t('catalogue.choice', {
                name: choiceWord(name, value, { translator, topicNames }),
                n: format.count(count),
              }),
            })),
          ]}
        />
      ))}
      {isNarrowed ? (
        <button type="button" className="link" onClick={() => onCondition({ ...anyDocument, part: condition.part })}>
          {t('catalogue.clear')}
        </button>
      ) : null}
    </div>
  )
}

interface WordParts {
  readonly translator: Translator
  readonly topicNames: Readonly<Record<string, string>>
}

function choiceWord(name: NarrowedBy, value: string, { translator: { t }, topicNames }: WordParts): string {
  if (name === 'validity') return t(`validity.${value as Validity}`)
  if (name !== 'topic') return value
  const word = topicName(value, topicNames) ?? value
  return value.length > 2 ? `\u3000${word}` : `${value} ${word}`
}

interface FilterBoxProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onDown: () => void
}

/** `/` comes here from anywhere, Down and Enter go on to the rows, Esc empties the box. */
function FilterBox({ text, onText, onDown }: FilterBoxProps) {
  const { t } = useMessages()
  const box = useRef<InputRef>(null)
  useShortcuts([{ keys: '/', run: () => box.current?.focus({ cursor: 'all' }) }])
  return (
    <Input
      ref={box}
      className="catalogue-filter"
      role="searchbox"
      aria-label={t('catalogue.filter')}
      aria-keyshortcuts="/"
      placeholder={t('catalogue.filter')}
      prefix={<Icon name="search" size={16} />}
      suffix={text === '' ? <Key keys="/" /> : null}
      value={text}
      autoComplete="off"
      spellCheck={false}
      onChange={event => onText(event.target.value)}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && text !== '') {
          event.stopPropagation()
          onText('')
        }
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        event.preventDefault()
        onDown()
      }}
    />
  )
}
