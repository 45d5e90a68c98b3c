import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import type { SectionProps } from './exchange-sections'

/** Ends the exchange of this machine; nothing is deleted. */
export function LeaveDialog({ desk: { exchange }, onClose }: Pick<SectionProps, 'desk'> & { onClose: () => void }) {
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const leave = async (): Promise<void> => {
    const done = await run(async () => {
      const answer = await exchange.leave()
      return answer.ok ? { ok: true, value: true } : answer
    })
    if (done) onClose()
  }
  return (
    <Dialog
      open
      title={t('exchange.headquarters.leave')}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('requests.cancel')}
          </Act>
          <Act look="danger" keys="Ctrl+Enter" busy={isBusy} onAct={() => void leave()}>
            {t('exchange.headquarters.leave')}
          </Act>
        </>
      }
    >
      <p>{t('exchange.headquarters.leaveMeans')}</p>
      <p>{t('exchange.headquarters.leaveNext')}</p>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
