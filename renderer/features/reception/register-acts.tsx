import { startOf } from '#shared/application/reception/check-arrival'
import type { RegistrationField, RegistrationForm } from '#shared/application/reception/registration-form'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import type { Translator } from '../../i18n/translator'
import { Act } from '../../ui/acts/act'
import type { Standstill } from './use-registration'
import { shortLabel } from './field-words'

export interface RegisterActsProps {
  readonly form: RegistrationForm
  /** In the order of the screen. */
  readonly missing: readonly RegistrationField[]
  readonly tried: boolean
  readonly busy: boolean
  readonly standstill: Standstill | null
  readonly onRegister: (wantsReceipt: boolean) => void
}

/** The main act stays pressable while something is missing: pressing it leads to the first thing that is. */
export function RegisterActs({ form, missing, tried, busy, standstill, onRegister }: RegisterActsProps) {
  const { t } = useMessages()
  const hasReceipt = startOf(form) !== undefined
  const fields = missing.map(field => shortLabel(field, form, t)).join(t('reception.join'))
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
        {t(hasReceipt ? 'reception.register' : 'intake.registerOpen')}
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
      {hasReceipt ? (
        <Act wide busy={busy} disabledBecause={blocked} onAct={() => onRegister(false)}>
          {t('reception.registerOnly')}
        </Act>
      ) : (
        <p className="reception-missing">{t('intake.registerOpen.note')}</p>
      )}
    </div>
  )
}

/** What is really there to do, in place of fields that would not help. */
function standstillWords(standstill: Standstill, t: Translator['t']): string {
  if (standstill.kind === 'noAgency') return t('reception.noAgency')
  return t('reception.readOnly', { next: problemSentence(standstill.problem, t).next })
}
