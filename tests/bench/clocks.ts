import fs from 'node:fs'
import path from 'node:path'
import chineseDays from 'chinese-days'
import { addDays, type CivilDate } from '../../shared/domain/calendar/civil-date'
import { workingCalendar } from '../../shared/domain/calendar/working-calendar'
import { parseYearCalendar, type YearCalendar } from '../../shared/domain/calendar/year-calendar'
import type { ClockFact } from '../../shared/domain/clocks/due-date'
import { replyDueDay, replyDueOn } from '../../shared/domain/clocks/reply-clock'

export interface ClockFigures {
  readonly dueDates: number
  /** Processor time: other jobs of the machine do not count. */
  readonly dueDateSeconds: number
  readonly proofs: number
  readonly proofSeconds: number
  /** The peer counts fewer, because it asks a library day by day; the figure is scaled to a million. */
  readonly peerSecondsPerMillion: number
  /** Of the peer's answers without pause or extension, how many differ; a difference would be an error of ours or theirs. */
  readonly differing: number
}

/** Deterministic, so that two runs count the same terms (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function calendars(): YearCalendar[] {
  const folder = path.join(import.meta.dirname, '../../resources/calendars')
  return fs.readdirSync(folder).flatMap(name => {
    const parsed = parseYearCalendar(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')))
    return parsed.ok ? [parsed.value] : []
  })
}

function randomFacts(random: () => number): ClockFact[] {
  const on = addDays('2019-01-02' as CivilDate, Math.floor(random() * 2_700))
  const facts: ClockFact[] = [{ kind: 'received', on }]
  for (let n = Math.floor(random() * 3); n > 0; n--) {
    const from = addDays(on, Math.floor(random() * 25))
    facts.push({ kind: 'paused', from, to: addDays(from, Math.floor(random() * 30)), why: 'thirdPartyOpinion' })
  }
  if (random() < 0.25) facts.push({ kind: 'extended', workingDays: 1 + Math.floor(random() * 20) })
  return facts
}

/** 1,000,000 due dates and 100,000 proofs with random pauses and extensions; the peer asks chinese-days day by day. */
export function benchClocks(): ClockFigures {
  const calendar = workingCalendar(calendars())
  const random = dice(20_261_125)
  const cases = Array.from({ length: 100_000 }, () => randomFacts(random))
  const dueDates = 1_000_000
  let sum = 0
  const startedAt = process.cpuUsage()
  for (let i = 0; i < dueDates; i++) {
    const due = replyDueDay(cases[i % cases.length]!, calendar)
    if (due.ok) sum += due.value.dueOn.length
  }
  const dueDateSeconds = secondsSince(startedAt)
  const proofsAt = process.cpuUsage()
  for (const facts of cases) {
    const due = replyDueOn(facts, calendar)
    if (due.ok) sum += due.value.proof.length
  }
  const proofSeconds = secondsSince(proofsAt)
  if (sum === 0) throw new Error('nothing was counted')
  return { dueDates, dueDateSeconds, proofs: cases.length, proofSeconds, ...peer(cases, calendar) }
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

function peer(cases: readonly ClockFact[][], calendar: ReturnType<typeof workingCalendar>) {
  const plain = cases.filter(facts => facts.length === 1).slice(0, 3_000)
  const startedAt = process.cpuUsage()
  const theirs = plain.map(([received]) => (received?.kind === 'received' ? walkTwenty(received.on) : ''))
  const seconds = secondsSince(startedAt)
  const differing = plain.filter((facts, i) => {
    const due = replyDueDay(facts, calendar)
    return due.ok && due.value.certainty === 'final' && due.value.dueOn !== theirs[i]
  }).length
  return { peerSecondsPerMillion: (seconds / plain.length) * 1_000_000, differing }
}

function walkTwenty(receivedOn: CivilDate): CivilDate {
  let on = receivedOn
  for (let counted = 0; counted < 20;) {
    on = addDays(on, 1)
    if (chineseDays.isWorkday(on)) counted++
  }
  return on
}
