import type { Problem } from '#shared/contracts/problems'
import { problemSentence } from '../../i18n/problems'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { EmptyState } from '../../ui/states/empty-state'
import { ErrorPanel } from '../../ui/states/error-panel'

interface DraftGoneProps {
  readonly onFresh: () => void
  readonly onLeave: () => void
}

/** It was registered or given up somewhere else: nothing is lost, but the address led here. */
export function DraftGone({ onFresh, onLeave }: DraftGoneProps) {
  const { t } = useMessages()
  return (
    <>
      <PageHead title={t('reception.title')} />
      <EmptyState
        title={t('reception.load.gone')}
        acts={
          <>
            <Act look="primary" takesFocus onAct={onFresh}>
              {t('reception.load.fresh')}
            </Act>
            <Act keys="Esc" onAct={onLeave}>
              {t('reception.load.leave')}
            </Act>
          </>
        }
      >
        {t('reception.load.goneWhy')}
      </EmptyState>
    </>
  )
}

interface DraftNotLoadedProps {
  readonly problem: Problem
  readonly onAgain: () => void
  readonly onLeave: () => void
}

export function DraftNotLoaded({ problem, onAgain, onLeave }: DraftNotLoadedProps) {
  const { t } = useMessages()
  const { what, next } = problemSentence(problem, t)
  return (
    <>
      <PageHead title={t('reception.title')} />
      <ErrorPanel
        title={t('reception.load.failed')}
        kept={[{ what: t('reception.load.kept'), state: t('reception.load.keptState') }]}
        acts={
          <>
            <Act look="primary" onAct={onAgain}>
              {t('reception.load.again')}
            </Act>
            <Act keys="Esc" onAct={onLeave}>
              {t('reception.load.leave')}
            </Act>
          </>
        }
      >
        {what}
        {next}
      </ErrorPanel>
    </>
  )
}
