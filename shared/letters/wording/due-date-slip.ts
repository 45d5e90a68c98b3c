import { formatDay, formatMonthDay, formatWeekday, yearOf } from '../../domain/calendar/civil-date'
import { isByOldRegister, type PauseReason, type ProofDay } from '../../domain/clocks/due-date'
import type { DueDateSlip } from '../letter-model'
import { ARTICLE, REGULATION_DEFINED } from './law'
import { PROVISIONAL } from './registration-receipt'

export const SLIP_TITLE = '答复期限计算书'

export const PAUSE_WORDS: Readonly<Record<PauseReason, string>> = {
  thirdPartyOpinion: '征求第三方意见',
  coProducerOpinion: '征求共同制作机关意见',
  otherAgency: '征求其他机关意见',
  beforeImport: '原登记簿记载',
}

export const dueLabel = ({ due }: DueDateSlip): string =>
  due.certainty === 'final' ? '答复期限届满日' : '答复期限届满日（暂定）'
export const dueWords = ({ due }: DueDateSlip): string => `${formatDay(due.dueOn)}（${formatWeekday(due.dueOn)}）`

/** The sum exactly as the proof object gives it. */
export function sumWords({ due: { tally } }: DueDateSlip): string {
  const paused = tally.pausedWorkingDays > 0 ? ` － ${tally.pausedWorkingDays} 暂停` : ''
  const holidays = tally.holidays > 0 ? ` － ${tally.holidays} 放假` : ''
  const held = tally.makeUpAllowance > 0 ? `，另预留 ${tally.makeUpAllowance} 个工作日` : ''
  const makeUp = tally.makeUpDays > 0 ? `（其中调休上班${tally.makeUpDays}天）` : ''
  return `${tally.calendarDays} 自然日 － ${tally.weekendDays} 周末${holidays}${paused} ＝ ${tally.workingDays} 个工作日${held}${makeUp}`
}

/** Why the count is as it is: arts. 31 and 33, day 0, and what is still open. */
export function groundsOf(model: DueDateSlip): string[] {
  const { due } = model
  const grounds = [
    `计算依据：${REGULATION_DEFINED}${ARTICLE.receipt}、${ARTICLE.replyTerm}。收到之日（${formatDay(due.startedOn)}）不计入，` +
      `自次日起计${due.workingDays}个工作日。`,
  ]
  const paused = due.proof.filter(({ kind }) => kind === 'paused')
  if (!paused.every(isByOldRegister))
    grounds.push(`依照《条例》${ARTICLE.pause}，征求第三方和其他机关意见所需时间不计算在期限内。`)
  if (paused.some(isByOldRegister)) grounds.push(`${BY_OLD_REGISTER}，转入本系统前已暂停的时间不计算在期限内。`)
  const undated = due.proof.filter(day => day.isUndated).length
  if (undated > 0) grounds.push(undatedWords(undated))
  if (due.missingYears.length > 0) grounds.push(missingCalendarWords(model))
  if (due.openPauses.length > 0) {
    grounds.push(`${due.openPauses.map(reason => PAUSE_WORDS[reason]).join('、')}尚未结束，届满日将相应顺延。`)
  }
  return grounds
}

const undatedWords = (workingDays: number): string =>
  `转入本系统前已暂停${workingDays}个工作日；原登记簿只记天数，图中列在收到之日以后，不影响届满日。`

function missingCalendarWords({ due }: DueDateSlip): string {
  const years = due.missingYears.join('、')
  const held = due.tally.makeUpAllowance > 0 ? `，并预留${due.tally.makeUpAllowance}个工作日` : ''
  return `${years}年放假安排尚未公布，该年暂按周一至周五为工作日计算${held}，届满日${PROVISIONAL}。`
}

/** One line of the list of days that are not plain: what, when, on what ground. */
export interface SpecialDays {
  readonly when: string
  readonly what: string
  readonly ground: string
}

export function specialDays(proof: readonly ProofDay[]): SpecialDays[] {
  return runsOf(proof).map(run => {
    const [first, last] = [run[0] as ProofDay, run.at(-1) as ProofDay]
    return {
      when: first.isUndated ? UNDATED : spanWords(first, last),
      what: whatWords(run),
      ground: groundWords(first),
    }
  })
}

/** Neighbouring days of one holiday, of one make-up day or of one pause; rest days inside a pause do not cut it. */
function runsOf(proof: readonly ProofDay[]): ProofDay[][] {
  const runs = new Map<string, ProofDay[]>()
  let pause = 0
  for (const day of proof) {
    if (day.kind === 'counted' || day.kind === 'makeUp' || day.kind === 'receipt') pause += 1
    const key = keyOf(day, pause)
    if (key !== null) runs.set(key, [...(runs.get(key) ?? []), day])
  }
  return [...runs.values()]
}

function keyOf(day: ProofDay, pause: number): string | null {
  if (day.kind === 'holiday') return `holiday ${day.holiday} ${day.notice} ${yearOf(day.on)}`
  if (day.kind === 'makeUp') return `makeUp ${day.on}`
  return day.kind === 'paused' ? `paused ${day.isUndated ? 'undated' : pause} ${day.pausedFor?.join()}` : null
}

/** In the place of dates, where the old register gave none. */
const UNDATED = '原登记簿只记天数'

const spanWords = (first: ProofDay, last: ProofDay) =>
  first === last ? formatDay(first.on) : `${formatDay(first.on)}至${formatMonthDay(last.on)}`

function whatWords(run: readonly ProofDay[]): string {
  const first = run[0] as ProofDay
  if (first.kind === 'holiday') return `${first.holiday ?? ''}放假，不计入${run.length}天`
  if (first.kind === 'makeUp') return `${formatWeekday(first.on)}调休上班，计入`
  return `${(first.pausedFor ?? []).map(reason => PAUSE_WORDS[reason]).join('、')}，暂停${run.length}个工作日`
}

function groundWords(day: ProofDay): string {
  if (day.kind !== 'paused') return day.notice ?? ''
  return isByOldRegister(day) ? BY_OLD_REGISTER : `《条例》${ARTICLE.pause}`
}

/** It may have stood still for a supplement (art. 30) as well as for an opinion (art. 33(3)): no article is named. */
const BY_OLD_REGISTER = '按原登记簿所记'

export const LEGEND = {
  receipt: '收到申请之日',
  counted: '计入',
  makeUp: '调休上班，计入',
  holiday: '放假',
  weekend: '周末',
  paused: '暂停',
  due: '届满日',
  assumed: '暂按工作日计入',
} as const
export const CONTINUED = '（续）'
export const MAKE_UP = '补班'
export const DUE_FLAG = '到期'
