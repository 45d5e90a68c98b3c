import { useMessages } from '../../i18n/messages-provider'
import { CheckBox } from '../../ui/fields/check-box'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { FormField } from './form-field'
import { FormText } from './form-text'
import type { Registration } from './use-registration'

/** 口头申请 (art. 29): the office fills in F01, reads it back, and the applicant signs or presses a finger. */
export function OralFields({ registration }: { readonly registration: Registration }) {
  const { form, change, me } = registration
  const { t } = useMessages()
  return (
    <>
      <div className="reception-whole">
        <CheckBox
          checked={form.isOral}
          onChange={isOral => change({ isOral, ...(form.oralScribe === '' ? { oralScribe: me } : {}) })}
          note={form.isOral ? t('intake.oral.note') : undefined}
        >
          {t('reception.field.isOral')}
        </CheckBox>
      </div>
      {form.isOral ? (
        <>
          <FormText field="oralReason" registration={registration} width="whole" hint={t('intake.oralReason.hint')} />
          <FormText field="oralScribe" registration={registration} />
          <FormText field="oralWitness" registration={registration} optional />
          <FormField field="oralConfirmedBy" registration={registration} width="whole">
            {words => (
              <ChoiceGroup
                {...words}
                look="inline"
                choices={(['signature', 'fingerprint'] as const).map(value => ({
                  value,
                  label: t(`intake.oral.${value}`),
                }))}
                value={form.oralConfirmedBy === '' ? null : form.oralConfirmedBy}
                onChange={oralConfirmedBy => change({ oralConfirmedBy })}
              />
            )}
          </FormField>
        </>
      ) : null}
    </>
  )
}
