import type { Desk } from '#shared/application/desk'
import type { VisitRecord } from '#shared/application/visits/visits'
import { isIdentified } from '#shared/domain/visits/visit-state'
import { postsForVisits } from '#shared/domain/visits/visit-rules'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { refusalSentence } from '../../i18n/refusals'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import type { OpenVisitDialog } from './visit-page'

export interface VisitActsProps {
  readonly desk: Desk
  readonly record: VisitRecord
  readonly onOpen: (dialog: OpenVisitDialog) => void
}

const offers = [
  { id: 'give', keys: 'G', needs: 'presence' },
  { id: 'copies', keys: 'C', needs: 'presence' },
  { id: 'help', keys: 'H', needs: 'presence' },
  { id: 'identify', keys: 'I', needs: 'presence' },
  { id: 'ask', keys: 'A', needs: 'identity' },
  { id: 'signOut', keys: 'O', needs: 'presence' },
  { id: 'stillHere', keys: 'B', needs: 'absence' },
  { id: 'correct', keys: 'E', needs: 'nothing' },
] as const

/** Every act of the visit with its letter; what cannot be done now says why. */
export function VisitActs({ desk, record, onOpen }: VisitActsProps) {
  const { t } = useMessages()
  const { visit } = record
  const why = reasonNot(desk, record, t)
  const shown = offers.filter(
    ({ id }) => (id !== 'identify' || !isIdentified(visit)) && (id === 'stillHere' ? visit.signedOut : true),
  )
  return (
    <Sheet title={t('room.visit.acts')}>
      <div className="room-acts">
        {shown.map(({ id, keys, needs }) => (
          <Act
            key={id}
            wide
            keys={keys}
            look={id === 'signOut' && !visit.signedOut ? 'primary' : 'default'}
            disabledBecause={why(needs)}
            onAct={() => onOpen({ kind: id })}
          >
            {t(`room.offer.${id}`)}
          </Act>
        ))}
        <Act
          wide
          icon="print"
          keys="P"
          {...(visit.isErased ? { disabledBecause: t('room.erased') } : {})}
          onAct={() => onOpen({ kind: 'paper', asked: { paper: 'S03' }, record })}
        >
          {t('room.offer.paper')}
        </Act>
      </div>
    </Sheet>
  )
}

type Need = (typeof offers)[number]['needs']

function reasonNot({ me }: Desk, { visit }: VisitRecord, t: Translate): (need: Need) => string | undefined {
  const posts = postsForVisits['visit.signedIn@1']
  const mayServe = posts.some(post => me.posts.includes(post))
  return need => {
    if (!mayServe) return refusalSentence({ kind: 'postNeeded', posts }, t)
    if ((need === 'presence' || need === 'identity') && visit.signedOut)
      return refusalSentence({ kind: 'visitorHasLeft' }, t)
    return need === 'identity' && !isIdentified(visit) ? refusalSentence({ kind: 'visitorUnidentified' }, t) : undefined
  }
}
