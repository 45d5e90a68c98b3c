import { Alert, Button, Empty, Table, type TableColumnsType } from 'antd'
import type { SendingsAnswer } from '#shared/contracts/headquarters-sendings'
import type { ConsoleLink } from '../console-link'
import { momentOf } from '../moment'
import type { ConsoleTexts } from '../texts'
import { useAsked } from '../use-asked'

export interface SendingsListProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly isShown: boolean
  readonly onNew: () => void
  readonly onOpen: (sendingId: string) => void
}

type Row = SendingsAnswer['sendings'][number]

/** Every sending, the newest first, with how many offices have it and what they said. */
export function SendingsList({ t, link, isShown, onNew, onOpen }: SendingsListProps) {
  const { answer, isAway } = useAsked(link.sendings, isShown)
  const rows = answer?.sendings ?? null
  return (
    <>
      {isAway && <Alert type="warning" title={t.away} role="alert" />}
      <div className="console-line">
        <p className="console-grow console-quiet">{t.sendingsMean}</p>
        <Button type="primary" onClick={onNew}>
          {t.newSending}
        </Button>
      </div>
      {rows?.length === 0 ? (
        <div className="console-card">
          <Empty description={t.noSendings} image={Empty.PRESENTED_IMAGE_SIMPLE} />
        </div>
      ) : (
        <Table<Row>
          rowKey="sendingId"
          columns={columnsOf(t, onOpen)}
          dataSource={rows ? [...rows] : []}
          loading={rows === null && !isAway}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          size="middle"
        />
      )}
    </>
  )
}

function columnsOf(t: ConsoleTexts, onOpen: (sendingId: string) => void): TableColumnsType<Row> {
  const count = (key: 'received' | 'accepted' | 'declined', of: (row: Row) => string | number) => ({
    ...{ key, title: t.sendingCounts[key], align: 'right' as const },
    render: (_: unknown, row: Row) => of(row),
  })
  return [
    {
      ...{ key: 'title', title: t.sendingTitle },
      render: (_, { sendingId, title }) => (
        <Button type="link" className="console-link" onClick={() => onOpen(sendingId)}>
          {title}
        </Button>
      ),
    },
    { key: 'kind', title: t.sendingKind, render: (_, { kind }) => t.kinds[kind] },
    { key: 'sentAt', title: t.sentAt, render: (_, { sentAt }) => momentOf(sentAt) },
    count('received', ({ received, offices }) => t.ofAll(received, offices)),
    count('accepted', row =>
      row.kind === 'notice' ? t.ofAll(row.read, row.offices) : t.ofAll(row.accepted, row.offices),
    ),
    count('declined', row => (row.kind === 'notice' ? '' : row.declined)),
  ]
}
