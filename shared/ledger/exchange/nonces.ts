/**
 * Nonces that were used while their time could still be believed. What was signed before the server began is refused by
 * its time, so that a restart forgets nothing.
 */
export class Nonces {
  readonly #until = new Map<string, number>()
  readonly #keptMs: number

  constructor(keptMs: number) {
    this.#keptMs = keptMs
  }

  /** False where it was used before. */
  take(chain: string, nonce: string, now: number): boolean {
    this.#forget(now)
    const key = `${chain} ${nonce}`
    if (this.#until.has(key)) return false
    this.#until.set(key, now + this.#keptMs)
    return true
  }

  /** In order of insertion, which is the order of their ends. */
  #forget(now: number): void {
    for (const [key, until] of this.#until) {
      if (until >= now) return
      this.#until.delete(key)
    }
  }
}
