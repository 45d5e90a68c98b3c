import type { CardData } from '#shared/application/reception/card-reader'
import {
  visitorDocuments,
  type VisitField,
  type VisitFieldProblems,
  type VisitorForm,
} from '#shared/application/visits/visit-form'
import { CardNote } from '../../case-parts/card-note'
import type { CardReading } from '../../case-parts/use-card-reader'
import { fieldProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { CheckBox } from '../../ui/fields/check-box'
import { SelectField } from '../../ui/fields/select-field'
import { TextField } from '../../ui/fields/text-field'

export interface VisitorFieldsProps {
  readonly card: CardReading
  readonly form: VisitorForm
  readonly problems: VisitFieldProblems
  readonly isTried: boolean
  /** Nobody is asked who they are. */
  readonly optional: boolean
  readonly onChange: (part: Partial<VisitorForm>) => void
  readonly takesFocus?: boolean
}

/** Name, document, telephone, and that the original was looked at; a card fills them. */
export function VisitorFields(props: VisitorFieldsProps) {
  const { card, form, problems, isTried, optional, onChange, takesFocus = false } = props
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
    <div className="room-fields">
      <CardPart card={card} />
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
    </div>
  )
}

/** What a card says of its holder; a reader that gives the number alone leaves the name as it is. */
export const visitorFromCard = ({ name, idKind = 'residentId', idNumber }: CardData): Partial<VisitorForm> => ({
  ...{ idKind, idNumber },
  ...(name ? { name } : {}),
})

/** The button where a reader can be asked; the fields stay open to the keyboard whatever the card says. */
function CardPart({ card }: Pick<VisitorFieldsProps, 'card'>) {
  const { t } = useMessages()
  return (
    <div className="room-card">
      {card.canRead ? (
        <Act keys="F9" busy={card.state.kind === 'reading'} onAct={card.read}>
          {t('intake.card.read')}
        </Act>
      ) : null}
      <CardNote card={card} />
    </div>
  )
}
