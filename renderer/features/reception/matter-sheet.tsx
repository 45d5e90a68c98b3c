import { useMessages } from '../../i18n/messages-provider'
import { SelectField } from '../../ui/fields/select-field'
import { Sheet } from '../../ui/sheets/sheet'
import { FormField } from './form-field'
import { FormText } from './form-text'
import type { Registration } from './use-registration'

/** Step 2, art. 29(2): what is asked, and of whom. */
export function MatterSheet({ registration }: { readonly registration: Registration }) {
  const { form, change, agencies } = registration
  const { t } = useMessages()
  return (
    <Sheet step={2} title={t('reception.what')}>
      <div className="reception-fields">
        <FormText
          field="description"
          registration={registration}
          width="whole"
          hint={t('reception.description.hint')}
          rows={[2, 6]}
        />
        {agencies.length > 1 ? (
          <FormField field="agencyId" registration={registration} width="whole">
            {words => (
              <SelectField
                {...words}
                choices={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
                value={form.agencyId === '' ? null : form.agencyId}
                onChange={agencyId => change({ agencyId })}
                placeholder={t('reception.agency.choose')}
              />
            )}
          </FormField>
        ) : null}
      </div>
    </Sheet>
  )
}
