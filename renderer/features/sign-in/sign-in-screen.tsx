import { useState } from 'react'
import type { FrontDoor, Session, VaultStatus } from '#shared/application/front-door'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { DoorPage } from '../../ui/door/door-page'
import { OfficePanel } from './office-panel'
import { PasswordForm } from './password-form'
import { peopleToChoose } from './people-to-choose'
import { RecoveryForm } from './recovery-form'
import { StoreChoice } from './store-choice'
import { useWaits } from './use-waits'
import './sign-in.css'

export interface SignInScreenProps {
  readonly frontDoor: Pick<FrontDoor, 'signIn' | 'recover'>
  readonly status: VaultStatus
  /** Null while the machine's clock is in doubt. */
  readonly today: CivilDate | null
  readonly store: 'office' | 'training'
  readonly onSwitchStore: (store: 'office' | 'training') => void
  readonly onSignedIn: (session: Session) => void
}

export function SignInScreen(props: SignInScreenProps) {
  const { frontDoor, status, today, store, onSwitchStore, onSignedIn } = props
  const people = peopleToChoose(status.people)
  const [way, setWay] = useState<'password' | 'recovery'>('password')
  const [chosenId, setChosenId] = useState<string | null>(people.length === 1 ? (people[0]?.personId ?? null) : null)
  const waits = useWaits()
  const shared = { people, chosenId, onChoose: setChosenId, waits, onSignedIn }
  return (
    <DoorPage panel={<OfficePanel status={status} today={today} />} place={way === 'password' ? 'centre' : 'top'}>
      {way === 'password' ? (
        <>
          <PasswordForm {...shared} frontDoor={frontDoor} onForgotten={() => setWay('recovery')} />
          <StoreChoice store={store} onSwitch={onSwitchStore} />
        </>
      ) : (
        <RecoveryForm {...shared} frontDoor={frontDoor} onBack={() => setWay('password')} />
      )}
    </DoorPage>
  )
}
