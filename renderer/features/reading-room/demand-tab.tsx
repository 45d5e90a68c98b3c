import { useState } from 'react'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import { demandBy, demandOf, kioskSatisfaction } from '#shared/application/visits/demand'
import { demandTable, type RoomAround } from '#shared/application/visits/visit-tables'
import type { VisitRecord } from '#shared/application/visits/visits'
import { archivesKinds, helpKinds, visitResults, visitTopics } from '#shared/domain/visits/visit-facts'
import { TablePaperDialog } from '../../case-parts/table-paper-dialog'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { Sheet } from '../../ui/sheets/sheet'
import type { RoomTabProps } from './day-tab'
import { topicWord } from './room-words'
import { useRange, type Range } from './use-range'
import { useRoomAround } from './use-room-around'

const figures = ['visits', 'archives', 'items', 'pages', 'helped'] as const
const satisfactions = ['satisfied', 'fair', 'dissatisfied'] as const

/** 查阅需求统计: counts of open facts only, so that it says what people look for and not who they are. */
export function DemandTab({ desk, nameOf }: RoomTabProps) {
  const { t } = useMessages()
  const { from, to, records, notYet, fields } = useRange(desk)
  const [step, setStep] = useState<'day' | 'month'>('month')
  const [table, setTable] = useState<PrintedTable | null>(null)
  const around = useRoomAround(desk, nameOf)
  return (
    <Sheet title={t('room.tab.demand')}>
      <div className="room-row room-asked">
        {fields}
        <ChoiceGroup
          label={t('room.step')}
          choices={(['day', 'month'] as const).map(value => ({ value, label: t(`room.step.${value}`) }))}
          value={step}
          onChange={setStep}
        />
        <Act
          icon="print"
          keys="Alt+P"
          disabledBecause={records ? undefined : notYet}
          onAct={() => (records ? setTable(demandTable(records, { from, to, step }, around)) : undefined)}
        >
          {t('room.print')}
        </Act>
      </div>
      <p className="room-quiet">{t('room.demand.note')}</p>
      {records ? (
        <Demand {...{ records, from, to, step, around }} />
      ) : (
        <p className="room-quiet" role="status">
          {notYet}
        </p>
      )}
      {table ? (
        <TablePaperDialog
          papers={desk.papers}
          table={table}
          fileName={`reading-demand-${from}-${to}.pdf`}
          onClose={() => setTable(null)}
        />
      ) : null}
    </Sheet>
  )
}

interface DemandProps extends Pick<Range, 'from' | 'to'> {
  readonly records: readonly VisitRecord[]
  readonly step: 'day' | 'month'
  readonly around: RoomAround
}

function Demand({ records, from, to, step, around }: DemandProps) {
  const { t, format } = useMessages()
  const all = demandOf(records)
  const lines = demandBy(records, step)
  const kiosk = kioskSatisfaction(around.kioskAnswers, { from, to })
  const isKioskUsed = satisfactions.some(each => kiosk[each] > 0)
  return (
    <>
      <dl className="room-counts">
        {figures.map(figure => (
          <div key={figure}>
            <dt>{t(`room.demand.${figure}`)}</dt>
            <dd>{format.count(all[figure])}</dd>
          </div>
        ))}
      </dl>
      {records.length === 0 ? (
        <p className="room-quiet">{t('room.demand.empty')}</p>
      ) : (
        <div className="room-grid">
          <Counted
            title={t('room.demand.periods')}
            rows={lines.map(({ period, visits }) => [period, visits] as const)}
          />
          <Counted
            title={t('room.demand.topics')}
            rows={[
              ...visitTopics.map(code => [topicWord(code, around.topicNames), all.topics[code] ?? 0] as const),
              [t('room.topic.none'), all.withoutTopic],
            ]}
          />
          <Counted
            title={t('room.demand.kinds')}
            rows={archivesKinds.map(kind => [t(`room.archivesKind.${kind}`), all.archivesKinds[kind]] as const)}
          />
          <Counted
            title={t('room.demand.helps')}
            rows={helpKinds.map(kind => [t(`room.helpKind.${kind}`), all.helps[kind]] as const)}
          />
          <Counted
            title={t('room.demand.results')}
            rows={visitResults.map(result => [t(`room.result.${result}`), all.results[result]] as const)}
          />
        </div>
      )}
      {isKioskUsed ? (
        <div className="room-grid room-kiosk">
          <Counted
            title={t('room.demand.kiosk')}
            rows={satisfactions.map(each => [t(`room.kiosk.${each}`), kiosk[each]] as const)}
          />
        </div>
      ) : null}
    </>
  )
}

interface CountedProps {
  readonly title: string
  readonly rows: readonly (readonly [what: string, n: number])[]
}

/** What nobody asked for is left out. */
function Counted({ title, rows }: CountedProps) {
  const { t, format } = useMessages()
  const shown = rows.filter(([, n]) => n > 0)
  return (
    <section>
      <h3>{title}</h3>
      {shown.length === 0 ? (
        <p className="room-quiet">{t('room.demand.none')}</p>
      ) : (
        <table className="room-table">
          <thead>
            <tr>
              <th scope="col">{t('room.demand.what')}</th>
              <th scope="col">{t('room.demand.n')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(([what, n]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{format.count(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
