import type { WriterLocks } from '../../../renderer/search/worker/writer-lock'

/** Locks as in a browser: one holder a name, the others wait in a row. */
export function oneHolder(): WriterLocks {
  const tails = new Map<string, Promise<unknown>>()
  const request = (name: string, held: () => Promise<unknown>) => {
    const turn = (tails.get(name) ?? Promise.resolve()).then(held)
    tails.set(name, turn)
    return turn
  }
  return { request: request as WriterLocks['request'] }
}
