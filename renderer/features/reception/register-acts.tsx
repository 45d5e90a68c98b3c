import type { RegistrationField } from '#shared/application/reception/registration'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'

export interface RegisterActsProps {
  /** In the order of the screen. */
  readonly missing: readonly RegistrationField[]
  readonly tried: boolean
  readonly busy: boolean
  readonly onRegister: (wantsReceipt: boolean) => void
}

/** The main act stays pressable while something is missing: pressing it leads to the first thing that is. */
export function RegisterActs({ missing, tried, busy, onRegister }: RegisterActsProps) {
  const { t } = useMessages()
  const fields = missing.map(field => t(`reception.short.${field}`)).join(t('reception.join'))
  return (
    <div className="reception-acts">
      <Act look="primary" size="large" wide showsKeys="Ctrl+Enter" busy={busy} onAct={() => onRegister(true)}>
        {t('reception.register')}
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
      <Act wide busy={busy} onAct={() => onRegister(false)}>
        {t('reception.registerOnly')}
      </Act>
    </div>
  )
}
