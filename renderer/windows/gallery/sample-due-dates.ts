import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { DueDate, PauseReason, ProofDay, ProofTally } from '#shared/domain/clocks/due-date'
import { partsOf, weekdayIndexOf } from '../../i18n/civil-day'

interface SamplePause {
  readonly from: string
  readonly to: string
  readonly why: PauseReason
}

/** A proof for pictures and layout tests only, with the notice of 2026 typed in; the engine in shared/ is the law. */
export function sampleDueDate(startedOn: string, workingDays: number, pauses: readonly SamplePause[] = []): DueDate {
  const proof: ProofDay[] = [{ on: startedOn as CivilDate, kind: 'receipt' }]
  let ordinal = 0
  for (let on = addDays(startedOn as CivilDate, 1); ordinal < workingDays; on = addDays(on, 1)) {
    const day = sampleDay(on, pauses)
    const counts = day.kind === 'counted' || day.kind === 'makeUp'
    proof.push(counts ? { ...day, ordinal: ++ordinal } : day)
  }
  const missingYears = [...new Set(proof.filter(day => day.assumed).map(day => partsOf(day.on).year))]
  return {
    dueOn: proof.at(-1)?.on ?? (startedOn as CivilDate),
    startedOn: startedOn as CivilDate,
    workingDays,
    certainty: missingYears.length > 0 ? 'provisional' : 'final',
    missingYears,
    openPauses: [],
    proof,
    tally: tallyOf(proof),
  }
}

function sampleDay(on: CivilDate, pauses: readonly SamplePause[]): ProofDay {
  const holiday = HOLIDAYS.find(each => each.from <= on && on <= each.to)
  if (holiday) return { on, kind: 'holiday', holiday: holiday.name, notice: NOTICE }
  const makesUp = MAKE_UPS.includes(on)
  if (weekdayIndexOf(on) > 4 && !makesUp) return { on, kind: 'weekend' }
  const pausedFor = pauses.filter(each => each.from < on && on <= each.to).map(each => each.why)
  if (pausedFor.length > 0) return { on, kind: 'paused', pausedFor }
  const assumed = on >= '2027'
  return {
    on,
    kind: makesUp ? 'makeUp' : 'counted',
    ...(makesUp ? { notice: NOTICE } : {}),
    ...(assumed ? { assumed } : {}),
  }
}

function tallyOf(proof: readonly ProofDay[]): ProofTally {
  const days = (kind: ProofDay['kind']): number => proof.filter(day => day.kind === kind).length
  return {
    calendarDays: proof.length - 1,
    weekendDays: days('weekend'),
    holidays: days('holiday'),
    pausedWorkingDays: days('paused'),
    makeUpDays: days('makeUp'),
    workingDays: days('counted') + days('makeUp'),
    makeUpAllowance: 0,
  }
}

const NOTICE = '国办发明电〔2025〕7号'
const HOLIDAYS = [
  { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
  { name: '春节', from: '2026-02-15', to: '2026-02-23' },
  { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
  { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
]
const MAKE_UPS: readonly string[] = ['2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10']
