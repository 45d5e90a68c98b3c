import { addDays, weekdayOf, yearOf, type CivilDate } from '#shared/domain/calendar/civil-date'
import { formatLetterNo } from '#shared/domain/requests/letter-number'
import { formatRequestNo } from '#shared/domain/requests/request-number'
import type { PlainFact } from '#shared/ledger/act'
import { foundLedger, type FoundedLedger } from './founded-ledger'
import { caseSteps, nextWorkingDay, type CaseStep } from './office-cases'
import { dice } from './synthetic-people'
import { founding, valueOf } from './test-workstation'

/** The second agency of the seeded office, with its own name, numbers, remedy bodies and court. */
export const secondAgency = {
  name: '云溪县水务局',
  code: '云水公开',
  address: '云溪县滨河路6号',
  contactName: '云溪县水务局办公室',
  contactPhone: '0571-88880066',
  reconsiderationBody: { name: '云溪县人民政府', address: '云溪县人民路1号' },
  court: { name: '云溪县人民法院', address: '云溪县法院路2号' },
} as const

export interface SeededOffice {
  readonly acts: number
  readonly requests: number
  /** How many of each, by the name of channel, applicant type and reply type. */
  readonly counts: Readonly<Record<'channel' | 'applicantType' | 'decision', Readonly<Record<string, number>>>>
  /** Requests that came to each agency, by name. */
  readonly agencies: Readonly<Record<string, number>>
  readonly people: readonly { readonly name: string; readonly password: string; readonly posts: readonly string[] }[]
}

export interface Seeding {
  readonly requests: number
  readonly today: CivilDate
  readonly seed: number
}

const staff = [
  { name: '周敏', password: '练习用的受理员密码', posts: ['clerk'] },
  { name: '何立群', password: '练习用的审核员密码', posts: ['reviewer'] },
  { name: '沈国安', password: '练习用的负责人密码', posts: ['head'] },
] as const

/** A few working days' worth of a request for each: the last ones are still open, the first ones served. */
export async function seedOffice(folder: string, seeding: Seeding): Promise<SeededOffice> {
  const writer = { now: 0 }
  const first = firstDay(seeding)
  writer.now = momentOn(first, 0)
  const parts = await foundLedger(folder, () => (writer.now += 1_000))
  const clerk = await add(parts, staff[0])
  const reviewer = await add(parts, staff[1])
  await add(parts, staff[2])
  const second = addAgency(parts)
  const codes: AgencyCodes = new Map([
    [parts.agencyId, founding.agency.code],
    [second, secondAgency.code],
  ])
  const counts = { channel: {}, applicantType: {}, decision: {} }
  const numbers = numbering(codes)
  const steps = plannedSteps(seeding, first, [parts.agencyId, second])
  for (const [index, { step, subject }] of steps.entries()) {
    writer.now = Math.max(writer.now, momentOn(step.on, 0)) + 20_000 + (index % 7) * 1_000
    const fact = numbers(step)
    count(counts, fact)
    const actor = step.by === 'clerk' ? clerk : reviewer
    valueOf(parts.ledger.append([{ actor, role: step.by, subject, facts: [fact] }]))
  }
  const acts = parts.ledger.head.seq
  parts.close()
  const { name, password, posts } = founding.administrator
  const came = steps.filter(({ step }) => step.fact.type === 'request.registered@1')
  const agencies = {
    [founding.agency.name]: came.filter(({ step }) => step.agencyId === parts.agencyId).length,
    [secondAgency.name]: came.filter(({ step }) => step.agencyId === second).length,
  }
  return { acts, requests: seeding.requests, counts, agencies, people: [{ name, password, posts }, ...staff] }
}

/** Requests come in evenly from the first day to today; what would happen after today has not happened. */
export function plannedSteps(seeding: Seeding, first: CivilDate, [main, second]: readonly [string, string]) {
  const { requests, today, seed } = seeding
  const random = dice(seed)
  const days = workingDays(first, today)
  const cases = Array.from({ length: requests }, (_, index) => {
    const comesOn = days[Math.floor((index * days.length) / requests)]!
    const subject = `request:${idFrom(random)}`
    // Two of five; five has no divisor in common with the turns of channel, applicant type and reply type.
    const [agencyId, otherAgencyId] = index % 5 < 3 ? [main, second] : [second, main]
    const steps = caseSteps({ index, agencyId, otherAgencyId, comesOn, random }).filter(({ on }) => on <= today)
    return steps.map(step => ({ step, subject }))
  })
  // Sorting keeps the order of one day, so a request never overtakes itself.
  return cases.flat().sort((a, b) => (a.step.on < b.step.on ? -1 : a.step.on > b.step.on ? 1 : 0))
}

/** Two requests a day, over a year at most. */
export function firstDay({ requests, today }: Seeding): CivilDate {
  const first = addDays(today, -Math.min(360, 14 + Math.ceil(requests / 2)))
  return weekdayOf(first) > 5 ? nextWorkingDay(first) : first
}

function workingDays(first: CivilDate, today: CivilDate): CivilDate[] {
  const days = [first]
  for (let day = nextWorkingDay(first); day <= today; day = nextWorkingDay(day)) days.push(day)
  return days
}

const momentOn = (day: CivilDate, minutes: number): number => Date.parse(`${day}T08:30:00+08:00`) + minutes * 60_000

async function add({ ledger, vault, founder }: FoundedLedger, person: (typeof staff)[number]): Promise<string> {
  const posts = [...person.posts]
  const { personId } = valueOf(await vault.addPerson(person.name, posts, person.password))
  const fact: PlainFact = { type: 'person.added@1', open: { posts }, personal: { name: person.name } }
  const act = { actor: founder, role: 'administrator', subject: `person:${personId}`, facts: [fact] }
  valueOf(ledger.append([act]))
  return personId
}

function addAgency({ ledger, founder }: FoundedLedger): string {
  const agencyId = crypto.randomUUID()
  const fact: PlainFact = { type: 'agency.added@1', open: { agencyId, ...secondAgency } }
  valueOf(ledger.append([{ actor: founder, role: 'administrator', subject: 'office', facts: [fact] }]))
  return agencyId
}

/** Code of each agency, by its id. */
export type AgencyCodes = ReadonlyMap<string, string>

/** Draws the next request and letter numbers as the office would, in the order of writing: letters count for their agency. */
export function numbering(codes: AgencyCodes): (step: CaseStep) => PlainFact {
  const last = new Map<string, number>()
  const next = (series: string): number => {
    last.set(series, (last.get(series) ?? 0) + 1)
    return last.get(series)!
  }
  return ({ fact, on, agencyId }) => {
    const year = yearOf(on)
    if (fact.type === 'request.registered@1') {
      const { placeCode, workstation: workstationCode } = founding
      const requestNo = formatRequestNo({ placeCode, workstationCode, year, serial: next(`request/${year}`) })
      return { ...fact, open: { requestNo, ...(fact.open as object) } }
    }
    if (fact.type !== 'reply.issued@1') return fact
    const code = codes.get(agencyId)!
    const letterNo = formatLetterNo({ code, year, serial: next(`letter/${code}/${year}`) })
    return { ...fact, open: { ...(fact.open as object), letterNo } }
  }
}

function count(counts: SeededOffice['counts'], { type, open }: PlainFact): void {
  const values = open as Readonly<Record<string, unknown>>
  const names = type === 'request.registered@1' ? (['channel', 'applicantType'] as const) : (['decision'] as const)
  for (const name of names) {
    const value = values[name]
    const tally = counts[name] as Record<string, number>
    if (typeof value === 'string') tally[value] = (tally[value] ?? 0) + 1
  }
}

/** A version 4 id from the seed, so that the same seed makes the same subjects. */
function idFrom(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16))
  hex[12] = '4'
  hex[16] = '8'
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
