import type { Desk } from '#shared/application/desk'
import type { VisitRecord } from '#shared/application/visits/visits'
import type { VisitId } from '#shared/domain/visits/visit-facts'
import { itemsOut, leftAt, pagesCopied, type Visit } from '#shared/domain/visits/visit-state'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import { TextLink } from '../../ui/acts/text-link'
import { Status } from '../../ui/marks/status'
import { matterWord, visitorWord } from './room-words'
import { useTopicNames } from './use-room-around'

export interface VisitorsTableProps {
  readonly desk: Pick<Desk, 'today' | 'offices'>
  readonly records: readonly VisitRecord[]
  readonly caption: string
  readonly onOpen: (visitId: VisitId) => void
}

/** Visitors with masked names; each row opens its visit. */
export function VisitorsTable({ desk, records, caption, onOpen }: VisitorsTableProps) {
  const { today } = desk
  const topics = useTopicNames(desk)
  const translator = useMessages()
  const { t, format } = translator
  return (
    <table className="room-table">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('room.column.came')}</th>
          <th scope="col">{t('room.column.visitor')}</th>
          <th scope="col">{t('room.column.matter')}</th>
          <th scope="col">{t('room.column.items')}</th>
          <th scope="col">{t('room.column.pages')}</th>
          <th scope="col">{t('room.column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {records.map(({ visitId, visit }) => (
          <tr key={visitId}>
            <td>{visit.cameOn === today ? format.time(visit.signedIn.at) : format.moment(visit.signedIn.at, today)}</td>
            <th scope="row">
              <TextLink onAct={() => onOpen(visitId)}>{visitorWord(visit, t)}</TextLink>
            </th>
            <td>{matterWord(visit, { t, topics })}</td>
            <td>{itemsWord(visit, translator)}</td>
            <td>{format.count(pagesCopied(visit))}</td>
            <td>
              <VisitState visit={visit} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function itemsWord(visit: Visit, { t }: Translator): string {
  const given = visit.items.filter(({ isCancelled }) => !isCancelled).length
  const out = itemsOut(visit).length
  const all = t('room.items.count', { n: given })
  return out > 0 ? `${all}，${t('room.items.out', { n: out })}` : all
}

interface VisitStateProps {
  readonly visit: Visit
  readonly today: Desk['today']
}

/** In the room, forgotten there on an earlier day, or gone and when. */
export function VisitState({ visit, today }: VisitStateProps) {
  const { t, format } = useMessages()
  const { signedOut, cameOn } = visit
  if (signedOut) {
    const at = leftAt(visit)
    const left = at === null ? format.dayNear(signedOut.leftOn, today) : format.time(at)
    return <Status flag="done">{t('room.state.leftAt', { left })}</Status>
  }
  return cameOn < today ? (
    <Status flag="late">{t('room.state.earlier', { day: format.dayNear(cameOn, today) })}</Status>
  ) : (
    <Status flag="mine">{t('room.state.present')}</Status>
  )
}
