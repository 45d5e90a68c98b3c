import type { WriterLocks } from '../../../renderer/search/worker/writer-lock'

/** Locks as in a browser: one holder a name, the others wait in a row. */
export function oneHolder(): WriterLocks {
  const tails = new Map<string, Promise<unknown>>()
  const holders = new Map<string, number>()
  const request = (name: string, ...[how, callback]: [Held] | [LockOptions, Held]) => {
    const held = typeof how === 'function' ? how : (callback as Held)
    const waiting = holders.get(name) ?? 0
    if (typeof how !== 'function' && how.ifAvailable && waiting > 0) return Promise.resolve(held(null))
    holders.set(name, waiting + 1)
    const turn = (tails.get(name) ?? Promise.resolve())
      .then(() => held({ name, mode: 'exclusive' }))
      .finally(() => holders.set(name, (holders.get(name) ?? 1) - 1))
    tails.set(
      name,
      turn.catch(() => undefined), // whose work fails lets go of it all the same
    )
    return turn
  }
  return { request: request as WriterLocks['request'] }
}

type Held = (lock: Lock | null) => unknown
