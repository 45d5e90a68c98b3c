import { shortestPassword } from '#shared/application/new-password'
import { useMessages } from '../../i18n/messages-provider'
import { CheckBox } from '../../ui/fields/check-box'
import { PasswordField } from '../../ui/fields/password-field'
import { OfficeTextField, fieldSentence, type StepProps } from './office-text-field'

export function AdministratorStepPage(props: StepProps) {
  const { form, onChange, problems } = props
  const { t } = useMessages()
  return (
    <>
      <p className="set-up-about">{t('setUp.administrator.about')}</p>
      <div className="set-up-fields">
        <div className="set-up-half">
          <OfficeTextField {...props} field="administratorName" takesFocus />
        </div>
        <PasswordField
          label={t('setUp.field.password')}
          hint={t('setUp.administrator.passwordHint', { atLeast: shortestPassword })}
          error={fieldSentence('password', problems.password, t)}
          value={form.password}
          onChange={password => onChange({ password })}
          isNew
        />
        <PasswordField
          label={t('setUp.field.passwordAgain')}
          error={fieldSentence('passwordAgain', problems.passwordAgain, t)}
          value={form.passwordAgain}
          onChange={passwordAgain => onChange({ passwordAgain })}
          isNew
        />
        <div className="set-up-whole">
          <CheckBox
            checked={form.isClerkToo}
            onChange={isClerkToo => onChange({ isClerkToo })}
            note={t('setUp.administrator.clerkTooNote')}
          >
            {t('setUp.administrator.clerkToo')}
          </CheckBox>
        </div>
      </div>
    </>
  )
}
