import { useId, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { DateField } from '../../ui/date-field/date-field'
import { SelectField } from '../../ui/fields/select-field'
import { useWatch } from '../../ui/states/use-watch'
import type { NameOf } from '../../case-parts/use-staff-names'
import { narrowingsOf, type Condition, type Narrowing } from './list-condition'
import type { ListedRow } from './list-rows'
import { choicesOf, valuesIn } from './narrowing-choices'

export interface ListMoreProps {
  readonly desk: Desk
  readonly rows: readonly ListedRow[]
  readonly condition: Condition
  readonly onCondition: (condition: Condition) => void
  readonly nameOf: NameOf
}

/** 更多条件: what narrows the list besides chip and words. Only what some row has can be chosen. */
export function ListMore({ desk, rows, condition, onCondition, nameOf }: ListMoreProps) {
  const { t } = useMessages()
  const set = narrowingsOf(condition)
  const [isOpen, setOpen] = useState(set.length > 0)
  const panel = useId()
  const clear = (): void => onCondition({ chip: condition.chip, text: condition.text })
  return (
    <div className="list-more">
      <button
        type="button"
        className="list-chip"
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setOpen(!isOpen)}
      >
        <span>{t('lists.more')}</span> {set.length > 0 ? <b>{t('lists.moreSet', { n: set.length })}</b> : null}
      </button>
      {set.length > 0 ? (
        <Act look="quiet" onAct={clear}>
          {t('lists.moreClear')}
        </Act>
      ) : null}
      <div id={panel} className="list-more-panel" hidden={!isOpen}>
        {isOpen ? <Fields {...{ desk, rows, condition, onCondition, nameOf }} /> : null}
      </div>
    </div>
  )
}

const days = ['dueFrom', 'dueTo', 'receivedFrom', 'receivedTo'] as const

function Fields({ desk, rows, condition, onCondition, nameOf }: ListMoreProps) {
  const { t } = useMessages()
  const office = useWatch(desk.offices.watchOffice)
  const agencies = office?.office.agencies ?? []
  const choices = choicesOf({ rows, nameOf, agencies, t })
  const narrow = (part: { readonly [N in keyof Narrowing]: Narrowing[N] | null }): void => {
    const next = { ...condition, ...part }
    onCondition(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null)) as unknown as Condition) // null is left out, which the types of entries cannot say
  }
  return (
    <>
      {valuesIn.map(name =>
        choices[name].length > 0 ? (
          <SelectField
            key={name}
            label={t(`lists.by.${name}`)}
            optional="unsaid"
            value={condition[name] ?? anything}
            choices={[{ value: anything, label: t('lists.anything') }, ...choices[name]]}
            onChange={value => narrow({ [name]: value === anything ? null : value })}
          />
        ) : null,
      )}
      {days.map(name => (
        <DateField
          key={name}
          label={t(`lists.by.${name}`)}
          optional="unsaid"
          today={desk.today}
          value={condition[name] ?? null}
          onChange={(on: CivilDate | null) => narrow({ [name]: on })}
        />
      ))}
    </>
  )
}

const anything = ''
