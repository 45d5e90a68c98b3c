import { useState } from 'react'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import { archivesRegister } from '#shared/application/visits/visit-tables'
import { TablePaperDialog } from '../../case-parts/table-paper-dialog'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { TextLink } from '../../ui/acts/text-link'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { isShown } from '#shared/domain/visits/visit-rules'
import type { RoomTabProps } from './day-tab'
import { visitorWord } from './room-words'
import { useRange } from './use-range'
import { useRoomAround } from './use-room-around'

/** 查档登记簿: every application with its decision and certificates, newest first. */
export function RegisterTab({ desk, nameOf, onOpen }: RoomTabProps) {
  const { t, format } = useMessages()
  const { from, to, records, notYet, fields } = useRange(desk)
  const [table, setTable] = useState<PrintedTable | null>(null)
  const around = useRoomAround(desk, nameOf)
  const lines = (records ?? []).flatMap(record => record.visit.asks.map(ask => ({ record, ask }))).toReversed()
  return (
    <Sheet title={t('room.tab.register')}>
      <div className="room-row room-asked">
        {fields}
        <Act
          icon="print"
          keys="Alt+P"
          disabledBecause={records ? undefined : notYet}
          onAct={() => (records ? setTable(archivesRegister(records, { from, to }, around)) : undefined)}
        >
          {t('room.print')}
        </Act>
      </div>
      <p className="room-quiet">{t('room.register.note')}</p>
      {lines.length === 0 ? (
        <p className="room-quiet">{records ? t('room.register.empty') : notYet}</p>
      ) : (
        <table className="room-table">
          <caption className="unseen">{t('room.tab.register')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('room.column.day')}</th>
              <th scope="col">{t('room.column.visitor')}</th>
              <th scope="col">{t('room.column.relation')}</th>
              <th scope="col">{t('room.column.kind')}</th>
              <th scope="col">{t('room.column.purpose')}</th>
              <th scope="col">{t('room.column.decision')}</th>
              <th scope="col">{t('room.column.certificate')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ record: { visitId, visit }, ask }) => (
              <tr key={`${visitId} ${ask.askNo}`}>
                <td>{format.dayNear(visit.cameOn, desk.today)}</td>
                <th scope="row">
                  <TextLink onAct={() => onOpen(visitId)}>{visitorWord(visit, t)}</TextLink>
                </th>
                <td>
                  {[t(`room.relation.${ask.relation}`), ...ask.proofs.map(proof => t(`room.proof.${proof}`))].join(
                    t('post.join'),
                  )}
                </td>
                <td>{t(`room.archivesKind.${ask.kind}`)}</td>
                <td>{ask.words?.purpose ?? t('room.erased')}</td>
                <td>
                  {ask.decided ? (
                    <Status flag={isShown(ask) ? 'done' : 'returned'}>
                      {t(`room.decision.${ask.decided.decision}`)}
                    </Status>
                  ) : (
                    <Status flag="paused">{t('room.ask.waits')}</Status>
                  )}
                  {ask.decided && ask.decided.shown.length > 0 ? (
                    <span className="room-under">{ask.decided.shown.join(t('post.join'))}</span>
                  ) : null}
                </td>
                <td>
                  {visit.certificates
                    .filter(({ askNo }) => askNo === ask.askNo)
                    .map(({ certificateNo }) => certificateNo)
                    .join(t('post.join'))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {table ? (
        <TablePaperDialog
          papers={desk.papers}
          table={table}
          fileName={`archives-register-${from}-${to}.pdf`}
          onClose={() => setTable(null)}
        />
      ) : null}
    </Sheet>
  )
}
