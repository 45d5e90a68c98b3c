import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { cardData } from '#shared/application/reception/card-reader'
import {
  visitorDocuments,
  type VisitField,
  type VisitFieldProblems,
  type VisitorForm,
} from '#shared/application/visits/visit-form'
import { fieldProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { CheckBox } from '../../ui/fields/check-box'
import { SelectField } from '../../ui/fields/select-field'
import { TextField } from '../../ui/fields/text-field'

export interface VisitorFieldsProps {
  readonly desk: Pick<Desk, 'cards' | 'today'>
  readonly form: VisitorForm
  readonly problems: VisitFieldProblems
  readonly isTried: boolean
  /** Nobody is asked who they are. */
  readonly optional: boolean
  readonly onChange: (part: Partial<VisitorForm>) => void
  readonly takesFocus?: boolean
}

/** Name, document, telephone, and that the original was looked at; a card fills them where a reader is set up. */
export function VisitorFields(props: VisitorFieldsProps) {
  const { desk, form, problems, isTried, optional, onChange, takesFocus = false } = props
  const translator = useMessages()
  const { t } = translator
  const errorOf = (field: VisitField, label: string): string | null => {
    const problem = problems[field]
    return isTried && problem ? fieldProblemSentence(problem, label, translator) : null
  }
  const text = (field: 'name' | 'idNumber' | 'country' | 'phone', isOptional: boolean) => {
    const label = t(`intake.person.${field}`)
    return {
      ...{ label, optional: isOptional, value: form[field], error: errorOf(field, label) },
      onChange: (typed: string) => onChange({ [field]: typed }),
    }
  }
  const seenProblem = errorOf('originalSeen', '')
  return (
    <>
      <CardReader desk={desk} onChange={onChange} />
      <div className="room-row">
        <TextField {...text('name', optional)} takesFocus={takesFocus} />
        <TextField {...text('phone', true)} inputMode="tel" />
      </div>
      <div className="room-row">
        <SelectField
          label={t('intake.person.idKind')}
          choices={visitorDocuments.map(value => ({ value, label: t(`idKind.${value}`) }))}
          value={form.idKind as (typeof visitorDocuments)[number]}
          onChange={idKind => onChange({ idKind })}
        />
        <TextField {...text('idNumber', optional)} />
      </div>
      {form.idKind === 'foreignPassport' ? <TextField {...text('country', optional)} /> : null}
      <CheckBox checked={form.originalSeen} onChange={originalSeen => onChange({ originalSeen })}>
        {t('reception.field.originalSeen')}
      </CheckBox>
      {seenProblem ? (
        <p className="field-error" role="alert">
          {seenProblem}
        </p>
      ) : null}
    </>
  )
}

type CardState = 'idle' | 'reading' | 'noReader' | 'noAnswer' | 'noCard' | 'unreadable' | { readonly name: string }

/** Nothing where no reader is set up; the fields stay open to the keyboard whatever the card says. */
function CardReader({ desk, onChange }: Pick<VisitorFieldsProps, 'desk' | 'onChange'>) {
  const { t } = useMessages()
  const { cards, today } = desk
  const [canRead, setCanRead] = useState(false)
  const [state, setState] = useState<CardState>('idle')
  useEffect(() => {
    let isHere = true
    void cards.isSetUp().then(isSetUp => (isHere ? setCanRead(isSetUp) : undefined))
    return () => {
      isHere = false
    }
  }, [cards])
  if (!canRead) return null
  const read = async (): Promise<void> => {
    setState('reading')
    const answer = await cards.read()
    if (answer.outcome === 'notRead') return setState(answer.why)
    const card = cardData(answer, today)
    if (!card) return setState('unreadable')
    onChange({ name: card.name, idKind: card.idKind ?? 'residentId', idNumber: card.idNumber })
    setState({ name: card.name })
  }
  return (
    <div className="room-card">
      <Act keys="Alt+R" busy={state === 'reading'} onAct={() => void read()}>
        {t('intake.card.read')}
      </Act>
      <span role="status">{cardWords(state, t)}</span>
    </div>
  )
}

function cardWords(state: CardState, t: ReturnType<typeof useMessages>['t']): string {
  if (state === 'idle') return ''
  if (state === 'reading') return t('intake.card.reading')
  return typeof state === 'object' ? t('intake.card.done', { name: state.name }) : t(`cardProblem.${state}`)
}
