import type { ByteStore, StoreBatch } from '../../../renderer/search/store/byte-store'

export class Crash extends Error {}

/**
 * A disk that outlives its programs. Before a program's n-th write, or right after it, the program dies: whether the
 * write arrived is not known to it.
 */
export interface DyingStore extends ByteStore {
  /** The program dies `steps` writes from now, before or after that write. Null: it lives. */
  crashAfter(plan: { readonly steps: number; readonly arrives: boolean } | null): void
  readonly writes: number
}

export interface CrashingStore extends DyingStore {
  readonly held: Map<string, Uint8Array<ArrayBuffer>>
}

export function createCrashingStore(): CrashingStore {
  const held = new Map<string, Uint8Array<ArrayBuffer>>()
  let plan: { steps: number; arrives: boolean } | null = null
  let writes = 0
  const apply = ({ put, remove = [] }: StoreBatch) => {
    for (const name of remove) held.delete(name)
    for (const [name, bytes] of put) held.set(name, bytes)
  }
  return {
    held,
    get writes() {
      return writes
    },
    crashAfter(next) {
      plan = next && { ...next }
    },
    async read(names) {
      await Promise.resolve()
      if (plan && plan.steps < 0) throw new Crash('dead')
      return names.map(name => held.get(name))
    },
    async write(batch) {
      await Promise.resolve()
      if (plan && plan.steps-- <= 0) {
        if (plan.steps === -1 && plan.arrives) apply(batch)
        throw new Crash('dead')
      }
      writes++
      apply(batch)
    },
    names: () => Promise.resolve([...held.keys()]),
  }
}
