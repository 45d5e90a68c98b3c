import { Tabs } from 'antd'
import { ConsoleHead, type ConsoleHeadProps } from './console-head'
import type { ConsoleLink } from './console-link'
import { OfficesPage } from './offices-page'
import { SendingsPage } from './sendings/sendings-page'
import { useOffices } from './use-offices'

export interface ConsolePagesProps extends ConsoleHeadProps {
  readonly link: ConsoleLink
}

/** 单位 and 发送. Both work on the same list of offices, which is asked for again by itself. */
export function ConsolePages({ link, t, other }: ConsolePagesProps) {
  const offices = useOffices(link)
  return (
    <>
      <ConsoleHead t={t} other={other} />
      <main className="console">
        <Tabs
          items={[
            { key: 'offices', label: t.offices, children: <OfficesPage {...{ t, link }} {...offices} /> },
            {
              key: 'sendings',
              label: t.sendings,
              children: <SendingsPage {...{ t, link }} offices={offices.answer?.offices ?? []} />,
            },
          ]}
        />
      </main>
    </>
  )
}
