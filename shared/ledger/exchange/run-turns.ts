import { mostSegmentActs } from './segment'
import type { LinkedAct, Run } from './run'
import type { TakenSegment } from './take-segment'

/** Signatures that were found good before the transaction, as `key hash signature`. */
export type Good = ReadonlySet<string>

/**
 * Takes one run in a transaction of its own. Where `isJoined` is set it must leave nothing behind, and answer null, unless the
 * run was taken: what becomes of its parts is then decided one by one.
 */
export type TakeRun<T extends TakenSegment> = (run: Run, good: Good, isJoined: boolean) => Promise<T | null>

/** The place of one run among those of its chain that are here. */
export interface RunTurn {
  /** Waits until no run of the chain is here any more that begins before this one, and takes it, or was taken along. */
  take<T extends TakenSegment>(good: Good, take: TakeRun<T>): Promise<T>
  /** It is stored, refused or given up. Must follow whatever became of it. */
  leave(): void
}

interface Here {
  readonly run: Run
  readonly nth: number
  readonly left: Promise<void>
  /** Null while its signatures are looked at. */
  good: Good | null
  /** Where another one took it along. */
  answer: TakenSegment | null
}

/**
 * A machine sends the next segments while the first is still being verified and stored. Here all are verified at once, and
 * taken in the order of the chain, whichever came first; those that are ready and follow one another go into one transaction.
 * Who waits holds no lock. Only a matter of speed: what comes in another order all the same is a gap, and is sent again.
 */
export class RunTurns {
  readonly #here = new Map<string, Set<Here>>()
  #count = 0

  /** `office` is that of whoever sends, whatever the run says it is of: one office never waits for, or joins, what another sends. */
  enter(run: Run, office: string | number): RunTurn {
    const key = `${office} ${run.chain}`
    const here = this.#here.get(key) ?? new Set<Here>()
    this.#here.set(key, here)
    let leave = (): void => undefined
    const left = new Promise<void>(resolve => (leave = resolve))
    const own: Here = { run, nth: this.#count++, left, good: null, answer: null }
    here.add(own)
    return {
      take: async <T extends TakenSegment>(good: Good, take: TakeRun<T>) => {
        own.good = good
        for (let before = othersBefore(here, own); before.length > 0; before = othersBefore(here, own))
          await Promise.all(before.map(one => one.left))
        if (own.answer) return own.answer as T // of the same `take`: all runs of a chain are given to one store
        return (await takenTogether(own, behind(here, own), take)) ?? (await take(run, good, false))!
      },
      leave: () => {
        here.delete(own)
        if (here.size === 0 && this.#here.get(key) === here) this.#here.delete(key)
        leave()
      },
    }
  }
}

const fromOf = ({ run }: Here): number => run.acts[0].seq

/** Of two that begin at the same act the one that came first. */
const othersBefore = (here: ReadonlySet<Here>, own: Here): readonly Here[] =>
  [...here].filter(one => fromOf(one) < fromOf(own) || (fromOf(one) === fromOf(own) && one.nth < own.nth))

/** Those that are ready and go on where the one before them ends, as many as one segment could hold. */
function behind(here: ReadonlySet<Here>, own: Here): readonly Here[] {
  const found: Here[] = []
  let { last } = own.run
  let acts = own.run.acts.length
  for (const one of [...here].sort((a, b) => fromOf(a) - fromOf(b) || a.nth - b.nth)) {
    const [first] = one.run.acts
    if (one === own || !one.good || one.answer || first.seq !== last.seq + 1 || first.prev !== last.hash) continue
    acts += one.run.acts.length
    if (acts > mostSegmentActs) break
    found.push(one)
    last = one.run.last
  }
  return found
}

/** Null where there is nothing to join, or what was joined was not taken as a whole. */
async function takenTogether<T extends TakenSegment>(
  own: Here,
  others: readonly Here[],
  take: TakeRun<T>,
): Promise<T | null> {
  if (others.length === 0) return null
  const all = [own, ...others]
  const acts = all.flatMap(({ run }) => run.acts) as [LinkedAct, ...LinkedAct[]] // each run has one at least
  const joined: Run = { ...own.run, acts, last: others.at(-1)!.run.last }
  const taken = await take(joined, new Set(all.flatMap(({ good }) => [...good!])), true)
  if (taken === null) return null
  for (const one of others) one.answer = partOf(taken, joined, one.run)
  return partOf(taken, joined, own.run)
}

/** What one run is answered: the head is that of all of them, whatever else is its own. */
function partOf<T extends TakenSegment>(taken: T, joined: Run, { acts, last }: Run): T {
  if (taken.kind !== 'taken') return taken
  const isOwn = (seq: number): boolean => seq >= acts[0].seq && seq <= last.seq
  const firstAdded = joined.last.seq - taken.added + 1
  const { clockAhead } = taken
  return {
    ...taken,
    added: acts.filter(({ seq }) => seq >= firstAdded).length,
    notes: taken.notes.filter(({ seq }) => isOwn(seq)),
    clockAhead: clockAhead && isOwn(clockAhead.fromSeq) ? clockAhead : null,
  }
}
