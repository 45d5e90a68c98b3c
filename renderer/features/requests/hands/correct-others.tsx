import { emptyPerson, mostOthers, type PersonForm } from '#shared/application/reception/registration-form'
import { maskParty } from '#shared/domain/identity/masking'
import type { IdentityDocument } from '#shared/domain/requests/applicant-details'
import { useMessages } from '../../../i18n/messages-provider'
import { Act } from '../../../ui/acts/act'
import { CheckBox } from '../../../ui/fields/check-box'
import { ChoiceGroup } from '../../../ui/fields/choice-group'
import { TextField } from '../../../ui/fields/text-field'
import { otherAt, whoAt, type CorrectParts } from './correct-parts'
import { PersonInputs, personDocuments } from './person-inputs'

/** Who acts for the applicant: as it is, somebody else with their own authority, or nobody any more. */
export function CorrectAgent(parts: CorrectParts) {
  const { draft, change, request, about } = parts
  const { t } = useMessages()
  const agent = request.personal?.agent
  const changes = agent ? (['keep', 'replace', 'remove'] as const) : (['keep', 'add'] as const)
  return (
    <>
      <div className="search-whole">
        <ChoiceGroup
          label={t('correct.agentChange')}
          look="inline"
          hint={agent ? t('correct.agentNow', { who: masked(agent) }) : t('correct.agentNone')}
          choices={changes.map(value => ({
            value: value === 'add' ? 'replace' : value,
            label: t(`correct.agentChange.${value}`),
          }))}
          value={draft.agentChange}
          onChange={agentChange => change({ agentChange })}
        />
      </div>
      {draft.agentChange === 'replace' ? (
        <>
          <ChoiceGroup
            label={t('intake.agentAs')}
            look="inline"
            choices={(['agent', 'guardian'] as const).map(value => ({ value, label: t(`intake.agentAs.${value}`) }))}
            value={draft.agentAs}
            onChange={agentAs => change({ agentAs })}
          />
          <PersonInputs
            {...parts}
            place="agent"
            person={draft.agent}
            onChange={part => change({ agent: { ...draft.agent, ...part } })}
          />
          <TextField {...about('authority')} value={draft.authority} onChange={authority => change({ authority })} />
        </>
      ) : null}
    </>
  )
}

/** The list of the others: who is taken off it, who is put on it. */
export function CorrectOthers(parts: CorrectParts) {
  const { draft, change, request } = parts
  const { t } = useMessages()
  const now = request.personal?.otherApplicants ?? []
  const toggle = (n: number, isGone: boolean): void =>
    change({ othersGone: isGone ? [...draft.othersGone, n] : draft.othersGone.filter(one => one !== n) })
  const type = (n: number, part: Partial<PersonForm>): void =>
    change({ others: draft.others.map((other, at) => (at === n ? { ...other, ...part } : other)) })
  return (
    <>
      <div className="search-whole">
        {now.length === 0 ? <p className="dialog-hint">{t('correct.othersNone')}</p> : null}
        {now.map((other, n) => (
          <CheckBox
            key={n}
            checked={draft.othersGone.includes(n)}
            onChange={isGone => toggle(n, isGone)}
            note={masked(other)}
          >
            {t('correct.otherGone', { who: otherAt(n, t) })}
          </CheckBox>
        ))}
      </div>
      {draft.others.map((other, n) => (
        <div key={n} className="search-whole search-fields">
          <PersonInputs
            {...parts}
            place={`others.${n}`}
            person={other}
            onChange={part => type(n, part)}
            kinds={[...personDocuments, 'creditCode']}
          />
          <Act
            size="small"
            look="quiet"
            onAct={() => change({ others: draft.others.filter((_other, at) => at !== n) })}
          >
            {t('correct.dropOther', { who: whoAt(`others.${n}`, parts, t) })}
          </Act>
        </div>
      ))}
      {now.length + draft.others.length < mostOthers ? (
        <div className="search-whole">
          <Act size="small" icon="add" onAct={() => change({ others: [...draft.others, emptyPerson] })}>
            {t('correct.addOther')}
          </Act>
        </div>
      ) : null}
    </>
  )
}

const masked = (party: IdentityDocument & { readonly name: string }): string => {
  const { name, idNumber } = maskParty(party)
  return [name, ...(idNumber ? [idNumber] : [])].join(' ')
}
