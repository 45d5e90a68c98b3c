import { Alert, Input, Select } from 'antd'
import { useCallback, useState } from 'react'
import { monthQuery } from '#shared/contracts/headquarters-statistics'
import { err, ok } from '#shared/kernel/result'
import { matchingOffices } from '../matching-offices'
import { useAsked } from '../use-asked'
import { monthFigures } from './figures'
import { FiguresSheet } from './figures-sheet'
import type { StatisticsPageProps } from './statistics-page'

export function MonthFigures({ t, link, offices, today }: StatisticsPageProps) {
  const [officeId, setOfficeId] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const [month, setMonth] = useState(today.slice(0, 7))
  const isMonth = monthQuery.safeParse({ month }).success
  const ask = useCallback(async () => {
    if (officeId === null || !isMonth) return ok(null)
    const asked = await link.month(officeId, month)
    return asked.ok ? ok(asked.value) : err(asked.problem)
  }, [link, officeId, month, isMonth])
  const { answer, isAway } = useAsked(ask)
  const office = offices.find(one => one.officeId === officeId)
  const isOfIt = answer !== null && answer.officeId === officeId && answer.month === month
  return (
    <>
      <div className="console-line console-off-paper">
        <label className="console-field">
          {t.office}
          <Select<number>
            className="console-search"
            showSearch={{ filterOption: false, onSearch: setWords }}
            placeholder={t.chooseOffice}
            notFoundContent={t.noneFound}
            value={officeId}
            onChange={setOfficeId}
            options={matchingOffices(offices, words).map(one => ({
              ...{ value: one.officeId, label: t.officeTitle(one.name, one.officeId) },
            }))}
          />
        </label>
        <label className="console-field">
          {t.month}
          <Input
            maxLength={7}
            status={isMonth ? '' : 'error'}
            value={month}
            onChange={event => setMonth(event.target.value.trim())}
          />
        </label>
      </div>
      {isAway && <Alert type="warning" title={t.away} role="alert" />}
      {!office && <p role="status">{t.chooseOfficeFirst}</p>}
      {office && isOfIt && (
        <FiguresSheet
          {...{ t, title: t.monthTitle(office.name, office.officeId, month), note: t.monthMeans }}
          tables={monthFigures(t, answer)}
          fileName={`figures-${office.officeId}-${month}`}
        />
      )}
    </>
  )
}
