import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Mark } from '../../ui/marks/mark'
import type { Warning, WarningAct } from './warnings'
import './warning-strip.css'

export interface WarningStripProps {
  readonly warnings: readonly Warning[]
  readonly onAct: (act: WarningAct) => void
}

/** 提醒: one line a warning; its digit leads to what is to be done next. Nothing at all where all is well. */
export function WarningStrip({ warnings, onAct }: WarningStripProps) {
  const { t } = useMessages()
  if (warnings.length === 0) return null
  return (
    <section className="warnings" aria-label={t('warning.title', { n: warnings.length })}>
      <ul>
        {warnings.map(({ id, flag, what, kept, label, act }, index) => (
          <li key={id} className={`warning warning-${flag}`}>
            <Mark flag={flag} />
            <p>
              <b>{what}</b> {kept}
            </p>
            <Act size="small" {...(index < 9 ? { keys: `${index + 1}` } : {})} onAct={() => onAct(act)}>
              {label}
            </Act>
          </li>
        ))}
      </ul>
    </section>
  )
}
