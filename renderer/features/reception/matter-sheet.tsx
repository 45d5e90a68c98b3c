import type { Medium, Route } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { SelectField } from '../../ui/fields/select-field'
import { TextArea } from '../../ui/fields/text-area'
import { TextField } from '../../ui/fields/text-field'
import { Sheet } from '../../ui/sheets/sheet'
import { FormField } from './form-field'
import type { Registration } from './use-registration'

/** Step 2, art. 29(2) and (3): what is asked, of whom, and how it is to be had. */
export function MatterSheet({ registration }: { readonly registration: Registration }) {
  const { form, change, leave, agencies } = registration
  const { t } = useMessages()
  return (
    <Sheet step={2} title={t('reception.what')}>
      <div className="reception-fields">
        <FormField field="description" registration={registration} width="whole">
          {words => (
            <TextArea
              {...words}
              hint={t('reception.description.hint')}
              value={form.description}
              onChange={description => change({ description })}
              onLeave={() => leave('description')}
              rows={[2, 6]}
            />
          )}
        </FormField>
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
      <FormAndRoute registration={registration} />
    </Sheet>
  )
}

function FormAndRoute({ registration }: { readonly registration: Registration }) {
  const { form, change, leave } = registration
  const { t } = useMessages()
  return (
    <div className="reception-fields reception-halves">
      <FormField field="medium" registration={registration}>
        {words => (
          <ChoiceGroup
            {...words}
            look="inline"
            choices={media.map(value => ({ value, label: t(`reception.medium.${value}`) }))}
            value={form.medium}
            onChange={medium => change({ medium })}
          />
        )}
      </FormField>
      <FormField field="route" registration={registration}>
        {words => (
          <ChoiceGroup
            {...words}
            look="inline"
            choices={routes.map(value => ({ value, label: t(`reception.route.${value}`) }))}
            value={form.route}
            onChange={route => change({ route })}
          />
        )}
      </FormField>
      {form.route === 'post' ? (
        <FormField field="postalAddress" registration={registration} width="whole">
          {words => (
            <TextField
              {...words}
              value={form.postalAddress}
              onChange={postalAddress => change({ postalAddress })}
              onLeave={() => leave('postalAddress')}
            />
          )}
        </FormField>
      ) : null}
      {form.route === 'email' ? (
        <FormField field="email" registration={registration} width="whole">
          {words => (
            <TextField
              {...words}
              inputMode="email"
              value={form.email}
              onChange={email => change({ email })}
              onLeave={() => leave('email')}
            />
          )}
        </FormField>
      ) : null}
    </div>
  )
}

const media: readonly Medium[] = ['paper', 'electronic', 'inspection']
const routes: readonly Route[] = ['collect', 'post', 'email']
