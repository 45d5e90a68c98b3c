import type { PutBackState, PuttingBack } from '#shared/application/put-back/ports'
import type { GuidePageName } from '../../../i18n/guide-pages'
import { useMessages } from '../../../i18n/messages-provider'
import { problemSentence } from '../../../i18n/problems'
import { Act } from '../../../ui/acts/act'
import { DoorName, DoorPage } from '../../../ui/door/door-page'
import { ProblemNote } from '../../../ui/states/problem-note'
import { ProgressLine } from '../../../ui/states/progress-line'
import { useAskedState, type StateNow } from '../asked-state'
import { CheckedCopy } from './checked-copy'
import { OpenCopyForm } from './open-copy-form'

export interface PutBackPageProps {
  readonly puttingBack: PuttingBack
  readonly onBack: () => void
  /** The office stands here: on to the sign-in. */
  readonly onDone: () => void
}

/** 从副本恢复: an office whose disk was lost comes back from its second copy. */
export function PutBackPage({ puttingBack, onBack, onDone }: PutBackPageProps) {
  const { t } = useMessages()
  const now = useAskedState<PutBackState>(puttingBack)
  const { state, problem } = now
  const panel = (
    <>
      <DoorName>{t('putBack.title')}</DoorName>
      <p className="door-place">{t('putBack.about')}</p>
    </>
  )
  const leave = (): void => {
    now.ask(() => puttingBack.cancel())
    onBack()
  }
  return (
    <DoorPage place="top" panel={panel}>
      <div className="set-up-page" data-help={'recovery' satisfies GuidePageName}>
        <h1>{t('putBack.title')}</h1>
        {state ? <Stage {...{ puttingBack, now, state, onDone }} /> : null}
        {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
        {state?.stage === 'copying' || state?.stage === 'done' ? null : (
          <Act look="quiet" onAct={leave}>
            {t('putBack.back')}
          </Act>
        )}
      </div>
    </DoorPage>
  )
}

interface StageProps extends Pick<PutBackPageProps, 'puttingBack' | 'onDone'> {
  readonly now: StateNow<PutBackState>
  readonly state: PutBackState
}

function Stage({ puttingBack, now, state, onDone }: StageProps) {
  const { t } = useMessages()
  const choose = (label: string) => (
    <div className="set-up-acts">
      <Act look="primary" size="large" busy={now.isBusy} takesFocus onAct={() => now.ask(() => puttingBack.choose())}>
        {label}
      </Act>
    </div>
  )
  const stop = <Act onAct={() => now.ask(() => puttingBack.cancel())}>{t('putBack.stop')}</Act>
  switch (state.stage) {
    case 'idle':
      return (
        <>
          <p className="set-up-about">{t('putBack.chooseAbout')}</p>
          {choose(t('putBack.choose'))}
        </>
      )
    case 'found':
      return <OpenCopyForm {...{ puttingBack, now }} copy={state.copy} />
    case 'checking':
      return (
        <ProgressLine done={state.done} total={state.of} act={stop}>
          {t('putBack.checking')}
        </ProgressLine>
      )
    case 'checked':
      return <CheckedCopy {...{ puttingBack, now, state }} />
    case 'copying':
      return (
        <ProgressLine done={state.done} total={state.of} act={stop}>
          {t('putBack.copying')}
        </ProgressLine>
      )
    case 'done':
      return (
        <section className="join-said" aria-live="polite">
          <h2>{t('putBack.done', { office: state.officeName })}</h2>
          <p className="set-up-about">{t('putBack.doneAbout')}</p>
          <Act look="primary" size="large" keys="Ctrl+Enter" takesFocus onAct={onDone}>
            {t('putBack.toSignIn')}
          </Act>
        </section>
      )
    case 'failed':
      return (
        <section className="join-said" aria-live="polite">
          <h2>{t('putBack.failedTitle')}</h2>
          <p className="set-up-wrong">{`${t(`putBack.failed.${state.why}`)} ${t('putBack.failedKept')}`}</p>
          {choose(t('putBack.again'))}
        </section>
      )
  }
}
