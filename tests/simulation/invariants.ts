import { noPreviousHash } from '#shared/ledger/act'
import { toyCraft } from '../support/exchange/toy-craft'
import type { LinkedAct } from '#shared/ledger/exchange/run'
import type { ClockCorrections } from '#shared/ledger/clock-corrections'
import { correctedClocks } from '#shared/ledger/exchange/corrected-clocks'
import { foldCases, readAct } from './fold-cases'
import { keyOfChain, originOf } from './memory-ledger'
import { headquartersActs, Violation, type Office, type World } from './world'

/** What every holder's chains were at the last look; a disk that was put back is looked at anew. */
export class Watch {
  readonly #seen = new Map<string, readonly LinkedAct[]>()

  forget(holder: string): void {
    for (const key of this.#seen.keys()) if (key.startsWith(`${holder} `)) this.#seen.delete(key)
  }

  /** No stored act changes, no chain has a hole or an act beyond its head, every act is signed by its chain. */
  look(world: World): void {
    if (world.faults.length > 0) throw new Violation(world.faults.join('; '))
    for (const office of world.offices) {
      const { chains, heads } = world.headquarters.offices.get(office.id)!
      this.#lookAt(world, `${office.id} hq`, chains)
      for (const [chain, acts] of chains)
        if (heads.get(chain)?.hash !== acts.at(-1)?.hash)
          throw new Violation(`${office.id} hq ${chain}: acts beyond the head`)
      for (const { index, ledger } of office.machines) this.#lookAt(world, `${office.id} ${index}`, ledger.disk.chains)
    }
    world.cuts.clear()
  }

  #lookAt(world: World, holder: string, chains: ReadonlyMap<string, readonly LinkedAct[]>): void {
    for (const [chain, acts] of chains) {
      const key = `${holder} ${chain}`
      const before = this.#seen.get(key)
      if (before === acts) continue
      this.#compare(key, world.cuts.has(key) ? [] : (before ?? []), acts)
      this.#seen.set(key, acts)
    }
  }

  #compare(key: string, before: readonly LinkedAct[], acts: readonly LinkedAct[]): void {
    if (acts.length < before.length) throw new Violation(`${key}: ${before.length - acts.length} acts are gone`)
    for (const [index, act] of before.entries())
      if (acts[index]!.hash !== act.hash) throw new Violation(`${key}: act ${index + 1} was rewritten`)
    for (let index = before.length; index < acts.length; index++) {
      const { seq, prev, hash, signed, chain } = acts[index]!
      if (seq !== index + 1 || prev !== (acts[index - 1]?.hash ?? noPreviousHash))
        throw new Violation(`${key}: a hole before act ${index + 1}`)
      const isForged = toyCraft.hashOf(signed.body) !== hash || !isSignedBy(chain, hash, signed.signature)
      if (isForged) throw new Violation(`${key}: act ${index + 1} is not the chain's own`)
    }
  }
}

const headquartersKey = { publicKey: '' }
export const setHeadquartersKey = (publicKey: string): void => void (headquartersKey.publicKey = publicKey)

const isSignedBy = (chain: string, hash: string, signature: string): boolean =>
  [keyOfChain(chain).publicKey, headquartersKey.publicKey].some(key => toyCraft.verifyHash(key, hash, signature))

/** At the end, with everybody connected: what was acknowledged is everywhere, and everybody shows the same. */
export function checkEnd(world: World): void {
  for (const office of world.offices) {
    const there = headquartersActs(world, office)
    const { facts, roots, projection } = world.headquarters.offices.get(office.id)!
    const headquarters = office.headquartersChain
    const shown = foldCases({ office: office.id, roots, facts, acts: there, headquarters })
    if (projection() !== shown) throw new Violation(`${office.id}: headquarters' projection is not that of its acts`)
    keepTheirOrder(office, correctedClocks(facts, [headquarters]), there)
    const counted = (JSON.parse(shown) as { origins: readonly string[] }).origins
    missing(office, 'headquarters', [...counted, ...there.map(originOf)])
    for (const machine of office.machines.filter(({ isStolen }) => !isStolen)) {
      const { ledger, index } = machine
      missing(office, `machine ${index}`, ledger.acts().map(originOf))
      const set = { office: office.id, roots, facts: ledger.facts(), acts: ledger.acts(), headquarters }
      if (foldCases(set, world.bugs) !== shown)
        throw new Violation(`${office.id}: machine ${index} shows something else than headquarters`)
    }
  }
}

/** Wherever acts of a chain are folded, those that it wrote itself stay in the order of their numbers. */
function keepTheirOrder({ id, headquartersChain }: Office, clocks: ClockCorrections, acts: readonly LinkedAct[]): void {
  const last = new Map<string, string>()
  for (const act of acts) {
    const body = readAct(act)?.body
    if (!body || body.from !== undefined || act.chain === headquartersChain) continue
    const place = clocks.placeOf(body)
    if (place <= (last.get(act.chain) ?? '')) throw new Violation(`${id} ${act.chain}: act ${act.seq} before the last`)
    last.set(act.chain, place)
  }
}

function missing({ id, expected }: Office, holder: string, held: readonly string[]): void {
  const there = new Set(held)
  const lost = [...expected].filter(origin => !there.has(origin))
  if (lost.length > 0) throw new Violation(`${id}: ${lost.length} acknowledged acts are not at ${holder}`)
}
