import type { RegistrationField } from '#shared/application/reception/registration'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import type { Translator } from '../../i18n/translator'
import { Act } from '../../ui/acts/act'
import type { Standstill } from './use-registration'

export interface RegisterActsProps {
  /** In the order of the screen. */
  readonly missing: readonly RegistrationField[]
  readonly tried: boolean
  readonly busy: boolean
  readonly standstill: Standstill | null
  readonly onRegister: (wantsReceipt: boolean) => void
}

/** The main act stays pressable while something is missing: pressing it leads to the first thing that is. */
export function RegisterActs({ missing, tried, busy, standstill, onRegister }: RegisterActsProps) {
  const { t } = useMessages()
  const fields = missing.map(field => t(`reception.short.${field}`)).join(t('reception.join'))
  const blocked = standstill ? standstillWords(standstill, t) : undefined
  const isOpen = blocked === undefined && missing.length === 0
  return (
    <div className="reception-acts">
      <Act
        look="primary"
        size="large"
        wide
        showsKeys="Ctrl+Enter"
        busy={busy}
        disabledBecause={blocked}
        onAct={() => onRegister(true)}
      >
        {t('reception.register')}
      </Act>
      <p role="status" className={tried && !isOpen ? 'reception-missing tried' : 'reception-missing'}>
        {busy ? (
          <span className="reception-waits">{t('reception.busy')}</span>
        ) : blocked !== undefined ? (
          blocked
        ) : missing.length > 0 ? (
          t('reception.missing', { n: missing.length, fields })
        ) : (
          t('reception.ready')
        )}
      </p>
      <Act wide busy={busy} disabledBecause={blocked} onAct={() => onRegister(false)}>
        {t('reception.registerOnly')}
      </Act>
    </div>
  )
}

/** What is really there to do, in place of fields that would not help. */
function standstillWords(standstill: Standstill, t: Translator['t']): string {
  if (standstill.kind === 'noAgency') return t('reception.noAgency')
  return t('reception.readOnly', { next: problemSentence(standstill.problem, t).next })
}
