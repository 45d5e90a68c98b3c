import { useMessages } from '../../i18n/messages-provider'
import { CheckBox } from '../../ui/fields/check-box'
import { FieldNote } from '../../ui/fields/field'
import { TextField } from '../../ui/fields/text-field'
import { Sheet } from '../../ui/sheets/sheet'
import { FormField } from './form-field'
import { groupedIdNumber, idNumberAfterTyping } from './id-number-text'
import type { Registration } from './use-registration'

/** Step 1, art. 29(1): name, proof of identity, contact. */
export function ApplicantSheet({ registration }: { readonly registration: Registration }) {
  const { form, change, leave } = registration
  const { t } = useMessages()
  const leaveIdNumber = (): void => {
    const grouped = groupedIdNumber(form.idNumber)
    if (grouped !== form.idNumber) change({ idNumber: grouped })
    leave('idNumber')
  }
  return (
    <Sheet step={1} title={t('reception.who')} aside={t('reception.applicantType')}>
      <div className="reception-fields">
        <FormField field="name" registration={registration}>
          {words => (
            <TextField
              {...words}
              value={form.name}
              onChange={name => change({ name })}
              onLeave={() => leave('name')}
              takesFocus
            />
          )}
        </FormField>
        <FormField field="idNumber" registration={registration}>
          {words => (
            <TextField
              {...words}
              value={form.idNumber}
              onChange={typed => change({ idNumber: idNumberAfterTyping(form.idNumber, typed) })}
              onLeave={leaveIdNumber}
            />
          )}
        </FormField>
        <FormField field="phone" registration={registration}>
          {words => (
            <TextField
              {...words}
              inputMode="tel"
              value={form.phone}
              onChange={phone => change({ phone })}
              onLeave={() => leave('phone')}
            />
          )}
        </FormField>
        <FormField field="originalSeen" registration={registration} width="whole">
          {({ label, error }) => (
            <>
              <CheckBox checked={form.originalSeen} onChange={originalSeen => change({ originalSeen })}>
                {label}
              </CheckBox>
              <FieldNote id="reception-original-seen" error={error} />
            </>
          )}
        </FormField>
      </div>
    </Sheet>
  )
}
