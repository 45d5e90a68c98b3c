import { isDeepStrictEqual } from 'node:util'
import type { ExchangeFinding } from '#shared/contracts/exchange-finding'
import type { Database } from '../../../headquarters/store/database'
import { readCalendars } from '../../../headquarters/store/projection/calendar-book'
import { caseRow } from '../../../headquarters/store/projection/case-row'
import { rebuildOffice } from '../../../headquarters/store/projection/rebuild'
import type { Kept } from './desk-process'
import { deskSide, headquartersSide, type HeldAct } from './two-sides'

/** What headquarters signed for in an answer that it gave, whether the desk heard it or not. */
export interface SignedFor extends Kept {
  readonly chain: string
}

export interface Compared {
  readonly folder: string
  readonly db: Database
  readonly officeId: number
  /** What the desk said it keeps, in all its lives. */
  readonly kept: readonly Kept[]
  readonly signedFor: readonly SignedFor[]
}

/** After any kill: headquarters holds whatever it signed for. */
export async function faultsThere({ db, officeId, signedFor }: Compared): Promise<string[]> {
  const before = [...signedFor] // it may sign for more while it is looked at
  const { acts } = await headquartersSide(db, officeId)
  const there = new Map(acts.map(act => [placeOf(act), act.hash]))
  const lost = before.filter(one => there.get(placeOf(one)) !== one.hash)
  return lost.length === 0 ? [] : [`headquarters signed for ${lost.length} acts that it does not hold`]
}

/** After the desk was killed: its journal holds what it said it keeps, and whatever of it went to headquarters. */
export async function faultsHere({ folder, db, officeId, kept }: Compared): Promise<string[]> {
  const { ownChain, acts, readOnly } = await deskSide(folder)
  const here = new Map(acts.map(act => [placeOf(act), act.hash]))
  const lost = kept.filter(({ seq, hash }) => here.get(placeOf({ chain: ownChain, seq })) !== hash)
  const sent = (await headquartersSide(db, officeId)).acts.filter(({ chain }) => chain === ownChain)
  const ahead = sent.filter(act => here.get(placeOf(act)) !== act.hash)
  return [
    ...(readOnly ? ['the desk is for reading only'] : []),
    ...(lost.length > 0 ? [`${lost.length} acts that the desk acknowledged are not in its journal`] : []),
    ...(ahead.length > 0 ? [`headquarters holds ${ahead.length} acts of the desk that its journal does not`] : []),
  ]
}

/** Once both say they are level: every act once on both sides, byte for byte, and the same made of them. */
export async function faultsWhenLevel(
  of: Compared,
  level: { readonly chain: string; readonly seq: number },
): Promise<string[]> {
  const wrong = [...(await faultsThere(of)), ...(await faultsHere(of))]
  const must = (holds: boolean, otherwise: string) => void (holds || wrong.push(otherwise))
  const desk = await deskSide(of.folder)
  const there = await headquartersSide(of.db, of.officeId)
  // That somebody looked at it since is no part of what was level.
  const here = desk.acts.filter(({ chain, seq }) => chain !== level.chain || seq <= level.seq)
  must(desk.ownChain === level.chain, 'the desk writes another chain')
  must(isDeepStrictEqual(inOrder(here), inOrder(there.acts)), `${here.length} acts here, ${there.acts.length} there`)
  must(there.counted === there.acts.length, `${there.acts.length} acts there, counted ${there.counted}`)
  must(new Set(here.map(({ hash }) => hash)).size === here.length, 'an act is there twice')
  must(desk.contradicting === 0, `${desk.contradicting} requests contradict themselves`)
  must(desk.requests === there.cases.length, `${desk.requests} requests here, ${there.cases.length} cases there`)
  must(isDeepStrictEqual(casesOf(here), there.cases), 'the cases there are not what the acts here make')
  await rebuildOffice(of.db, of.officeId, calendars)
  const { cases, days } = await headquartersSide(of.db, of.officeId)
  must(isDeepStrictEqual([cases, days], [there.cases, there.days]), 'made anew the projections there are others')
  const odd = desk.findings.filter(finding => !harmless.has(finding.kind) && !isBrokenLine(finding))
  must(odd.length === 0, `the desk found ${JSON.stringify(odd)}`)
  return wrong
}

const harmless: ReadonlySet<ExchangeFinding['kind']> = new Set(['went', 'came', 'noAnswer'])

/** Of scans, while nobody could be reached. */
const isBrokenLine = (finding: ExchangeFinding): boolean => finding.kind === 'scansBrokenOff' && finding.why === 'away'

const calendars = readCalendars('resources/calendars')

/** What headquarters would have to show, from the desk's own journal. */
function casesOf(acts: readonly HeldAct[]): readonly object[] {
  const bySubject = new Map<string, HeldAct[]>()
  for (const act of acts)
    if (act.subject.startsWith('request:')) bySubject.set(act.subject, [...(bySubject.get(act.subject) ?? []), act])
  return [...bySubject]
    .flatMap(([subject, of]) => caseRow(subject, of, { calendar: calendars.calendar }).row ?? [])
    .sort((a, b) => (a.subject < b.subject ? -1 : 1))
}

const placeOf = ({ chain, seq }: { readonly chain: string; readonly seq: number }): string => `${chain} ${seq}`

const inOrder = (acts: readonly HeldAct[]): readonly HeldAct[] =>
  [...acts].sort((a, b) => (a.chain < b.chain ? -1 : a.chain > b.chain ? 1 : a.seq - b.seq))
