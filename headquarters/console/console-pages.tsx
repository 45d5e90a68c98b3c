import { Tabs } from 'antd'
import { useState } from 'react'
import { ConsoleHead, type ConsoleHeadProps } from './console-head'
import type { ConsoleLink } from './console-link'
import { OfficesPage } from './offices-page'
import { SendingsPage } from './sendings/sendings-page'
import { StatisticsPage } from './statistics/statistics-page'
import { useOffices } from './use-offices'

export interface ConsolePagesProps extends ConsoleHeadProps {
  readonly link: ConsoleLink
}

/** 单位, 发送 and 统计. All work on the same list of offices, which is asked for again by itself. */
export function ConsolePages({ link, t, other }: ConsolePagesProps) {
  const offices = useOffices(link)
  const [page, setPage] = useState('offices')
  return (
    <>
      <ConsoleHead t={t} other={other} />
      <main className="console">
        <Tabs
          activeKey={page}
          onChange={setPage}
          items={[
            { key: 'offices', label: t.offices, children: <OfficesPage {...{ t, link }} {...offices} /> },
            {
              key: 'sendings',
              label: t.sendings,
              children: (
                <SendingsPage {...{ t, link }} offices={offices.answer?.offices ?? []} isShown={page === 'sendings'} />
              ),
            },
            {
              key: 'statistics',
              label: t.statistics,
              children: offices.answer && (
                <StatisticsPage {...{ t, link }} offices={offices.answer.offices} today={offices.answer.on} />
              ),
            },
          ]}
        />
      </main>
    </>
  )
}
