import { useEffect, useMemo, useState } from 'react'
import type { FrontDoor } from '#shared/application/front-door'
import type { RulesInForce } from '#shared/application/sendings/sendings'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels, Session } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import { ClockDialog, SessionNotices } from '../../features/sign-in'
import type { JournalHealth } from '../../features/today'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import type { DeskBridge } from '../../shell/bridge'
import { ErrorPanel } from '../../ui/states/error-panel'
import { ProgressLine } from '../../ui/states/progress-line'
import type { EarlyWorker } from '../../data/projector/early-worker'
import type { ProjectorFailure } from '../../data/projector/projector-messages'
import { doorThatShows } from './compose/door-that-shows'
import { openDesk, type OpenedDesk } from './compose/open-desk'
import { AfterUpdate } from './after-update'
import { DeskFrame } from './desk-frame'
import { dropViewOnce } from './drop-view-once'
import { OfferedBundle } from './offered-bundle'
import { Pages } from './pages'
import { useActivity } from './use-activity'
import { useHealth } from './use-health'
import { useAskedWords } from './use-asked-words'
import type { OfficeDay } from './use-office-day'

interface OpenOfficeProps {
  readonly shell: Shell<DeskChannels>
  readonly bridge: Pick<DeskBridge, 'on'>
  readonly session: Session
  readonly door: FrontDoor
  readonly isTraining: boolean
  readonly day: OfficeDay
  readonly early: EarlyWorker
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
export function OpenOffice({ shell, bridge, session: signedIn, door, isTraining, day, early }: OpenOfficeProps) {
  const [listWords, askList] = useAskedWords('requests')
  const [searchWords, askSearch] = useAskedWords('search')
  const { view, opened, again, rules } = useOpenedDesk({ shell, bridge, session: signedIn, isTraining, early })
  const health = useHealth(shell, bridge)
  const session = useSessionNow(signedIn, health)
  const lock = async (): Promise<void> => {
    await opened?.settle() // else the last words typed would be locked out with the keys
    await door.lock()
    location.reload()
  }
  useActivity(shell)
  const { today } = day
  // The day changes under open forms and dialogs, which stay: only what is derived from it is derived anew.
  const { readOnly = null } = session
  const desk = useMemo(
    () => (opened && today ? { ...opened.deskOn(today, rules), readOnly } : null),
    [opened, today, readOnly, rules],
  )
  const inside = useMemo(
    () => (opened ? doorThatShows(door, { catchUp: opened.catchUp, me: session.personId }) : door),
    [opened, door, session.personId],
  )
  if (!today) return null
  const isReady = view.kind === 'ready' && desk !== null
  return (
    <>
      {isReady ? (
        <DeskFrame
          {...{ desk, session, health }}
          isRehearsal={day.isRehearsal}
          onLock={() => void lock()}
          onList={askList}
          onSearch={askSearch}
        >
          <SessionNotices session={session} />
          <AfterUpdate updates={desk.updates} today={today} />
          <OfferedBundle bundles={desk.media.bundles} hear={bridge.on} />
          <Pages desk={desk} door={inside} health={health} {...{ listWords, searchWords }} onSearch={askSearch} />
        </DeskFrame>
      ) : (
        <Waiting view={view.kind === 'ready' ? opening : view} onRetry={again} />
      )}
      {day.behind ? (
        <ClockDialog
          problem={day.behind}
          mayGoBack={session.posts.includes('administrator')}
          onConfirm={async today => {
            const reply = await shell['clock:confirm']({ today })
            if (reply.ok) {
              day.refresh()
              health?.lookAgain?.()
            }
            return reply.ok ? null : reply.problem
          }}
          onLock={() => void lock()}
        />
      ) : null}
    </>
  )
}

/** The journal may be found unsound while people work: then it is said as if the session had begun so. */
function useSessionNow(session: Session, health: JournalHealth | undefined): Session {
  const [lockedSince, setLockedSince] = useState<Problem>()
  const found = session.readOnly ?? health?.readOnly
  useEffect(() => setLockedSince(known => known ?? found), [found])
  return useMemo(() => (lockedSince ? { ...session, readOnly: lockedSince } : session), [session, lockedSince])
}

const opening = { kind: 'opening' } as const

const referenceOf = ({ why, errorName }: ProjectorFailure): string => `${why}/${errorName}`

interface DeskInHand {
  readonly view: ViewState
  readonly opened: OpenedDesk | null
  readonly again: () => void
  /** Undefined until the office has accepted others than those of the program. */
  readonly rules: RulesInForce | undefined
}

type DeskParts = Pick<OpenOfficeProps, 'shell' | 'bridge' | 'session' | 'isTraining' | 'early'>

/** One view, one projector and one workshop for as long as somebody is signed in. */
function useOpenedDesk({ shell, bridge, session, isTraining, early }: DeskParts): DeskInHand {
  const [view, setView] = useState<ViewState>(opening)
  const [opened, setOpened] = useState<OpenedDesk | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [rules, setRules] = useState<RulesInForce>()
  const [afterFailure] = useState(dropViewOnce)
  useEffect(() => {
    const fail = (failure: ProjectorFailure) =>
      afterFailure(failure, {
        dropView: () => shell['program:dropView'](),
        again: () => setAttempt(before => before + 1),
        show: failed => setView({ kind: 'failed', reference: referenceOf(failed) }),
      })
    const desk = openDesk({
      shell,
      session,
      hear: bridge.on,
      isTraining,
      early,
      onReady: () => setView({ kind: 'ready' }),
      onRules: setRules,
      onProgress: ({ phase, applied, of }) => setView({ kind: 'rebuilding', phase, applied, of }),
      onFailure: fail,
    })
    setOpened(desk)
    return desk.close
  }, [shell, bridge, session, isTraining, early, attempt, afterFailure])
  return { view, opened, again: () => setAttempt(attempt + 1), rules }
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
