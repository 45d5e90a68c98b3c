import { Alert, InputNumber } from 'antd'
import { useCallback, useState } from 'react'
import { useAsked } from '../use-asked'
import { yearFigures } from './figures'
import { FiguresSheet } from './figures-sheet'
import type { StatisticsPageProps } from './statistics-page'

export function YearFigures({ t, link, today }: Omit<StatisticsPageProps, 'offices'>) {
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const ask = useCallback(() => link.year(year), [link, year])
  const { answer, isAway } = useAsked(ask)
  return (
    <>
      <div className="console-line console-off-paper">
        <label className="console-field">
          {t.year}
          <InputNumber
            min={1990}
            max={2200}
            precision={0}
            value={year}
            onChange={typed => typed !== null && setYear(typed)}
          />
        </label>
      </div>
      {isAway && <Alert type="warning" title={t.away} role="alert" />}
      {answer?.year === year && (
        <FiguresSheet
          {...{ t, title: t.yearTitle(year), note: t.statisticsMean(answer.on) }}
          tables={yearFigures(t, answer)}
          fileName={`figures-${year}`}
        />
      )}
    </>
  )
}
