import { Alert, Button, Segmented, Table, type TableColumnsType } from 'antd'
import { useCallback, useState } from 'react'
import type { SendingAnswered } from '#shared/contracts/headquarters-sendings'
import type { ConsoleLink } from '../console-link'
import { momentOf } from '../moment'
import type { ConsoleTexts } from '../texts'
import { useAsked } from '../use-asked'

export interface OneSendingPageProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly sendingId: string
  readonly isShown: boolean
  readonly onLeave: () => void
}

type Row = SendingAnswered['offices'][number]
const standings = ['all', 'notReceived', 'waiting', 'accepted', 'declined'] as const
type Standing = (typeof standings)[number]

/** One sending, office by office: who has it since when, and what they said. */
export function OneSendingPage({ t, link, sendingId, isShown, onLeave }: OneSendingPageProps) {
  const [shown, setShown] = useState<Standing>('all')
  const ask = useCallback(() => link.sending(sendingId), [link, sendingId])
  const { answer: sending, isAway, refresh } = useAsked(ask, isShown)
  const isNotice = sending?.kind === 'notice'
  const rows = sending?.offices ?? []
  const of = (standing: Standing) => rows.filter(row => standing === 'all' || standingOf(row, isNotice) === standing)
  return (
    <>
      <div className="console-line">
        <Button onClick={onLeave}>{t.backToSendings}</Button>
        <h2 className="console-grow">{sending?.title}</h2>
        <Button onClick={() => void refresh()}>{t.refresh}</Button>
      </div>
      {isAway && <Alert type="warning" title={t.away} role="alert" />}
      {sending && <p className="console-quiet">{t.sentOn(t.kinds[sending.kind], momentOf(sending.sentAt))}</p>}
      <div className="console-line">
        <Segmented<Standing>
          aria-label={t.standing}
          value={shown}
          onChange={setShown}
          options={standings
            .filter(one => !isNotice || one !== 'declined')
            .map(value => ({ value, label: t.standings(isNotice)[value] + ` ${of(value).length}` }))}
        />
      </div>
      <Table<Row>
        rowKey="officeId"
        columns={columnsOf(t, isNotice)}
        dataSource={of(shown)}
        loading={sending === null && !isAway}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: t.noneFound }}
        size="middle"
      />
    </>
  )
}

function standingOf({ receivedAt, answer, readers }: Row, isNotice: boolean): Exclude<Standing, 'all'> {
  if (isNotice && readers > 0) return 'accepted'
  if (answer) return answer
  return receivedAt ? 'waiting' : 'notReceived'
}

const columnsOf = (t: ConsoleTexts, isNotice: boolean): TableColumnsType<Row> => [
  { key: 'office', title: t.office, render: (_, { officeId, name }) => `${name}（${officeId}）` },
  {
    ...{ key: 'standing', title: t.standing },
    render: (_, row) => {
      const standing = standingOf(row, isNotice)
      return <span className={`console-standing-${standing}`}>{t.standings(isNotice)[standing]}</span>
    },
  },
  { key: 'receivedAt', title: t.receivedAt, render: (_, { receivedAt }) => receivedAt && momentOf(receivedAt) },
  {
    ...{ key: 'answeredAt', title: isNotice ? t.readers : t.answeredAt },
    render: (_, { answeredAt, readers }) => (isNotice ? t.readersOf(readers) : answeredAt && momentOf(answeredAt)),
  },
  ...(isNotice ? [] : [{ key: 'reason', title: t.reason, render: (_: unknown, { reason }: Row) => reason }]),
]
