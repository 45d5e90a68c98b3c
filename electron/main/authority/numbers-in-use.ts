import type { NumberSeries, OfficeFact, SeriesStart, VoidNumber } from '#shared/domain/agencies/office-facts'
import { parseLetterNo } from '#shared/domain/requests/letter-number'
import { parseCertificateNo } from '#shared/domain/visits/certificate-number'
import type { StoredVisitFact } from '#shared/domain/visits/visit-state'
import { parseRequestNo } from '#shared/domain/requests/request-number'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import type { Problem } from '#shared/contracts/problems'
import type { ActBody } from '#shared/ledger/act'
import { usedNumbers, type KeptUses, type UsedNumbers, type UsedTwice } from './used-numbers'

export interface NumbersInUse {
  observe(act: ActBody): void
  /** A number is never used twice, and none is left out: a gap would have to be explained (reference 7.3). */
  problem(facts: readonly StoredRequestFact[]): Problem | null
  /** The same of certified copies. */
  certificateProblem(facts: readonly StoredVisitFact[]): Problem | null
  /** Voided is only what nobody used and what is next in its series, or lies in a gap before that. */
  voidProblem(facts: readonly OfficeFact[]): Problem | null
  /** A series goes on from paper only before its first number here, and never back behind what is known to be used. */
  startProblem(facts: readonly OfficeFact[]): Problem | null
  /** Whether a letter, a certificate, or a void number, stands under this agency code. */
  hasLetters(code: string): boolean
  /** Numbers that two machines gave out, or that one gave out and another voided: no order of arrival can settle that. */
  usedTwice(): readonly (UsedTwice & { readonly series: NumberSeries })[]
  /** Everything that was noted, as JSON; the same for the same acts in any order. */
  kept(): KeptNumbers
}

export interface KeptNumbers {
  readonly requests: KeptUses
  readonly letters: KeptUses
  readonly certificates: KeptUses
  readonly carried: readonly string[]
  readonly lastOf: readonly (readonly [series: string, serial: number])[]
  readonly begun: readonly (readonly [series: string, highest: Highest])[]
}

/** The highest number of a series that was given out or voided here. */
interface Highest {
  readonly serial: number
  readonly number: string
}

/** Goes on from what was kept. */
export function numbersInUse(from?: KeptNumbers): NumbersInUse {
  const requests = usedNumbers(from?.requests)
  const letters = usedNumbers(from?.letters)
  const certificates = usedNumbers(from?.certificates)
  const usedIn = { request: requests, letter: letters, certificate: certificates } as const
  const carried = new Set<string>(from?.carried)
  const lastOf = new Map<string, number>(from?.lastOf)
  /** Series of which a number was given out, or voided, by this program. */
  const begun = new Map<string, Highest>(from?.begun)
  const note = (used: UsedNumbers, by: { number: string; subject: string }, place: Place | null) => {
    used.note(by.number, by.subject)
    if (place && place.serial > (begun.get(place.series)?.serial ?? 0))
      begun.set(place.series, { serial: place.serial, number: by.number })
    reach(place)
  }
  const reach = (place: Place | null) => {
    if (place) lastOf.set(place.series, Math.max(place.serial, lastOf.get(place.series) ?? 0))
  }
  // The number of an old register takes none of ours; one that looks like ours is never given out a second time.
  const noteCarried = ({ agencyId = '', requestNo = '' }: Partial<CarriedNumber>) => {
    carried.add(`${agencyId}/${requestNo}`)
    const place = requestPlace(requestNo)
    if (place) requests.note(requestNo)
    reach(place)
  }
  const isCarriedTwice = ({ agencyId, requestNo }: CarriedNumber) =>
    carried.has(`${agencyId}/${requestNo}`) || requests.has(requestNo)
  const outOfTurn = (place: Place | null): number | null => {
    const expected = (lastOf.get(place?.series ?? '') ?? 0) + 1
    return place && place.serial !== expected ? expected : null
  }
  const noteUsed = ({ type, open }: ActBody['facts'][number], subject: string) => {
    const { requestNo, letterNo, certificateNo } = open as Partial<Readonly<Record<string, string>>>
    if (type === 'request.registered@1' && requestNo)
      note(requests, { number: requestNo, subject }, requestPlace(requestNo))
    if (type === 'reply.issued@1' && letterNo) note(letters, { number: letterNo, subject }, letterPlace(letterNo))
    if (type === 'visit.certified@1' && certificateNo)
      note(certificates, { number: certificateNo, subject }, certificatePlace(certificateNo))
  }
  const noteVoid = ({ series, number }: VoidNumber, subject: string) =>
    note(usedIn[series], { number, subject }, placeOf(series, number))
  return {
    observe: act => {
      for (const fact of act.facts) {
        if (fact.type === 'number.voided@1') noteVoid(fact.open as unknown as VoidNumber, act.subject) // its shape was judged before it was written
        if (fact.type === 'series.started@1') {
          const { series, lastUsed } = fact.open as unknown as SeriesStart // its shape was judged before it was written
          reach(placeOf(series, lastUsed))
        }
        if (fact.type === 'request.carriedIn@1') noteCarried(fact.open as Partial<CarriedNumber>)
        noteUsed(fact, act.subject)
      }
    },
    problem: facts => {
      for (const fact of facts) {
        if (fact.type === 'request.registered@1') {
          const { requestNo } = fact.open
          const expected = outOfTurn(requestPlace(requestNo))
          const kind = requests.has(requestNo) ? 'requestNoTaken' : 'requestNoOutOfTurn'
          if (expected !== null) return refused({ kind, requestNo, expected })
        }
        if (fact.type === 'request.carriedIn@1' && isCarriedTwice(fact.open))
          return refused({ kind: 'requestNoTaken', requestNo: fact.open.requestNo })
        if (fact.type === 'reply.issued@1') {
          const { letterNo } = fact.open
          const expected = outOfTurn(letterPlace(letterNo))
          const kind = letters.has(letterNo) ? 'letterNoTaken' : 'letterNoOutOfTurn'
          if (expected !== null) return refused({ kind, letterNo, expected })
        }
      }
      return null
    },
    certificateProblem: facts => {
      for (const fact of facts) {
        if (fact.type !== 'visit.certified@1') continue
        const { certificateNo } = fact.open
        const expected = outOfTurn(certificatePlace(certificateNo))
        const kind = certificates.has(certificateNo) ? 'certificateNoTaken' : 'certificateNoOutOfTurn'
        if (expected !== null) return refused({ kind, certificateNo, expected })
      }
      return null
    },
    voidProblem: facts => {
      const before = new Map<string, number>() // several in one act follow each other
      for (const fact of facts) {
        if (fact.type !== 'number.voided@1') continue
        const { series, number } = fact.open
        if (usedIn[series].has(number)) return refused({ kind: 'numberUsed', number })
        const place = placeOf(series, number)
        if (!place) continue // its shape was judged before
        const next = (before.get(place.series) ?? lastOf.get(place.series) ?? 0) + 1
        if (place.serial > next) return refused({ kind: 'numberNotDrawn', number, expected: next })
        before.set(place.series, Math.max(place.serial, next - 1))
      }
      return null
    },
    startProblem: facts => {
      for (const fact of facts) {
        if (fact.type !== 'series.started@1') continue
        const { series, lastUsed } = fact.open
        const place = placeOf(series, lastUsed)
        if (!place) continue // its shape was judged before
        const given = begun.get(place.series)
        if (given) return refused({ kind: 'seriesBegun', number: given.number })
        const last = lastOf.get(place.series) ?? 0
        if (place.serial <= last) return refused({ kind: 'seriesStartedHigher', number: lastUsed, last })
      }
      return null
    },
    hasLetters: code => [...lastOf.keys()].some(series => isSeriesOf(series, code)),
    usedTwice: () =>
      (['request', 'letter', 'certificate'] as const).flatMap(series =>
        usedIn[series].twice().map(twice => ({ series, ...twice })),
      ),
    kept: () => ({
      ...{ requests: requests.kept(), letters: letters.kept(), certificates: certificates.kept() },
      ...{ carried: [...carried].sort(), lastOf: inOrder(lastOf), begun: inOrder(begun) },
    }),
  }
}

const inOrder = <T>(bySeries: ReadonlyMap<string, T>): [string, T][] =>
  [...bySeries].sort(([a], [b]) => (a < b ? -1 : 1))

/** Also under the letter that a drawing machine adds. */
function isSeriesOf(series: string, code: string): boolean {
  const [kind, own = ''] = series.split('/')
  return kind !== 'request' && (own === code || (own.startsWith(code) && /^[A-Z]$/.test(own.slice(code.length))))
}

/** Two agencies of one office may have numbered alike on paper. */
interface CarriedNumber {
  readonly agencyId: string
  readonly requestNo: string
}

interface Place {
  readonly series: string
  readonly serial: number
}

function placeOf(series: NumberSeries, number: string): Place | null {
  if (series === 'request') return requestPlace(number)
  return series === 'letter' ? letterPlace(number) : certificatePlace(number)
}

function requestPlace(requestNo: string): Place | null {
  const parsed = parseRequestNo(requestNo)
  if (!parsed.ok) return null
  const { placeCode, workstationCode, year, serial } = parsed.value
  return { series: `request/${placeCode}/${workstationCode}/${year}`, serial }
}

function letterPlace(letterNo: string): Place | null {
  const parsed = parseLetterNo(letterNo)
  return parsed.ok ? { series: `letter/${parsed.value.code}/${parsed.value.year}`, serial: parsed.value.serial } : null
}

function certificatePlace(certificateNo: string): Place | null {
  const parsed = parseCertificateNo(certificateNo)
  if (!parsed.ok) return null
  return { series: `certificate/${parsed.value.code}/${parsed.value.year}`, serial: parsed.value.serial }
}

const refused = (why: { kind: string; [detail: string]: unknown }): Problem => ({ kind: 'refused', why })
