import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import { DateField } from '../../ui/date-field/date-field'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { TextField } from '../../ui/fields/text-field'
import { BundleChoice } from './bundle-choice'
import type { ExportFields } from './export-order'

export interface WhatChoiceProps {
  readonly fields: ExportFields
  readonly set: (changed: Partial<ExportFields>) => void
  /** Requests that it would hold; null while nothing is chosen, and for documents. */
  readonly found: number | null
  readonly today: CivilDate
}

export function WhatChoice({ fields, set, found, today }: WhatChoiceProps) {
  const { t } = useMessages()
  const kinds = ['case', 'period', 'register', 'catalogue', 'bundle'] as const
  return (
    <>
      <ChoiceGroup
        label={t('media.what')}
        value={fields.what}
        onChange={what => set({ what })}
        choices={kinds.map(value => ({ value, label: t(`media.what.${value}`) }))}
      />
      {fields.what === 'case' ? (
        <TextField
          label={t('media.requestNo')}
          placeholder="YX-A-2026-0001"
          value={fields.requestNo}
          onChange={requestNo => set({ requestNo })}
        />
      ) : null}
      {fields.what === 'period' ? (
        <div className="media-names">
          <DateField label={t('media.from')} value={fields.from} onChange={from => set({ from })} today={today} />
          <DateField label={t('media.to')} value={fields.to} onChange={to => set({ to })} today={today} />
        </div>
      ) : null}
      {fields.what === 'bundle' ? <BundleChoice fields={fields} set={set} /> : null}
      {found === null ? null : <p className="media-quiet">{t('media.found', { n: found })}</p>}
    </>
  )
}
