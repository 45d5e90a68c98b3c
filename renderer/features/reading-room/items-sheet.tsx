import type { VisitRecord } from '#shared/application/visits/visits'
import type { VisitItem } from '#shared/domain/visits/visit-state'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import type { OpenVisitDialog } from './visit-page'

export interface ItemsSheetProps {
  readonly record: VisitRecord
  readonly onOpen: (dialog: OpenVisitDialog) => void
}

/** What was handed out, and what is still out: R takes the first of those back. */
export function ItemsSheet({ record: { visit }, onOpen }: ItemsSheetProps) {
  const { t, format } = useMessages()
  const firstOut = visit.items.find(item => isOut(item))?.itemNo
  return (
    <Sheet title={t('room.items')}>
      {visit.items.length === 0 ? (
        <p className="room-quiet">{t('room.items.none')}</p>
      ) : (
        <table className="room-table">
          <thead>
            <tr>
              <th scope="col">{t('room.item.no')}</th>
              <th scope="col">{t('room.item.title')}</th>
              <th scope="col">{t('room.item.kind')}</th>
              <th scope="col">{t('room.item.given')}</th>
              <th scope="col">{t('room.item.back')}</th>
            </tr>
          </thead>
          <tbody>
            {visit.items.map(item => (
              <tr key={item.itemNo}>
                <td>{item.itemNo}</td>
                <th scope="row">
                  {item.title ?? t('room.erased')}
                  {item.indexNo ? <span className="room-quiet room-under">{item.indexNo}</span> : null}
                </th>
                <td>{t(`room.itemKind.${item.kind}`)}</td>
                <td>{format.time(item.given.at)}</td>
                <td>
                  {item.isCancelled ? (
                    <Status flag="void" quiet>
                      {t('room.item.cancelled')}
                    </Status>
                  ) : item.returned ? (
                    `${format.time(item.returned.by.at)} ${t(`room.itemState.${item.returned.state}`)}`
                  ) : (
                    <Act
                      size="small"
                      {...(item.itemNo === firstOut ? { keys: 'R' } : {})}
                      onAct={() => onOpen({ kind: 'return', itemNo: item.itemNo })}
                    >
                      {t('room.item.returnOf', { n: item.itemNo })}
                    </Act>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}

const isOut = ({ returned, isCancelled }: VisitItem): boolean => !returned && !isCancelled
