import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { FormText } from './form-text'
import { PersonFields } from './person-fields'
import type { Registration } from './use-registration'

export interface AgentFieldsProps {
  readonly registration: Registration
  readonly today: CivilDate
}

/** 代理人 with the power of attorney, or 监护人 with proof of relation. */
export function AgentFields({ registration, today }: AgentFieldsProps) {
  const { form, change } = registration
  const { t } = useMessages()
  return (
    <section className="reception-more" aria-label={t('intake.agent')}>
      <div className="reception-more-head">
        <h3>{t('intake.agent')}</h3>
        <Act size="small" look="quiet" onAct={() => change({ agentAs: 'none' })}>
          {t('intake.removeAgent')}
        </Act>
      </div>
      <div className="reception-fields">
        <ChoiceGroup
          label={t('intake.agentAs')}
          look="inline"
          choices={(['agent', 'guardian'] as const).map(value => ({ value, label: t(`intake.agentAs.${value}`) }))}
          value={form.agentAs === 'guardian' ? 'guardian' : 'agent'}
          onChange={agentAs => change({ agentAs })}
        />
        <PersonFields registration={registration} place="agent" today={today} phone="must" takesFocus />
        <FormText
          field="authority"
          registration={registration}
          width="whole"
          hint={t(form.agentAs === 'guardian' ? 'intake.authority.guardianHint' : 'intake.authority.agentHint')}
        />
      </div>
    </section>
  )
}
