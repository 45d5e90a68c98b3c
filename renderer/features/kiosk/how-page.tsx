import { useMessages } from '../../i18n/messages-provider'

const steps = ['1', '2', '3', '4', '5'] as const

export function HowPage() {
  const { t } = useMessages()
  return (
    <div className="kiosk-text">
      <h1>{t('kiosk.how')}</h1>
      <ol className="kiosk-steps">
        {steps.map(step => (
          <li key={step}>{t(`kiosk.how.${step}`)}</li>
        ))}
      </ol>
    </div>
  )
}
