import { noPreviousHash } from '#shared/ledger/act'
import { nextHlc, type Hlc } from '#shared/ledger/hybrid-clock'
import { ok, type Result } from '#shared/kernel/result'
import { chainFactsOf, successionNote, type ChainFact } from '#shared/ledger/exchange/chain-facts'
import { trustedChains, type ChainRoot, type TrustedChain } from '#shared/ledger/exchange/chain-trust'
import type { ExchangeLedger, LedgerRefusal } from '#shared/ledger/exchange/exchange-ledger'
import { emptyHead, type Head } from '#shared/ledger/exchange/head'
import { readRun, type LinkedAct } from '#shared/ledger/exchange/run'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { signedActs, type ActWish } from '../support/exchange/chain-writer'
import { toyCraft, toyKey } from '../support/exchange/toy-craft'
import type { Fuse } from './fuse'

/** What lies on a machine's disk. Replaced as a whole by a flush, so that a backup is a reference. */
export interface MachineDisk {
  readonly ownChain: string
  readonly chains: ReadonlyMap<string, readonly LinkedAct[]>
}

export interface MachineOptions {
  readonly office: string
  readonly roots: readonly ChainRoot[]
  readonly now: () => number
  /** A chain id that nobody had before. */
  readonly nextChain: () => string
  readonly fuse: Fuse
  readonly bugs: ReadonlySet<string>
  /** Chains that ended earlier by `rollOver` or `setAside`: the only ones that may be shorter than they were. */
  readonly onCut: (chain: string, orphans: number) => void
}

/** The key of a chain is looked up by its name; a copied disk therefore has it too. */
export const keyOfChain = (chain: string) => toyKey(`chain ${chain}`)

/** A machine's ledger in memory, with the rules of the port and nothing else. */
export class MemoryLedger implements ExchangeLedger {
  #trust: ReadonlyMap<string, TrustedChain> | null = null

  constructor(
    readonly options: MachineOptions,
    public disk: MachineDisk,
  ) {}

  get office(): string {
    return this.options.office
  }

  get ownChain(): string {
    return this.disk.ownChain
  }

  heads(): readonly Head[] {
    return [...this.disk.chains.keys()].map(chain => this.#head(chain)).filter(({ seq }) => seq > 0)
  }

  hashAt(chain: string, seq: number): string | null {
    if (seq === 0) return noPreviousHash
    return this.disk.chains.get(chain)?.[seq - 1]?.hash ?? null
  }

  read(chain: string, after: number, limit: number): readonly SignedAct[] {
    return (this.disk.chains.get(chain) ?? []).slice(after, after + limit).map(({ signed }) => signed)
  }

  keyOf(chain: string, opening?: ChainFact): TrustedChain | null {
    return this.trusted().get(chain) ?? (opening ? this.#trustWith([opening]).get(chain) : undefined) ?? null
  }

  trusted(): ReadonlyMap<string, TrustedChain> {
    this.#trust ??= this.#trustWith([])
    return this.#trust
  }

  facts(): readonly ChainFact[] {
    return this.acts().flatMap(factsOf)
  }

  acts(): readonly LinkedAct[] {
    return [...this.disk.chains.values()].flat()
  }

  take(chain: string, acts: readonly SignedAct[]): Result<Head, LedgerRefusal> {
    if (chain === this.ownChain) throw new Error('the own chain is written by this machine alone')
    this.#flush(this.#with(this.disk.chains, linked(acts)))
    return ok(this.#head(chain))
  }

  rollOver(at: Head): Result<Head, LedgerRefusal> {
    const { office, nextChain, bugs } = this.options
    const old = this.disk.chains.get(this.ownChain) ?? []
    if (this.hashAt(this.ownChain, at.seq) !== at.hash) throw new Error('parted at an act that is not here')
    const chain = nextChain()
    const { publicKey } = keyOfChain(chain)
    const proof = keyOfChain(this.ownChain).signNote(successionNote(office, at, { chain, publicKey }))
    const opened = { type: 'chain.opened@1', open: { publicKey, suite: 1, previous: { ...at }, proof } }
    const orphans = bugs.has('orphansLost') ? [] : old.slice(at.seq)
    const kept = new Map(this.disk.chains).set(this.ownChain, old.slice(0, at.seq))
    const acts = this.#written(chain, emptyHead(chain), [{ facts: [opened], hlc: this.#hlc() }], orphans)
    this.options.onCut(this.ownChain, old.length - at.seq)
    this.#flush(this.#with(kept, acts), chain)
    return ok(this.#head(chain))
  }

  setAside(at: Head): Result<Head, LedgerRefusal> {
    const { bugs } = this.options
    const held = this.disk.chains.get(at.chain) ?? []
    if (at.chain === this.ownChain || this.hashAt(at.chain, at.seq) !== at.hash) throw new Error('no branch of another')
    const kept = new Map(this.disk.chains).set(at.chain, held.slice(0, at.seq))
    const elsewhere = new Set([...kept.values()].flat().map(originOf))
    const limit = this.keyOf(at.chain)?.revokedFrom ?? Infinity
    const orphans = bugs.has('branchLost')
      ? []
      : held.slice(at.seq).filter(act => act.seq < limit && !elsewhere.has(originOf(act)))
    this.options.onCut(at.chain, held.length - at.seq)
    const again = this.#written(this.ownChain, this.#head(this.ownChain), [], orphans)
    this.#flush(this.#with(kept, again))
    return ok(this.#head(at.chain))
  }

  /** What a person does at this machine. Returns after the flush. */
  append(wishes: readonly Omit<ActWish, 'hlc' | 'ms'>[]): readonly LinkedAct[] {
    let last: Hlc | null = null
    const dated = wishes.map(wish => ({
      ...wish,
      hlc: (last = last ? nextHlc(last, this.options.now()) : this.#hlc()),
    }))
    const acts = this.#written(this.ownChain, this.#head(this.ownChain), dated, [])
    this.#flush(this.#with(this.disk.chains, acts))
    return acts
  }

  #hlc(): Hlc {
    // What was said again carries an earlier moment than what stands before it.
    const latest = (this.disk.chains.get(this.ownChain) ?? []).map(hlcOf).reduce((a, b) => (a > b ? a : b), '' as Hlc)
    return nextHlc(latest === '' ? null : latest, this.options.now())
  }

  #written(chain: string, head: Head, wishes: readonly ActWish[], orphans: readonly LinkedAct[]): readonly LinkedAct[] {
    const of = { office: this.office, chain, key: keyOfChain(chain) }
    const { acts, last } = signedActs(of, head, wishes)
    return [...linked(acts), ...saidAgain(of, last, orphans)]
  }

  #head(chain: string): Head {
    const last = this.disk.chains.get(chain)?.at(-1)
    return last ? { chain, seq: last.seq, hash: last.hash } : emptyHead(chain)
  }

  #with(chains: MachineDisk['chains'], acts: readonly LinkedAct[]): Map<string, readonly LinkedAct[]> {
    const all = new Map(chains)
    if (acts.length === 0) return all
    const held = [...(all.get(acts[0]!.chain) ?? [])]
    for (const act of acts) {
      if (held.length + 1 !== act.seq || (held.at(-1)?.hash ?? noPreviousHash) !== act.prev)
        throw new Error(`act ${act.seq} does not follow ${held.length}`)
      held.push(act)
    }
    return all.set(acts[0]!.chain, held)
  }

  /** One frame: before it nothing is there, after it all. The machine may die on either side. */
  #flush(chains: MachineDisk['chains'], ownChain = this.disk.ownChain): void {
    this.options.fuse.burn()
    this.#trust = null
    this.disk = { ownChain, chains }
    this.options.fuse.burn()
  }

  #trustWith(more: readonly ChainFact[]): ReadonlyMap<string, TrustedChain> {
    const { office, roots } = this.options
    return trustedChains({ office, roots, facts: [...this.facts(), ...more] }, toyCraft)
  }
}

interface Said {
  readonly from?: string
  readonly hlc: string
}

const said = new Map<string, Said>()
const factsByHash = new Map<string, readonly ChainFact[]>()

function factsOf(act: LinkedAct): readonly ChainFact[] {
  const known = factsByHash.get(act.hash)
  if (known) return known
  const facts = chainFactsOf(act.signed.body)
  factsByHash.set(act.hash, facts)
  return facts
}

function saidOf(act: LinkedAct): Said {
  const read = said.get(act.hash) ?? (JSON.parse(act.signed.body) as Said)
  said.set(act.hash, read)
  return read
}

export const forgetSaid = (): void => {
  said.clear()
  factsByHash.clear()
}
export const originOf = (act: LinkedAct): string => saidOf(act).from ?? act.hash
const hlcOf = (act: LinkedAct): Hlc => saidOf(act).hlc as Hlc

function linked(acts: readonly SignedAct[]): readonly LinkedAct[] {
  const run = acts.length === 0 ? null : readRun(acts, toyCraft)
  if (run && !run.ok) throw new Error('acts that are no run')
  return run ? run.value.acts : []
}

/** The same body at another place, with its moment and its origin. */
function saidAgain(
  { office, chain, key }: { office: string; chain: string; key: ReturnType<typeof keyOfChain> },
  head: Head,
  orphans: readonly LinkedAct[],
): readonly LinkedAct[] {
  let last = head
  return orphans.map(orphan => {
    const body = JSON.parse(orphan.signed.body) as Record<string, unknown>
    const place = { chain, seq: last.seq + 1, prev: last.hash, from: originOf(orphan) }
    const text = JSON.stringify({ ...body, ...place })
    const hash = toyCraft.hashOf(text)
    last = { chain, seq: place.seq, hash }
    return { office, ...last, prev: place.prev, hash, signed: { body: text, signature: key.sign(hash) } }
  })
}
