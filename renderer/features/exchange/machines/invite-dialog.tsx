import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Invitation, NeighbourState } from '#shared/application/neighbours/ports'
import { useMessages } from '../../../i18n/messages-provider'
import { problemSentence } from '../../../i18n/problems'
import { Act } from '../../../ui/acts/act'
import { Dialog } from '../../../ui/dialogs/dialog'
import { PasswordField } from '../../../ui/fields/password-field'
import { KeyValueList } from '../../../ui/sheets/key-value-list'
import { PlaceForm } from './serving-row'
import type { SeenNeighbours } from './use-neighbours'

export interface InviteDialogProps {
  readonly desk: Pick<Desk, 'neighbours' | 'today'>
  readonly seen: SeenNeighbours
  readonly state: NeighbourState
  readonly adminOnly: string | undefined
  readonly onClose: () => void
}

/** The old machine's side of a pairing: address and code, the six digits, and the administrator's word. */
export function InviteDialog({ desk, seen, state, adminOnly, onClose }: InviteDialogProps) {
  const { t } = useMessages()
  const { neighbours } = desk
  const { invitation, serving } = state
  const { isBusy, problem, ask } = seen
  const close = (): void => {
    void ask(() => neighbours.endInvitation())
    onClose()
  }
  const again = (place: { address: string; port: number }): void => void ask(() => neighbours.invite(place))
  return (
    <Dialog
      open
      title={t('neighbours.invite.title')}
      help="machines"
      onClose={close}
      error={problem ? problemSentence(problem, t).what : null}
      acts={
        <Act showsKeys="Esc" onAct={close}>
          {invitation?.stage === 'done' ? t('neighbours.close') : t('neighbours.cancel')}
        </Act>
      }
    >
      {invitation && invitation.stage !== 'closed' ? (
        <Stage key={invitation.stage} {...{ desk, seen, invitation, serving }} />
      ) : (
        <>
          {invitation ? (
            <p role="alert">
              {t('neighbours.invite.ended')} {t(`joining.failed.${invitation.why}`)}
            </p>
          ) : (
            <p>{t('neighbours.serving.about')}</p>
          )}
          {serving.isOn ? (
            <Act
              look="primary"
              busy={isBusy}
              disabledBecause={adminOnly}
              onAct={() => again({ address: serving.address!, port: serving.port })}
            >
              {invitation ? t('neighbours.invite.again') : t('neighbours.serving.open')}
            </Act>
          ) : (
            <PlaceForm {...{ serving, adminOnly, isBusy }} label={t('neighbours.serving.open')} onPlace={again} />
          )}
        </>
      )}
    </Dialog>
  )
}

interface StageProps extends Pick<InviteDialogProps, 'desk' | 'seen'> {
  readonly invitation: Exclude<Invitation, { stage: 'closed' }>
  readonly serving: NeighbourState['serving']
}

function Stage({ desk, seen, invitation, serving }: StageProps) {
  const { t, format } = useMessages()
  if (invitation.stage === 'done') return <p role="status">{t('neighbours.invite.done', said(invitation.asks))}</p>
  if (invitation.stage === 'compare') return <Compare {...{ desk, seen, invitation }} />
  const { code, triesLeft, expiresAt } = invitation
  return (
    <>
      <p>{t('neighbours.invite.about')}</p>
      <KeyValueList
        items={[
          {
            label: t('neighbours.invite.address'),
            value: <b className="machines-digits">{`${serving.address}:${serving.port}`}</b>,
          },
          {
            label: t('neighbours.invite.code'),
            value: <b className="machines-digits">{`${code.slice(0, 4)} ${code.slice(4)}`}</b>,
          },
        ]}
      />
      <p className="exchange-quiet">
        {t('neighbours.invite.tries', { n: triesLeft, at: format.moment(expiresAt, desk.today) })}
      </p>
    </>
  )
}

interface CompareProps extends Pick<InviteDialogProps, 'desk' | 'seen'> {
  readonly invitation: Extract<Invitation, { stage: 'compare' }>
}

function Compare({ desk: { neighbours }, seen, invitation }: CompareProps) {
  const { t } = useMessages()
  const [password, setPassword] = useState('')
  const { words, asks, pairingId } = invitation
  const admit = (): void => {
    if (asks && password !== '') void seen.ask(() => neighbours.admit(pairingId, password))
  }
  return (
    <div className="exchange-compare">
      <p>
        <b>{t('neighbours.invite.compare')}</b>
      </p>
      <p className="machines-digits">{`${words.slice(0, 3)} ${words.slice(3)}`}</p>
      <p className="exchange-quiet">{t('neighbours.invite.compareWhy')}</p>
      <p role="status">{asks ? t('neighbours.invite.asks', said(asks)) : t('neighbours.invite.waitsForOther')}</p>
      <p>{t('neighbours.invite.given')}</p>
      <PasswordField label={t('neighbours.invite.password')} value={password} onChange={setPassword} onEnter={admit} />
      <div className="exchange-acts">
        <Act busy={seen.isBusy} onAct={() => void seen.ask(() => neighbours.endInvitation())}>
          {t('neighbours.invite.differ')}
        </Act>
        <Act
          look="primary"
          busy={seen.isBusy}
          disabledBecause={asks ? undefined : t('neighbours.invite.waitsForOther')}
          onAct={admit}
        >
          {t('neighbours.invite.admit')}
        </Act>
      </div>
    </div>
  )
}

const said = ({ workstation, windowName }: { readonly workstation: string; readonly windowName: string }) => ({
  workstation,
  window: windowName,
})
