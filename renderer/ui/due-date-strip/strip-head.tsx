import type { ReactNode } from 'react'
import type { DueDate } from '#shared/domain/clocks/due-date'
import { useMessages } from '../../i18n/messages-provider'
import { Mark, type Flag } from '../marks/mark'
import { Status } from '../marks/status'
import type { DueDateStripProps } from './due-date-strip'
import { Equation } from './equation'
import { metOn } from './met-on'
import { workingDaysAround } from './strip-days'
import { pauseWords } from './strip-sentences'

/** The date first: due date, how far the count has come, and the sum that proves it. */
export function StripHead(props: DueDateStripProps) {
  const { due, today } = props
  const { t, format } = useMessages()
  const isFinal = due.certainty === 'final'
  return (
    <div className="strip-head">
      <div className="strip-due">
        <span>{t(isFinal ? 'strip.due' : 'strip.dueProvisional')}</span>
        <b className="strip-date">{format.dayNear(due.dueOn, today)}</b>
        <span>{format.weekday(due.dueOn)}</span>
        {isFinal ? null : <Status flag="provisional" />}
      </div>
      <StripProgress {...props} />
      <Equation tally={due.tally} />
      <StripWhy due={due} />
    </div>
  )
}

/** Why the date is not final yet, or rests on a number of the old register, one line a reason. */
function StripWhy({ due }: { readonly due: DueDate }) {
  const { t } = useMessages()
  const lines: { readonly line: string; readonly flag: Flag }[] = []
  const undated = due.proof.filter(day => day.isUndated).length
  if (undated > 0) lines.push({ line: t('strip.pausedBefore', { n: undated }), flag: 'normal' })
  if (due.missingYears.length > 0)
    lines.push({
      line: t('strip.yearsMissing', { years: due.missingYears.join(t('strip.listJoin')) }),
      flag: 'provisional',
    })
  if (due.openPauses.length > 0)
    lines.push({ line: t('strip.pauseOpen', { why: pauseWords(due.openPauses, t) }), flag: 'provisional' })
  return lines.map(({ line, flag }) => (
    <p key={line} className="strip-why">
      <Mark flag={flag} />
      {line}
    </p>
  ))
}

const MET = {
  met: { flag: 'done', says: 'strip.metInTime' },
  late: { flag: 'late', says: 'strip.metLate' },
  provisional: { flag: 'provisional', says: 'strip.metPerhaps' },
} as const

function StripProgress({ due, today, metOn: servedOn, overdueBy }: DueDateStripProps) {
  const { t, format } = useMessages()
  const { gone, left } = workingDaysAround(due, today)
  const total = t('strip.sofar', { total: due.workingDays })
  if (servedOn) {
    const { flag, says } = MET[metOn(due, servedOn)]
    return <Status flag={flag}>{t(says, { day: format.dayNear(servedOn, today) })}</Status>
  }
  // A provisional date is never called overdue: the published calendar may still move it.
  if (today > due.dueOn && due.certainty === 'provisional')
    return <Status flag="provisional">{t('strip.earliestPassed')}</Status>
  if (today > due.dueOn)
    return (
      <Figure tone="late" value={overdueBy} mark={<Mark flag="late" />}>
        {overdueBy === undefined ? null : <span>{t('strip.daysUnit')}</span>}
        <span>{t('strip.overdue')}</span>
      </Figure>
    )
  const isCounted = due.proof.some(day => day.on === today && day.ordinal !== undefined)
  return (
    <>
      <Figure tone="plain" value={gone}>
        <span>{total}</span>
        <span>{isCounted ? t('strip.todayIs', { n: gone }) : t('strip.passed', { n: gone })}</span>
      </Figure>
      <Figure tone={left <= SOON_WORKING_DAYS ? 'soon' : 'plain'} value={left}>
        <span>{t('strip.daysUnit')}</span>
        <span>{t(left === 0 ? 'strip.dueToday' : 'strip.left')}</span>
      </Figure>
    </>
  )
}

interface FigureProps {
  readonly tone: 'plain' | 'soon' | 'late'
  readonly value: number | undefined
  readonly mark?: ReactNode
  readonly children: ReactNode
}

function Figure({ tone, value, mark, children }: FigureProps) {
  return (
    <div className={`strip-figure figure-${tone}`}>
      {mark}
      {value === undefined ? null : <b>{value}</b>}
      <span className="figure-words">{children}</span>
    </div>
  )
}

/** As on the Today page: three working days is "soon". */
const SOON_WORKING_DAYS = 3
