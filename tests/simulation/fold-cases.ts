import { parseActBody, type ActBody, type Json } from '#shared/ledger/act'
import { compareActs } from '#shared/ledger/act-order'
import { noCorrections } from '#shared/ledger/clock-corrections'
import { correctedClocks } from '#shared/ledger/exchange/corrected-clocks'
import type { ChainFact } from '#shared/ledger/exchange/chain-facts'
import { trustedChains, type ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { LinkedAct } from '#shared/ledger/exchange/run'
import { toyCraft } from '../support/exchange/toy-craft'

export interface OfficeSet {
  readonly office: string
  readonly roots: readonly ChainRoot[]
  readonly facts: readonly ChainFact[]
  /** In any order. */
  readonly acts: readonly LinkedAct[]
  /** Of headquarters. */
  readonly headquarters: string
}

/** What a projector may do wrong. */
export type FoldBug = 'arrivalOrder' | 'correctionIgnored' | 'anybodyCorrects'

/** An act as the fold sees it; kept for the whole run, because the same act is folded at every holder. */
interface ReadAct {
  readonly body: ActBody
  readonly origin: string
}

const cache = new Map<string, ReadAct | null>()

export function readAct(act: LinkedAct): ReadAct | null {
  const known = cache.get(act.hash)
  if (known !== undefined) return known
  const parsed = parseActBody(act.signed.body)
  const from = parsed.ok ? (parsed.value as { readonly from?: string }).from : undefined
  const read = parsed.ok ? { body: parsed.value, origin: from ?? act.hash } : null
  cache.set(act.hash, read)
  return read
}

export const forgetReadActs = (): void => cache.clear()

const known = ['case.field@1', 'case.noted@1', 'case.moved@1', 'case.poison@1', 'clock.corrected@1', 'note.added@1']
export const isKnownFact = (type: string): boolean => known.includes(type) || type.startsWith('chain.')
export const isPoison = (fact: { readonly type: string }): boolean => fact.type === 'case.poison@1'

const moves: Readonly<Record<string, readonly string[]>> = {
  received: ['handled', 'returned'],
  handled: ['closed', 'returned'],
  returned: ['received'],
  closed: [],
}

interface Case {
  status: string
  readonly fields: Record<string, { readonly value: Json; readonly by: string }>
  readonly notes: string[]
  readonly conflicts: string[]
}

/**
 * The sample's cases as text, by the ledger's rules: trusted acts, one origin once, in the order (hlc, chain, seq), where
 * headquarters has corrected a clock by the hlc that is right; the last
 * writer of a field holds and a loser is kept, a status that may not follow is a conflict, a poison act stops nothing.
 */
export function foldCases({ office, roots, facts, acts, headquarters }: OfficeSet, bugs?: ReadonlySet<string>): string {
  const has = (bug: FoldBug): boolean => bugs?.has(bug) ?? false
  const pinned = has('anybodyCorrects') ? [...new Set(acts.map(({ chain }) => chain))] : [headquarters]
  const clocks = has('correctionIgnored') ? noCorrections : correctedClocks(facts, pinned)
  const trusted = trustedChains({ office, roots, facts }, toyCraft)
  const counted = acts.filter(({ chain, seq }) => {
    const by = trusted.get(chain)
    return by !== undefined && seq < (by.revokedFrom ?? Infinity)
  })
  const read = counted.flatMap(act => {
    const one = readAct(act)
    return one ? { ...one, body: clocks.placed(one.body) } : []
  })
  if (!has('arrivalOrder')) read.sort((a, b) => compareActs(a.body, b.body))
  const cases = new Map<string, Case>()
  const seen = new Set<string>()
  for (const { body, origin } of read) {
    if (seen.has(origin)) continue
    seen.add(origin)
    const one = cases.get(body.subject) ?? { status: 'received', fields: {}, notes: [], conflicts: [] }
    cases.set(body.subject, one)
    for (const fact of body.facts) foldFact(one, fact, origin)
  }
  const sorted = [...cases].sort(([a], [b]) => (a < b ? -1 : 1))
  const pending = counted.length - read.length
  return JSON.stringify({
    pending,
    origins: [...seen].sort(),
    cases: sorted.map(([id, { fields, ...rest }]) => [id, rest, Object.entries(fields).sort()]),
  })
}

function foldFact(one: Case, { type, open, base }: ActBody['facts'][number], origin: string): void {
  const said = open as Readonly<Record<string, string>>
  if (type === 'case.noted@1') one.notes.push(origin)
  if (type === 'case.poison@1') one.conflicts.push(`poison ${origin}`)
  if (type === 'case.moved@1') {
    if (moves[one.status]!.includes(said['to']!)) one.status = said['to']!
    else if (one.status !== said['to']) one.conflicts.push(`status ${one.status} ${said['to']} ${origin}`)
  }
  if (type === 'case.field@1') {
    const before = one.fields[said['field']!]
    if (before && before.by !== base) one.conflicts.push(`field ${said['field']} ${before.by} ${origin}`)
    one.fields[said['field']!] = { value: said['value']!, by: origin }
  }
}
