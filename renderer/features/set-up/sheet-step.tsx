import type { FrontDoor, Session } from '#shared/application/front-door'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { RecoverySheet, type SheetOutcome, type SheetWay } from '../../ui/recovery-sheet/recovery-sheet'

export interface Established {
  readonly session: Session
  readonly recoveryKey: string
}

export interface SheetStepProps {
  readonly frontDoor: Pick<FrontDoor, 'recoverySheet'>
  readonly established: Established
  readonly onDone: (session: Session) => void
}

export function SheetStep({ frontDoor, established, onDone }: SheetStepProps) {
  const { t } = useMessages()
  const { session, recoveryKey } = established
  const { officeName, workstation } = session
  const produce = async (how: SheetWay): Promise<SheetOutcome> => {
    const answer = await frontDoor.recoverySheet({ recoveryKey, officeName, workstation, how })
    return answer.ok ? answer.value : problemSentence(answer.problem, t)
  }
  return (
    <div className="set-up-page">
      <h1>{t('setUp.sheet.title')}</h1>
      <p className="set-up-about">{t('setUp.sheet.about', { office: officeName })}</p>
      <RecoverySheet
        recoveryKey={recoveryKey}
        onProduce={produce}
        onLeave={() => onDone(session)}
        leaveLabel={t('setUp.sheet.done')}
      />
    </div>
  )
}
