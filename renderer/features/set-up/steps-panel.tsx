import { useMessages } from '../../i18n/messages-provider'
import { DoorName } from '../../ui/door/door-page'
import { Mark } from '../../ui/marks/mark'
import { isBefore, wizardSteps, type WizardStep } from './step-order'

export interface StepsPanelProps {
  readonly current: WizardStep
  /** The other ways: only before anything was filled in beyond the first step. */
  readonly onJoin?: () => void
  readonly onPutBack?: () => void
}

/** What will be asked, and how far one is. Not a menu: the check page goes back to each step. */
export function StepsPanel({ current, onJoin, onPutBack }: StepsPanelProps) {
  const { t } = useMessages()
  return (
    <>
      <DoorName>{t('setUp.title')}</DoorName>
      <p className="door-place">{t('setUp.about')}</p>
      <ol className="set-up-steps" aria-label={t('setUp.steps')}>
        {wizardSteps.map((step, index) => (
          <li key={step} aria-current={step === current ? 'step' : undefined}>
            <span className="set-up-number" aria-hidden="true">
              {isBefore(step, current) ? <Mark flag="done" /> : index + 1}
            </span>
            <span>{t(`setUp.step.${step}`)}</span>
            {isBefore(step, current) ? <span className="unseen">{t('setUp.stepDone')}</span> : null}
          </li>
        ))}
      </ol>
      {onJoin ? (
        <div className="set-up-join">
          <p>{t('setUp.join.why')}</p>
          <button type="button" className="set-up-join-act" onClick={onJoin}>
            {t('setUp.join')}
          </button>
        </div>
      ) : null}
      {onPutBack ? (
        <div className="set-up-join">
          <p>{t('setUp.putBack.why')}</p>
          <button type="button" className="set-up-join-act" onClick={onPutBack}>
            {t('setUp.putBack')}
          </button>
        </div>
      ) : null}
      <p className="set-up-offline">{t('setUp.offline')}</p>
    </>
  )
}
