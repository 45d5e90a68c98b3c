import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ShownJoinRequest } from '#shared/application/neighbours/ports'
import { useMessages } from '../../../i18n/messages-provider'
import { problemSentence } from '../../../i18n/problems'
import { Act } from '../../../ui/acts/act'
import { Dialog } from '../../../ui/dialogs/dialog'
import { PasswordField } from '../../../ui/fields/password-field'
import type { SeenNeighbours } from './use-neighbours'

export interface StickDialogProps {
  readonly desk: Pick<Desk, 'neighbours'>
  readonly seen: SeenNeighbours
  readonly onClose: () => void
}

/** The old machine's side of joining by a stick: the request is looked at and compared, then the answer is written. */
export function StickDialog({ desk: { neighbours }, seen, onClose }: StickDialogProps) {
  const { t } = useMessages()
  const [request, setRequest] = useState<ShownJoinRequest | null>(null)
  const [written, setWritten] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const { isBusy, problem, ask } = seen
  const choose = (): void =>
    void ask(async () => {
      const read = await neighbours.readRequest()
      if (read.ok && read.value) setRequest(read.value)
      return read
    })
  const write = (): void => {
    if (!request || password === '') return
    void ask(async () => {
      const answer = await neighbours.writeAnswer(request.requestId, password)
      if (answer.ok && answer.value !== null) setWritten(answer.value)
      return answer
    })
  }
  return (
    <Dialog
      open
      title={t('neighbours.byStick.title')}
      help="machines"
      onClose={onClose}
      error={problem ? problemSentence(problem, t).what : null}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {written ? t('neighbours.close') : t('neighbours.cancel')}
          </Act>
          {request && !written ? (
            <Act look="primary" busy={isBusy} onAct={write}>
              {t('neighbours.byStick.write')}
            </Act>
          ) : null}
        </>
      }
    >
      {written ? (
        <div role="status">
          <p>{t('neighbours.byStick.written')}</p>
          <p className="machines-digits">{written}</p>
        </div>
      ) : request ? (
        <>
          <p>
            {t('neighbours.invite.asks', { workstation: request.asks.workstation, window: request.asks.windowName })}
          </p>
          <p>{t('neighbours.byStick.compare')}</p>
          <p className="machines-digits">{request.print}</p>
          <p>{t('neighbours.invite.given')}</p>
          <PasswordField
            label={t('neighbours.invite.password')}
            value={password}
            onChange={setPassword}
            onEnter={write}
          />
        </>
      ) : (
        <>
          <p>{t('neighbours.byStick.about')}</p>
          <Act look="primary" busy={isBusy} takesFocus onAct={choose}>
            {t('neighbours.byStick.choose')}
          </Act>
        </>
      )}
    </Dialog>
  )
}
