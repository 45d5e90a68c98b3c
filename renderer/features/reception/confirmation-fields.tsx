import type { ConfirmationWay } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { CheckBox } from '../../ui/fields/check-box'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { DayField, type ArrivalSheetProps } from './day-field'
import { FormField } from './form-field'
import { FormText } from './form-text'

const ways: readonly ConfirmationWay[] = ['phone', 'message', 'email', 'inPerson']

/** Confirmed before it was registered: the day starts the clock. Left out, the receipt stays open on the case page. */
export function ConfirmationFields(props: ArrivalSheetProps) {
  const { registration } = props
  const { form, change } = registration
  const { t } = useMessages()
  const isAutomatic = form.channel === 'web' && form.confirmedWay === 'automatic'
  return (
    <>
      <div className="reception-whole">
        <CheckBox
          checked={form.isConfirmed}
          onChange={isConfirmed => change({ isConfirmed })}
          note={form.isConfirmed ? undefined : t('intake.isConfirmed.note')}
        >
          {t('reception.field.isConfirmed')}
        </CheckBox>
      </div>
      {form.isConfirmed ? (
        <>
          <FormField field="confirmedWay" registration={registration} width="whole">
            {words => (
              <ChoiceGroup
                {...words}
                look="inline"
                hint={isAutomatic ? t('intake.automatic.hint') : undefined}
                choices={(form.channel === 'web' ? (['automatic', ...ways] as const) : ways).map(value => ({
                  value,
                  label: t(`contactWay.${value}`),
                }))}
                value={form.confirmedWay}
                onChange={confirmedWay => change({ confirmedWay })}
              />
            )}
          </FormField>
          {isAutomatic ? null : <DayField {...props} field="confirmedOn" hint={t('intake.confirmedOn.hint')} />}
          <FormText
            field="confirmedNote"
            registration={registration}
            width="whole"
            hint={t(isAutomatic ? 'intake.automatic.noteHint' : 'intake.confirmedNote.hint')}
          />
        </>
      ) : null}
    </>
  )
}
