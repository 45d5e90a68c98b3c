import { useEffect, useState } from 'react'
import type { FrontDoor } from '#shared/application/front-door'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels, Session } from '#shared/contracts/desk-channels'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { ClockDialog, SessionNotices } from '../../features/sign-in'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { ErrorPanel } from '../../ui/states/error-panel'
import { ProgressLine } from '../../ui/states/progress-line'
import { openDesk, type OpenedDesk } from './compose/open-desk'
import { DeskFrame, type Looks } from './desk-frame'
import { Pages } from './pages'
import { useActivity } from './use-activity'
import { useHealth } from './use-health'
import { useOfficeDay } from './use-office-day'

interface OpenOfficeProps extends Looks {
  readonly shell: Shell<DeskChannels>
  readonly session: Session
  readonly door: FrontDoor
  readonly isTraining: boolean
}

type ViewState =
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'rebuilding'
      readonly phase: 'reading' | 'writing'
      readonly applied: number
      readonly of: number
    }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reference: string }

/** Somebody is signed in: the view is opened (or built again), then the desks. */
export function OpenOffice({ shell, session, door, isTraining, ...looks }: OpenOfficeProps) {
  const day = useOfficeDay(shell)
  const lock = async (): Promise<void> => {
    await door.lock()
    location.reload()
  }
  useActivity(shell)
  if (!day.today) return null
  return (
    <>
      <DayAtDesk
        key={day.today}
        shell={shell}
        session={session}
        today={day.today}
        door={door}
        isTraining={isTraining}
        isRehearsal={day.isRehearsal}
        onLock={() => void lock()}
        {...looks}
      />
      {day.behind ? (
        <ClockDialog
          problem={day.behind}
          mayGoBack={session.posts.includes('administrator')}
          onConfirm={async today => {
            const reply = await shell['clock:confirm']({ today })
            if (reply.ok) day.refresh()
            return reply.ok ? null : reply.problem
          }}
          onLock={() => void lock()}
        />
      ) : null}
    </>
  )
}

interface DayAtDeskProps extends OpenOfficeProps {
  readonly today: CivilDate
  readonly isRehearsal: boolean
  readonly onLock: () => void
}

/** One civil day of work; at midnight everything that was derived from the date is derived anew. */
function DayAtDesk({ shell, session, today, door, isTraining, isRehearsal, onLock, ...looks }: DayAtDeskProps) {
  const [view, setView] = useState<ViewState>({ kind: 'opening' })
  const [opened, setOpened] = useState<OpenedDesk | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const desk = openDesk({
      shell,
      session,
      door,
      today,
      isTraining,
      onReady: () => setView({ kind: 'ready' }),
      onProgress: ({ phase, applied, of }) => setView({ kind: 'rebuilding', phase, applied, of }),
      onFailure: ({ why, errorName }) => setView({ kind: 'failed', reference: `${why}/${errorName}` }),
    })
    setOpened(desk)
    return desk.close
  }, [shell, session, door, today, isTraining, attempt])

  const health = useHealth(shell)
  const page = opened ? <Pages desk={opened.desk} door={opened.door} health={health} /> : null
  if (view.kind !== 'ready') return <Waiting view={view} onRetry={() => setAttempt(attempt + 1)} />
  return (
    <DeskFrame session={session} isRehearsal={isRehearsal} health={health} onLock={onLock} {...looks}>
      <SessionNotices session={session} />
      {page}
    </DeskFrame>
  )
}

function Waiting({
  view,
  onRetry,
}: {
  readonly view: Exclude<ViewState, { kind: 'ready' }>
  readonly onRetry: () => void
}) {
  const { t } = useMessages()
  if (view.kind === 'failed') {
    return (
      <div className="desk-waiting">
        <ErrorPanel
          title={t('desk.view.failed')}
          kept={[{ what: t('desk.view.acts'), state: t('desk.view.safe') }]}
          acts={
            <Act look="primary" onAct={onRetry}>
              {t('desk.view.retry')}
            </Act>
          }
          reference={view.reference}
        />
      </div>
    )
  }
  return (
    <div className="desk-waiting" aria-live="polite">
      {view.kind === 'opening' ? (
        <ProgressLine>{t('desk.view.opening')}</ProgressLine>
      ) : (
        <ProgressLine done={view.applied} total={view.of}>
          {t(`desk.view.${view.phase}`, { applied: view.applied, of: view.of })}
        </ProgressLine>
      )}
    </div>
  )
}
