import type { BundleStep } from '#shared/application/media/ports'
import { applyingSteps, checkingSteps } from '#shared/contracts/bundle-steps'
import { longestLockWaitHours } from '#shared/contracts/lock-wait'
import { durationWords } from '../../i18n/duration-words'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { ProgressLine } from '../../ui/states/progress-line'
import { FocusIfLost } from './focus-if-lost'
import { megabytesOf } from './megabytes-of'
import type { BundleWork } from './use-bundles-in'

export interface BundleRunningProps {
  readonly work: BundleWork
  /** Null: main has done its part, and the pages are being renewed. */
  readonly step: BundleStep | null
  readonly isCancelling: boolean
  /** An export that runs has the key. */
  readonly hasKey: boolean
  readonly onCancel: () => void
}

/** A check or an import that takes its time: what is done now, how much of it, and for how long; and a way out. */
export function BundleRunning({ work, step, isCancelling, hasKey, onCancel }: BundleRunningProps) {
  const { t } = useMessages()
  return (
    <Sheet title={t(`media.in.running.${work.kind}`, { name: work.name ?? '' })}>
      <FocusIfLost />
      <div className="media-running">
        <ProgressLine
          {...(step ? { done: step.done, total: step.of } : {})}
          act={
            <Act {...(hasKey ? { keys: 'Esc' } : {})} busy={isCancelling} onAct={onCancel}>
              {t(`media.in.cancel.${work.kind}`)}
            </Act>
          }
        >
          {stepWords(step, t)}
        </ProgressLine>
        {work.kind === 'take' && step ? (
          <p className="media-quiet">{t(step.step === 'reading' ? 'media.dontPull' : 'media.in.mayBePulled')}</p>
        ) : null}
        <p className="media-quiet">
          {t('media.in.lockWaits', { hours: longestLockWaitHours })}
          {t('media.in.space')}
          {t(`media.in.byHand.${byHand(work, step)}`)}
        </p>
      </div>
    </Sheet>
  )
}

/** What the key that locks would do to it. */
function byHand({ kind }: BundleWork, step: BundleStep | null): 'reading' | 'again' | 'read' | 'apply' {
  if (kind === 'apply') return 'apply'
  return step?.step === 'reading' || step?.step === 'again' ? step.step : 'read'
}

/** Which step of how many, how far it is, and how long it will take; the steps after it are not in that time. */
export function stepWords(step: BundleStep | null, t: Translate): string {
  if (!step) return t('media.in.step.showing')
  const isOfActs = step.step === 'acts' || step.step === 'comparing' || step.step === 'taking'
  const figure = (count: number): string => (isOfActs ? count.toLocaleString('en') : megabytesOf(count))
  const words = [
    t('media.in.nth', placeOf(step)),
    t(`media.in.step.${step.step}`, { done: figure(step.done), of: figure(step.of) }),
  ]
  const { remainingSeconds: left } = step
  if (left !== null) words.push(t('media.in.remaining', { time: durationWords(left, t) }))
  return words.join(t('media.in.space'))
}

/** A check of what was left begins with its own first step. */
function placeOf({ step }: BundleStep): { readonly n: number; readonly all: number } {
  const steps: readonly string[] = (applyingSteps as readonly string[]).includes(step)
    ? applyingSteps
    : checkingSteps.filter(one => one !== 'again')
  return { n: Math.max(0, steps.indexOf(step)) + 1, all: steps.length }
}
