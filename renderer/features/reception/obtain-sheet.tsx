import type { Channel, Medium, Route } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { Sheet } from '../../ui/sheets/sheet'
import { FormField } from './form-field'
import { FormText } from './form-text'
import type { Registration } from './use-registration'

/** Step 3, art. 29(3) and art. 40: in which form, and by which way it reaches the applicant. */
export function ObtainSheet({ registration }: { readonly registration: Registration }) {
  const { form, change } = registration
  const { t } = useMessages()
  return (
    <Sheet step={3} title={t('intake.obtain')}>
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
              choices={routesOf(form.channel).map(value => ({ value, label: t(`reception.route.${value}`) }))}
              value={form.route}
              onChange={route => change({ route })}
            />
          )}
        </FormField>
        {form.route === 'post' ? <FormText field="postalAddress" registration={registration} width="whole" /> : null}
        {form.route === 'email' ? (
          <FormText field="email" registration={registration} width="whole" inputMode="email" />
        ) : null}
      </div>
    </Sheet>
  )
}

const media: readonly Medium[] = ['paper', 'electronic', 'inspection']
const routes: readonly Route[] = ['collect', 'post', 'email']

/** A fax or an account is written to only where it came from one. */
function routesOf(channel: Channel): readonly Route[] {
  if (channel === 'web') return [...routes, 'online']
  return channel === 'fax' ? [...routes, 'fax'] : routes
}
