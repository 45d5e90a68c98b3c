import { useState } from 'react'
import type { PutBackOpening, PutBackState, PuttingBack, ShownCopy } from '#shared/application/put-back/ports'
import { useMessages } from '../../../i18n/messages-provider'
import { Act } from '../../../ui/acts/act'
import { ChoiceGroup } from '../../../ui/fields/choice-group'
import { PasswordField } from '../../../ui/fields/password-field'
import { SelectField } from '../../../ui/fields/select-field'
import { TextField } from '../../../ui/fields/text-field'
import type { StateNow } from '../asked-state'

export interface CopyFactsProps {
  readonly copy: ShownCopy
}

/** Which copy it is: before a password is typed into it, and before it is put back. */
export function CopyFacts({ copy }: CopyFactsProps) {
  const { t } = useMessages()
  const { officeName: office, workstation, windowName } = copy
  return (
    <>
      <dt>{t('putBack.office')}</dt>
      <dd>{t('putBack.officeIs', { office, workstation, window: windowName })}</dd>
      <dt>{t('putBack.folder')}</dt>
      <dd>{copy.folder}</dd>
    </>
  )
}

export interface OpenCopyFormProps extends CopyFactsProps {
  readonly puttingBack: PuttingBack
  readonly now: StateNow<PutBackState>
}

/** The copy is sealed: without a password of somebody in it, or the sheet, nobody could say whether it is whole. */
export function OpenCopyForm({ puttingBack, now, copy }: OpenCopyFormProps) {
  const { t } = useMessages()
  const [way, setWay] = useState<'password' | 'sheet'>('password')
  const [personId, setPersonId] = useState(copy.people[0]?.personId ?? '')
  const [typed, setTyped] = useState({ password: '', recoveryKey: '' })
  const opening: PutBackOpening =
    way === 'password' ? { personId, password: typed.password } : { recoveryKey: typed.recoveryKey }
  const isEmpty = (way === 'password' ? typed.password : typed.recoveryKey.trim()) === ''
  const check = (): void => {
    if (!isEmpty) now.ask(() => puttingBack.check(opening))
  }
  return (
    <>
      <dl className="put-back-facts">
        <CopyFacts copy={copy} />
      </dl>
      <p className="set-up-about">{t('putBack.open')}</p>
      <ChoiceGroup
        label={t('putBack.way')}
        choices={[
          { value: 'password', label: t('putBack.way.password') },
          { value: 'sheet', label: t('putBack.way.sheet') },
        ]}
        value={way}
        onChange={setWay}
      />
      <div className="set-up-fields">
        {way === 'password' ? (
          <>
            <SelectField
              label={t('putBack.person')}
              choices={copy.people.map(one => ({ value: one.personId, label: one.name }))}
              value={personId}
              onChange={setPersonId}
            />
            <PasswordField
              label={t('putBack.password')}
              value={typed.password}
              onChange={password => setTyped({ ...typed, password })}
              onEnter={check}
            />
          </>
        ) : (
          <TextField
            label={t('putBack.key')}
            hint={t('putBack.keyHint')}
            value={typed.recoveryKey}
            maxLength={80}
            onChange={recoveryKey => setTyped({ ...typed, recoveryKey })}
            onEnter={check}
          />
        )}
      </div>
      <div className="set-up-acts">
        <Act look="primary" size="large" keys="Ctrl+Enter" busy={now.isBusy} onAct={check}>
          {t('putBack.check')}
        </Act>
      </div>
    </>
  )
}
