import type { OfficeMachine } from '#shared/application/neighbours/ports'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../../i18n/messages-provider'
import { problemSentence } from '../../../i18n/problems'
import { Act } from '../../../ui/acts/act'
import { Dialog } from '../../../ui/dialogs/dialog'
import { useMachineName } from './machine-name'

interface RevokeDialogProps {
  readonly machine: OfficeMachine
  readonly isBusy: boolean
  readonly problem: Problem | null
  readonly onRevoke: () => void
  readonly onClose: () => void
}

/** A machine that was lost: what happens, what is kept, what is gone and what comes next, before it is done. */
export function RevokeDialog({ machine, isBusy, problem, onRevoke, onClose }: RevokeDialogProps) {
  const { t, format } = useMessages()
  const name = useMachineName()(machine)
  return (
    <Dialog
      open
      title={t('neighbours.revoke.title', { machine: name })}
      help="machines"
      onClose={onClose}
      error={problem ? problemSentence(problem, t).what : null}
      acts={
        <>
          <Act showsKeys="Esc" busy={isBusy} onAct={onClose}>
            {t('neighbours.cancel')}
          </Act>
          <Act look="danger" busy={isBusy} onAct={onRevoke}>
            {t('neighbours.revoke.do')}
          </Act>
        </>
      }
    >
      <p>{t('neighbours.revoke.about')}</p>
      <p>{t('neighbours.revoke.kept', { n: format.count(machine.held) })}</p>
      <p>{t('neighbours.revoke.disk')}</p>
      <p>{t('neighbours.revoke.next')}</p>
    </Dialog>
  )
}
