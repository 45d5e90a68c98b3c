import { useCallback, useEffect, useState } from 'react'
import type { Shell } from '#shared/contracts/channel'
import { deskEvents } from '#shared/contracts/desk-channel-names'
import type { DeskChannels, Session, VaultStatus } from '#shared/contracts/desk-channels'
import type { FrontDoor } from '#shared/application/front-door'
import type { EarlyWorker } from '../../data/projector/early-worker'
import { readWitnesses } from '../../data/view-pointer'
import { SignInScreen } from '../../features/sign-in'
import { MessagesProvider } from '../../i18n/messages-provider'
import type { DeskBridge } from '../../shell/bridge'
import { ClipboardProvider } from '../../ui/acts/clipboard'
import { LookProvider } from '../../ui/theme/look-provider'
import { frontDoor } from './compose/front-door'
import { joiningPort } from './compose/neighbour-ports'
import { putBackPort } from './compose/put-back-port'
import { HelpProvider } from './help-provider'
import { SetUpWizard } from './late-pages'
import { OpenOffice } from './open-office'
import { paperWorkshop } from './papers/papers'
import { Boundary } from './boundary'
import { TrainingFrame } from './training-frame'
import { useOfficeDay, type OfficeDay } from './use-office-day'
import { usePreferences } from './use-preferences'

interface DeskWindowProps {
  readonly shell: Shell<DeskChannels>
  readonly bridge: DeskBridge
  readonly early: EarlyWorker
}

/** The clerk's window: first start, sign-in, or the open office. */
export function DeskWindow({ shell, bridge, early }: DeskWindowProps) {
  const preferences = usePreferences()
  const put = useCallback(async (text: string) => (await shell['program:copy']({ text })).ok, [shell])
  // Everything plain that this page holds goes with the page (architecture, "On lock").
  useEffect(() => bridge.on(deskEvents.lockedByTimer, () => location.reload()), [bridge])
  return (
    <MessagesProvider language={preferences.looks.language}>
      <LookProvider {...preferences}>
        <ClipboardProvider put={put}>
          <Boundary>
            <Door shell={shell}>{inside => <OpenOffice {...{ shell, bridge, early, ...inside }} />}</Door>
          </Boundary>
        </ClipboardProvider>
      </LookProvider>
    </MessagesProvider>
  )
}

const lastPerson = 'records-desk-last-person'

async function isInTraining(shell: Shell<DeskChannels>): Promise<boolean> {
  const about = await shell['program:about']()
  return about.ok && about.value.isTraining
}

/** What whoever came in by the door has with them. */
interface Inside {
  readonly session: Session
  readonly door: FrontDoor
  readonly isTraining: boolean
  readonly day: OfficeDay
}

interface DoorProps {
  readonly shell: Shell<DeskChannels>
  readonly children: (inside: Inside) => React.ReactNode
}

function Door({ shell, children }: DoorProps) {
  const [door] = useState(() => {
    const mark = async () => ((await isInTraining(shell)) ? 'training' : undefined)
    return frontDoor({ shell, papers: paperWorkshop(shell, mark), readWitnesses })
  })
  const [joining] = useState(() => joiningPort(shell))
  const [puttingBack] = useState(() => putBackPort(shell))
  const [status, setStatus] = useState<VaultStatus | null>(null)
  const [session, setSession] = useState<Session | null>(null)
  const [isTraining, setTraining] = useState(false)
  const [timesEntered, setTimesEntered] = useState(0)
  const day = useOfficeDay(shell, timesEntered)

  useEffect(() => {
    const asked = [shell['session:current'](), shell['vault:status'](), isInTraining(shell)] as const
    void Promise.all(asked).then(([current, known, training]) => {
      setTraining(training)
      if (current.ok && current.value) setSession(current.value)
      if (known.ok) setStatus(known.value)
    })
  }, [shell])

  const enter = (opened: Session) => {
    // Whoever locked comes back to the same page; somebody else begins with the day.
    if (sessionStorage.getItem(lastPerson) !== opened.personId) location.hash = ''
    sessionStorage.setItem(lastPerson, opened.personId)
    setTimesEntered(timesEntered + 1)
    setSession(opened)
  }
  const lookAgain = (): void =>
    void shell['vault:status']().then(known => {
      if (known.ok) setStatus(known.value)
    })
  if (!status) return null // a few milliseconds; a spinner would only flicker
  const page = () => {
    if (session) return children({ session, door, isTraining, day })
    if (status.state === 'empty')
      return (
        <SetUpWizard
          frontDoor={door}
          onDone={enter}
          joining={joining}
          puttingBack={isTraining ? undefined : puttingBack}
          onJoined={lookAgain}
        />
      )
    return (
      <SignInScreen
        frontDoor={door}
        status={status}
        today={day.today}
        store={isTraining ? 'training' : 'office'}
        onSwitchStore={store => void shell['program:switchTo']({ store })}
        onSignedIn={enter}
      />
    )
  }
  return (
    <HelpProvider door={session ? null : status.state === 'empty' ? 'setUp' : 'signIn'}>
      {isTraining ? <TrainingFrame>{page()}</TrainingFrame> : page()}
    </HelpProvider>
  )
}
