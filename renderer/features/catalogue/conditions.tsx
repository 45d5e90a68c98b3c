import {
  anyDocument,
  narrowedBy,
  type CatalogueCondition,
  type NarrowedBy,
} from '#shared/application/catalogue/catalogue-list'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import type { Validity } from '#shared/domain/catalogue/document-facts'
import { topicName } from '#shared/domain/catalogue/topic-classes'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import { SelectField } from '../../ui/fields/select-field'
import { FilterBox } from '../../ui/tables/filter-box'
import { useNarrowingChoices } from './use-narrowing-choices'

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
  const choices = useNarrowingChoices(lines)
  const set = (name: NarrowedBy, value: string): void =>
    onCondition({ ...condition, by: { ...condition.by, [name]: value } })
  const isNarrowed = condition.text !== '' || narrowedBy.some(name => condition.by[name] !== '')
  return (
    <div className="catalogue-conditions">
      <FilterBox
        label={t('catalogue.filter')}
        text={condition.text}
        onText={text => onCondition({ ...condition, text })}
        onDown={onDown}
      />
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
