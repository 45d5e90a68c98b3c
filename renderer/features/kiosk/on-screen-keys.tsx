import { useMessages } from '../../i18n/messages-provider'

export interface OnScreenKeysProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Digits only, for four digits of a telephone number. */
  readonly digitsOnly?: boolean
}

const digits = '1234567890'
/** As on a telephone. */
const pad = ['123', '456', '789', '0']
const letters = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM']

/** Latin letters and digits, for first letters of pinyin and for codes. No input method of ours: Chinese is the system's. */
export function OnScreenKeys({ value, onChange, digitsOnly = false }: OnScreenKeysProps) {
  const { t } = useMessages()
  const rows = digitsOnly ? pad : [digits, ...letters]
  return (
    <div className="kiosk-keys" data-pad={digitsOnly || undefined} role="group" aria-label={t('kiosk.keys')}>
      {rows.map((row, at) => (
        <div key={row} className="kiosk-keys-row">
          {[...row].map(key => (
            <button key={key} type="button" className="kiosk-key" onClick={() => onChange(value + key)}>
              {key}
            </button>
          ))}
          {at === rows.length - 1 ? (
            <>
              <button
                type="button"
                className="kiosk-key wide"
                onClick={() => onChange([...value].slice(0, -1).join(''))}
              >
                {t('kiosk.keys.delete')}
              </button>
              <button type="button" className="kiosk-key wide" onClick={() => onChange('')}>
                {t('kiosk.keys.clear')}
              </button>
            </>
          ) : null}
        </div>
      ))}
    </div>
  )
}
