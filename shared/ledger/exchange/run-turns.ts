import type { Run } from './run'

/** The place of one run among those of its chain that are here. */
export interface RunTurn {
  /** Returns when no run of the chain is here any more that begins before this one. */
  mine(): Promise<void>
  /** It is stored, refused or given up. Must follow whatever became of it. */
  leave(): void
}

interface Waiting {
  readonly from: number
  readonly nth: number
  readonly left: Promise<void>
}

/**
 * A machine sends the next segment while the one before it is still being verified. Here both are verified at once, and then
 * taken in the order of the chain, whichever came first. Who waits holds no lock. Only a matter of speed: what comes in another
 * order all the same is a gap, and is sent again.
 */
export class RunTurns {
  readonly #here = new Map<string, Set<Waiting>>()
  #count = 0

  enter({ office, chain, acts }: Run): RunTurn {
    const key = `${office} ${chain}`
    const here = this.#here.get(key) ?? new Set<Waiting>()
    this.#here.set(key, here)
    let leave = (): void => undefined
    const left = new Promise<void>(resolve => (leave = resolve))
    const own: Waiting = { from: acts[0].seq, nth: this.#count++, left }
    here.add(own)
    return {
      mine: async () => {
        for (let before = othersBefore(here, own); before.length > 0; before = othersBefore(here, own))
          await Promise.all(before.map(one => one.left))
      },
      leave: () => {
        here.delete(own)
        if (here.size === 0 && this.#here.get(key) === here) this.#here.delete(key)
        leave()
      },
    }
  }
}

/** Of two that begin at the same act the one that came first. */
const othersBefore = (here: ReadonlySet<Waiting>, own: Waiting): readonly Waiting[] =>
  [...here].filter(one => one.from < own.from || (one.from === own.from && one.nth < own.nth))
