import type { Problem } from '#shared/contracts/problems'
import type { Witness } from '#shared/contracts/desk-channels'
import { standsIn, type CheckedJournal, type Checkpoint } from './checkpoint'
import type { JournalSeal } from './frame'
import { openJournal, type Journal } from './journal'
import type { JournalDisk } from './journal-disk'
import { scanJournal, type StoredAct } from './journal-scan'
import type { Mirror } from './mirror'
import type { OtherChains } from './other-chains'

export interface JournalsParts {
  readonly disk: JournalDisk
  /** Of the own chain; the others' journals are sealed with the same key. */
  readonly seal: JournalSeal
  readonly mirror?: Mirror | null | undefined
  readonly others?: OtherChains | undefined
  readonly witnesses: readonly Witness[]
  readonly checkpoint: Checkpoint | null
  /** Told once, before the first act: whether reading begins at the checkpoint, and not at the first act. */
  readonly begin: (start: Checkpoint | null) => void
  /** Sees each act that is read, those of one chain in order. */
  readonly visit: (stored: StoredAct) => void
}

interface HeldJournal {
  readonly journal: Journal
  readonly mirror: Mirror | null
}

/** The own journal and those of the office's other chains, open together: where one is damaged, nothing is written. */
export class Journals {
  readonly own: Journal
  readonly #held = new Map<string, HeldJournal>()
  readonly #parts: JournalsParts

  constructor(parts: JournalsParts) {
    this.#parts = parts
    const { seal, checkpoint } = parts
    const ownChain = seal.chain.toString('hex')
    const others = this.#listOthers(ownChain)
    const start = checkpoint && this.#allStand(checkpoint) ? checkpoint : null
    parts.begin(start)
    this.own = this.#open(ownChain, { known: checkpoint, start })
    for (const chain of others) {
      const known = checkpoint?.others.find(other => other.chain === chain) ?? null
      this.#open(chain, { known, start: start && known })
    }
    if (!this.readOnly && !start) this.catchUp()
  }

  /** Those that lie here, and those of which a witness says that they should. */
  #listOthers(ownChain: string): string[] {
    const { others, checkpoint, witnesses } = this.#parts
    if (!others) return []
    // A view that never saw the own chain is another office's, or from before a roll-over: it witnesses nothing here.
    const seen = witnesses.some(({ chain }) => chain === ownChain) ? witnesses : []
    const named = [...(checkpoint?.others ?? []), ...seen].map(({ chain }) => chain)
    const chains = new Set([...others.list(), ...named])
    chains.delete(ownChain) // a roll-over that was interrupted had begun to copy it
    return [...chains].sort()
  }

  #allStand(checkpoint: Checkpoint): boolean {
    const { disk, seal, others } = this.#parts
    if (!standsIn(disk, seal, checkpoint)) return false
    return checkpoint.others.every(
      known => others && standsIn(others.disk(known.chain), this.#sealOf(known.chain), known),
    )
  }

  /** A journal without the checkpoint's act has lost its end. */
  #open(chain: string, { known, start }: Readonly<Record<'known' | 'start', CheckedJournal | null>>): Journal {
    const { visit } = this.#parts
    const { disk, seal, copy, isOwn } = this.#placeOf(chain)
    const copied = copy?.witness(start) ?? null
    const witnesses = [...this.#parts.witnesses, copied, known && { chain, seq: known.seq, hash: known.hash }].filter(
      witness => witness !== null,
    )
    const journal = openJournal({
      ...{ disk, seal, keepsNewer: !isOwn, start: start ?? undefined, witnesses, visit },
      isOfParted: witness => !isOwn && this.#isOfParted(witness),
    })
    this.#held.set(chain, { journal, mirror: copy })
    return journal
  }

  #placeOf(chain: string) {
    const { disk, seal, others, mirror = null } = this.#parts
    if (chain === seal.chain.toString('hex')) return { disk, seal, copy: mirror, isOwn: true }
    // Without a place for other chains none is ever listed or taken.
    return { disk: others!.disk(chain), seal: this.#sealOf(chain), copy: others!.mirror(chain), isOwn: false }
  }

  /** Rarely asked: only of a chain that ends here before what somebody saw of it. */
  #isOfParted({ chain, seq, hash }: Witness): boolean {
    return this.#parts.others!.parted(chain).some(disk => {
      let isSame = false
      const visit = (stored: StoredAct): boolean => (isSame ||= stored.act.seq === seq && stored.hash === hash)
      scanJournal(disk, this.#sealOf(chain), { until: seq, keepsNewer: true, visit })
      return isSame
    })
  }

  #sealOf(chain: string): JournalSeal {
    return { key: this.#parts.seal.key, chain: Buffer.from(chain, 'hex') }
  }

  of(chain: string): Journal | null {
    return this.#held.get(chain)?.journal ?? null
  }

  /** An empty journal for a chain that was never heard of before. */
  add(chain: string): Journal {
    const journal = this.#open(chain, { known: null, start: null })
    this.#held.get(chain)!.mirror?.catchUp()
    return journal
  }

  /** The own journal first, the others by the id of their chain. */
  *[Symbol.iterator](): Generator<[chain: string, journal: Journal]> {
    const own = this.#parts.seal.chain.toString('hex')
    yield [own, this.own]
    for (const chain of [...this.#held.keys()].sort()) if (chain !== own) yield [chain, this.#held.get(chain)!.journal]
  }

  get readOnly(): Problem | null {
    for (const [, { readOnly }] of this) if (readOnly) return readOnly
    return null
  }

  get tornTailBytes(): number {
    return [...this.#held.values()].reduce((sum, { journal }) => sum + journal.tornTailBytes, 0)
  }

  /** The second copy may take over what was found sound. */
  catchUp(): void {
    for (const { mirror } of this.#held.values()) mirror?.catchUp()
  }

  follow(chain: string): void {
    this.#held.get(chain)?.mirror?.follow()
  }

  /** Null where there is no second copy. */
  get mirrorState(): 'current' | 'behind' | null {
    const states = [...this.#held.values()].flatMap(({ mirror }) => mirror?.state() ?? [])
    if (states.length === 0) return null
    return states.includes('behind') ? 'behind' : 'current'
  }

  close(): void {
    for (const { journal } of this.#held.values()) journal.close()
  }
}
