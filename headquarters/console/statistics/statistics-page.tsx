import { Segmented } from 'antd'
import { useState } from 'react'
import type { ConsoleLink } from '../console-link'
import type { OfficeRow } from '../office-columns'
import type { ConsoleTexts } from '../texts'
import { MonthFigures } from './month-figures'
import { YearFigures } from './year-figures'

export interface StatisticsPageProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly offices: readonly OfficeRow[]
  /** The day at headquarters, `YYYY-MM-DD`; it says which year and month are shown first. */
  readonly today: string
}

const kinds = ['year', 'month'] as const

/** A year of all offices together, or a month of one. */
export function StatisticsPage({ t, link, offices, today }: StatisticsPageProps) {
  const [kind, setKind] = useState<(typeof kinds)[number]>('year')
  return (
    <>
      <div className="console-line console-off-paper">
        <Segmented
          aria-label={t.statisticsOf}
          value={kind}
          onChange={setKind}
          options={kinds.map(value => ({ value, label: t.statisticsKinds[value] }))}
        />
      </div>
      {kind === 'year' ? <YearFigures {...{ t, link, today }} /> : <MonthFigures {...{ t, link, offices, today }} />}
    </>
  )
}
