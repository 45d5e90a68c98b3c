import { useState } from 'react'
import type { FrontDoor } from '#shared/application/front-door'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { CheckBox } from '../../ui/fields/check-box'
import { RecoverySheet, type SheetOutcome, type SheetWay } from '../../ui/recovery-sheet/recovery-sheet'
import { ProblemNote } from '../../ui/states/problem-note'

export interface RenewSheetDialogProps {
  readonly frontDoor: Pick<FrontDoor, 'renewRecoverySheet' | 'keepRecoverySheet' | 'recoverySheet'>
  readonly office: { readonly officeName: string; readonly workstation: string }
  readonly onClose: () => void
}

/**
 * First the warning, then the new key; once it is made the dialog stays until the sheet is in hand. Only then is the old
 * one ended: were the program to stop before, the office would hold no sheet that opens.
 */
export function RenewSheetDialog({ frontDoor, office, onClose }: RenewSheetDialogProps) {
  const { t } = useMessages()
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const produce = async (how: SheetWay): Promise<SheetOutcome> => {
    if (recoveryKey === null) return 'cancelled'
    const answer = await frontDoor.recoverySheet({ recoveryKey, ...office, how })
    return answer.ok ? answer.value : problemSentence(answer.problem, t)
  }
  const finish = async (): Promise<void> => {
    const answer = await frontDoor.keepRecoverySheet()
    if (answer.ok) onClose()
    else setRefusal(answer.problem)
  }
  if (recoveryKey === null) return <Warning frontDoor={frontDoor} onRenewed={setRecoveryKey} onClose={onClose} />
  return (
    <Dialog open title={t('people.renewing.kept')} width={640} help="recovery">
      <RecoverySheet
        recoveryKey={recoveryKey}
        onProduce={produce}
        onLeave={() => void finish()}
        leaveLabel={t('people.renewing.finish')}
      />
      {refusal ? <ProblemNote sentence={problemSentence(refusal, t)} /> : null}
    </Dialog>
  )
}

interface WarningProps {
  readonly frontDoor: Pick<FrontDoor, 'renewRecoverySheet'>
  readonly onRenewed: (recoveryKey: string) => void
  readonly onClose: () => void
}

function Warning({ frontDoor, onRenewed, onClose }: WarningProps) {
  const { t } = useMessages()
  const [knows, setKnows] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const renew = async (): Promise<void> => {
    setBusy(true)
    const answer = await frontDoor.renewRecoverySheet()
    setBusy(false)
    if (answer.ok) onRenewed(answer.value.recoveryKey)
    else setRefusal(answer.problem)
  }
  return (
    <Dialog
      open
      title={t('people.renewing.title')}
      help="recovery"
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" takesFocus onAct={onClose}>
            {t('people.renewing.cancel')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            busy={busy}
            disabledBecause={knows ? undefined : t('people.renewing.why')}
            onAct={() => void renew()}
          >
            {busy ? t('people.renewing.busy') : t('people.renewing.renew')}
          </Act>
        </>
      }
    >
      <p>
        <b>{t('people.renewing.warning')}</b>
      </p>
      <p className="people-quiet">{t('people.renewing.when')}</p>
      <CheckBox checked={knows} onChange={setKnows}>
        {t('people.renewing.oldEnds')}
      </CheckBox>
      {refusal ? <ProblemNote sentence={problemSentence(refusal, t)} /> : null}
    </Dialog>
  )
}
