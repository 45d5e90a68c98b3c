import { useMessages } from '../../i18n/messages-provider'
import { useLooks } from '../theme/looks'
import './look-switches.css'

/** 大字, 高对比 and the other language: in the top bar, and at the door, where somebody has to read as well. */
export function LookSwitches() {
  const { t } = useMessages()
  const { looks, change } = useLooks()
  const isLarge = looks.typeSize === 'large'
  const isHigh = looks.contrast === 'high'
  return (
    <>
      <button
        type="button"
        className="look-switch"
        aria-pressed={isLarge}
        onClick={() => change({ typeSize: isLarge ? 'standard' : 'large' })}
      >
        <span>{t('shell.largeType')}</span>
      </button>
      <button
        type="button"
        className="look-switch"
        aria-pressed={isHigh}
        onClick={() => change({ contrast: isHigh ? 'standard' : 'high' })}
      >
        <span>{t('shell.highContrast')}</span>
      </button>
      <OtherLanguage />
    </>
  )
}

/** Named in the language it leads to, for whoever cannot read the one on screen. */
function OtherLanguage() {
  const { t, language } = useMessages()
  const { change } = useLooks()
  const other = language === 'en' ? ({ code: 'zh-CN', name: '中文' } as const) : ({ code: 'en', name: 'EN' } as const)
  return (
    <button
      type="button"
      className="look-switch look-language"
      lang={other.code}
      title={t('shell.language')}
      onClick={() => change({ language: other.code })}
    >
      {other.name}
    </button>
  )
}
