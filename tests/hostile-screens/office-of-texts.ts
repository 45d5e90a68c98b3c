import { randomUUID } from 'node:crypto'
import { factShapes } from '#shared/contracts/facts'
import type { PlainFact } from '#shared/ledger/act'
import type { ProposedAct } from '../../electron/main/ledger/make-acts'
import { sampleFacts } from '../support/authority/sample-facts'
import { rightValue } from '../support/hostile/shape-values'
import { foundLedger, type FoundedLedger } from '../support/workstation/founded-ledger'
import { valueOf } from '../support/workstation/test-workstation'
import type { Deck, TextField } from './deck'
import { fillShape } from './fill-shape'
import { kinds, planOf, stands, type Kind, type PlannedFact, type RecordIds } from './plans'

/** Holds every post, and wrote none of the drafts. */
export const reader = { name: '何立群', password: '查看各页的长口令' } as const

export interface HostileRecord {
  readonly kind: Kind
  readonly nth: number
  readonly id: string
  /** What it holds, by field. */
  readonly texts: ReadonlyMap<string, string>
}

/** An office in which every record of every kind holds texts of the deck; the program is not running. */
export async function officeOfTexts(
  userData: string,
  deck: Deck,
): Promise<{ readonly records: readonly HostileRecord[]; readonly acts: number }> {
  const { office, personId } = await staffedOffice(userData)
  const records: HostileRecord[] = []
  const acts: (ProposedAct & { facts: PlainFact[] })[] = [
    { actor: personId, role: 'head', subject: 'office', facts: [oldRegister] },
  ]
  const write = (kind: Kind, nth: number): void => {
    const ids: RecordIds = { id: randomUUID(), agencyId: office.agencyId, personId, nth }
    const { subject, steps } = planOf(kind, ids)
    const texts = new Map<string, string>()
    const give = (field: TextField): string => {
      const text = deck.textFor(field, nth)
      texts.set(field.at, text)
      return text
    }
    const facts = steps.map((fact, step) => hostileFact(fact, `${kind}/${step}`, give))
    records.push({ kind, nth, id: ids.id, texts })
    for (const fact of facts) {
      const [actor, role] = judging.test(fact.type) ? [personId, 'reviewer'] : [office.founder, 'clerk']
      const last = acts.at(-1)!
      if (last.subject === subject && last.actor === actor && subject !== 'office') last.facts.push(fact)
      else acts.push({ actor, role, subject, facts: [fact] })
    }
  }
  // The marks first and last: some lists show the oldest, others the newest.
  for (const kind of kinds) write(kind, 0)
  for (let nth = 1; nth <= deck.records; nth++) for (const kind of kinds) if (stands(kind, nth)) write(kind, nth)
  for (const kind of kinds) write(kind, 0)
  for (let at = 0; at < acts.length; at += 200) valueOf(office.ledger.append(acts.slice(at, at + 200)))
  office.close()
  return { records, acts: acts.length }
}

/** A new office with somebody in it who holds every post beside its founder; its ledger takes any act. */
export async function staffedOffice(
  userData: string,
): Promise<{ readonly office: FoundedLedger; readonly personId: string }> {
  let now = Date.parse('2026-09-08T08:30:00+08:00')
  const office = await foundLedger(userData, () => (now += 20))
  const posts = ['clerk', 'reviewer', 'head', 'administrator'] as const
  const { personId } = valueOf(await office.vault.addPerson(reader.name, [...posts], reader.password))
  const hired: PlainFact = { type: 'person.added@1', open: { posts: [...posts] }, personal: { name: reader.name } }
  const hiring = { actor: office.founder, role: 'administrator', subject: `person:${personId}`, facts: [hired] }
  valueOf(office.ledger.append([hiring]))
  return { office, personId }
}

/** What nobody says of what they wrote themselves. */
export const judging = /^(?:reply\.returned|visit\.archivesDecided|request\.carriedIn)@1$/
/** The cases that are carried in are of it. */
const oldRegister = sampleFacts['register.imported@1']({ state: '' })

type Give = (field: TextField) => string

/** One fact of the plan with a text of its own in every field that is for words. */
export function hostileFact({ type, open, personal }: PlannedFact, at: string, give: Give): PlainFact {
  const shapes = factShapes[type]
  const whole = personal === undefined ? rightValue(shapes.personal, type) : (personal ?? undefined)
  const fact = {
    type,
    open: fillShape(shapes.open, open, { at: `${at} ${type} open`, give }),
    ...(whole === undefined ? {} : { personal: fillShape(shapes.personal, whole, { at: `${at} ${type}`, give }) }),
  }
  return JSON.parse(JSON.stringify(fact)) as PlainFact
}
