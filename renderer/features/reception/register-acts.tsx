import { startOf } from '#shared/application/reception/check-arrival'
import type { RegistrationField, RegistrationForm } from '#shared/application/reception/registration-form'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { shortLabel } from './field-words'

export interface RegisterActsProps {
  readonly form: RegistrationForm
  /** In the order of the screen. */
  readonly missing: readonly RegistrationField[]
  readonly tried: boolean
  readonly busy: boolean
  readonly onRegister: (wantsReceipt: boolean) => void
}

/** The main act stays pressable while something is missing: pressing it leads to the first thing that is. */
export function RegisterActs({ form, missing, tried, busy, onRegister }: RegisterActsProps) {
  const { t } = useMessages()
  const hasReceipt = startOf(form) !== undefined
  const fields = missing.map(field => shortLabel(field, form, t)).join(t('reception.join'))
  return (
    <div className="reception-acts">
      <Act look="primary" size="large" wide showsKeys="Ctrl+Enter" busy={busy} onAct={() => onRegister(true)}>
        {t(hasReceipt ? 'reception.register' : 'intake.registerOpen')}
      </Act>
      <p role="status" className={tried && missing.length > 0 ? 'reception-missing tried' : 'reception-missing'}>
        {busy ? (
          <span className="reception-waits">{t('reception.busy')}</span>
        ) : missing.length > 0 ? (
          t('reception.missing', { n: missing.length, fields })
        ) : (
          t('reception.ready')
        )}
      </p>
      {hasReceipt ? (
        <Act wide busy={busy} onAct={() => onRegister(false)}>
          {t('reception.registerOnly')}
        </Act>
      ) : (
        <p className="reception-missing">{t('intake.registerOpen.note')}</p>
      )}
    </div>
  )
}
