import { labelsASheet } from '#shared/application/desk'
import { useMessages } from '../../i18n/messages-provider'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import './label-place.css'

export interface LabelPlaceProps {
  /** 1 to 24, row by row. */
  readonly place: number
  readonly onChange: (place: number) => void
}

/** The sheet of labels as it lies in the printer: the first that is still on it is chosen where it lies. */
export function LabelPlace({ place, onChange }: LabelPlaceProps) {
  const { t } = useMessages()
  const choices = Array.from({ length: labelsASheet }, (_, index) => ({
    value: String(index + 1),
    label: String(index + 1),
  }))
  return (
    <div className="label-place">
      <ChoiceGroup
        label={t('papers.labelPlace')}
        hint={t('papers.labelPlaceHint')}
        choices={choices}
        value={String(place)}
        onChange={value => onChange(Number(value))}
      />
    </div>
  )
}
