import { useState } from 'react'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import type { SectionProps } from './exchange-sections'

export interface AddressDialogProps extends Pick<SectionProps, 'desk'> {
  readonly address: string | null
  readonly onClose: () => void
}

/** Headquarters has moved; its key has not. */
export function AddressDialog({ desk: { exchange }, address, onClose }: AddressDialogProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState(address ?? '')
  const { isBusy, problem, run } = useRunning<Problem>()
  const set = async (): Promise<void> => {
    const text = typed.trim()
    const done = await run(async () => {
      const answer = await exchange.setAddress(text === '' ? null : text)
      return answer.ok ? { ok: true, value: true } : answer
    })
    if (done) onClose()
  }
  return (
    <Dialog
      open
      title={t('exchange.headquarters.setAddress')}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('requests.cancel')}
          </Act>
          <Act look="primary" keys="Ctrl+Enter" busy={isBusy} onAct={() => void set()}>
            {t('exchange.headquarters.setAddress')}
          </Act>
        </>
      }
    >
      <TextField
        label={t('exchange.headquarters.newAddress')}
        hint={t('exchange.headquarters.addressHint')}
        takesFocus
        maxLength={200}
        value={typed}
        onChange={setTyped}
      />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
