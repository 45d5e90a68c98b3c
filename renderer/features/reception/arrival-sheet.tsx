import { isAtCounter, type RegistrationForm } from '#shared/application/reception/registration-form'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { confirmationDueOn, evidenceOf, needsConfirmation, receiptRules } from '#shared/domain/requests/date-of-receipt'
import type { Channel } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Key } from '../../ui/acts/key'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { Sheet } from '../../ui/sheets/sheet'
import { ConfirmationFields } from './confirmation-fields'
import { DayField, type ArrivalSheetProps } from './day-field'
import { FormField } from './form-field'
import { FormText } from './form-text'
import { OralFields } from './oral-fields'
import type { Registration } from './use-registration'

const channels: readonly Channel[] = ['inPerson', 'signedPost', 'ordinaryPost', 'email', 'web', 'fax', 'phoneNote']

/** Step 4: the channel, and what its date of receipt rests on (art. 31). */
export function ArrivalSheet(props: ArrivalSheetProps) {
  const { registration, today, calendar } = props
  const { form } = registration
  const { t, format } = useMessages()
  const waits = needsConfirmation(form.channel)
  return (
    <Sheet step={4} title={t('reception.how')} aside={<Key keys="Alt+W" />}>
      <div className="reception-fields reception-arrival">
        <FormField field="channel" registration={registration} width="whole">
          {words => (
            <ChoiceGroup
              {...words}
              choices={channels.map(value => ({ value, label: t(`channel.${value}`) }))}
              value={form.channel}
              onChange={channel => registration.change(before => afterChannel(before, channel))}
            />
          )}
        </FormField>
        <p className="reception-whole reception-rule">{t(`intake.rule.${receiptRules[form.channel].startsOn}`)}</p>
        {waits ? (
          <DayField
            {...props}
            field="arrivedOn"
            hint={
              form.arrivedOn === ''
                ? ''
                : t('intake.arrivedOn.hint', {
                    day: format.dayNear(confirmationDueOn(form.arrivedOn, calendar), today),
                  })
            }
          />
        ) : (
          <DayField {...props} field="receivedOn" hint={t(dayHint(form, today))} />
        )}
        <Evidence registration={registration} />
        {waits ? <ConfirmationFields {...props} /> : null}
        {isAtCounter(form) ? <OralFields registration={registration} /> : null}
      </div>
    </Sheet>
  )
}

/** What one channel has and another has not is not carried over: the default way of confirming, and the route back. */
function afterChannel({ route }: RegistrationForm, channel: Channel): Partial<RegistrationForm> {
  const isGone = (route === 'online' && channel !== 'web') || (route === 'fax' && channel !== 'fax')
  return {
    channel,
    confirmedWay: channel === 'web' ? 'automatic' : 'phone',
    ...(isGone ? { route: 'collect' } : {}),
  }
}

function dayHint({ channel, receivedOn }: RegistrationForm, today: CivilDate) {
  if (channel === 'signedPost') return 'intake.signedOn.hint' as const
  const isEarlier = receivedOn !== '' && receivedOn < today
  return isEarlier ? ('reception.receivedOn.earlier' as const) : ('reception.receivedOn.hint' as const)
}

function Evidence({ registration }: { readonly registration: Registration }) {
  const asked = evidenceOf[registration.form.channel]
  return (
    <>
      {(['trackingNo', 'signedBy', 'from'] as const).map(field =>
        asked[field] ? (
          <FormText key={field} field={field} registration={registration} optional={asked[field] === 'may'} />
        ) : null,
      )}
    </>
  )
}
