import { useMessages } from '../../i18n/messages-provider'
import { CheckBox } from '../../ui/fields/check-box'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { TextField } from '../../ui/fields/text-field'
import type { ExportFields } from './export-order'

export interface BundleChoiceProps {
  readonly fields: ExportFields
  readonly set: (changed: Partial<ExportFields>) => void
}

/** 交换包: for whom, how it is closed, and whether all of it goes. */
export function BundleChoice({ fields, set }: BundleChoiceProps) {
  const { t } = useMessages()
  return (
    <>
      <ChoiceGroup
        label={t('media.bundle.to')}
        look="list"
        value={fields.bundleFor}
        onChange={bundleFor => set({ bundleFor })}
        choices={(['machines', 'headquarters'] as const).map(value => ({
          ...{ value, label: t(`media.bundle.to.${value}`), note: t(`media.bundle.toNote.${value}`) },
        }))}
      />
      <ChoiceGroup
        label={t('media.bundle.lock')}
        look="list"
        value={fields.lock}
        onChange={lock => set({ lock })}
        choices={(['receivers', 'passphrase', 'none'] as const).map(value => ({
          ...{ value, label: t(`media.bundle.lock.${value}`), note: t(`media.bundle.lockNote.${value}`) },
        }))}
      />
      {fields.lock === 'passphrase' ? (
        <TextField
          label={t('media.bundle.passphrase')}
          hint={t('media.bundle.passphraseHint')}
          maxLength={200}
          value={fields.passphrase}
          onChange={passphrase => set({ passphrase })}
        />
      ) : null}
      <CheckBox checked={fields.isWhole} onChange={isWhole => set({ isWhole })} note={t('media.bundle.wholeNote')}>
        {t('media.bundle.whole')}
      </CheckBox>
    </>
  )
}
