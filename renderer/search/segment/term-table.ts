/** Numbers the terms of a batch in order of first appearance. Grows with what it holds. */
export class TermTable {
  /** By number of term; a string is a token. */
  readonly terms: (number | string)[] = []
  private readonly tokens = new Map<string, number>()
  private lastDocs: Int32Array
  private slots: Int32Array
  private keys: Uint32Array
  private pairs = 0

  constructor(expected: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(1024, expected * 2)))
    this.slots = new Int32Array(size).fill(-1)
    this.keys = new Uint32Array(size)
    this.lastDocs = new Int32Array(size).fill(-1)
  }

  numberOfToken(token: string): number {
    const known = this.tokens.get(token)
    if (known !== undefined) return known
    this.tokens.set(token, this.terms.length)
    return this.terms.push(token) - 1
  }

  numberOfKey(key: number): number {
    const slot = this.slotOf(key)
    const known = this.slots[slot] as number
    if (known >= 0) return known
    this.slots[slot] = this.terms.length
    this.keys[slot] = key
    const made = this.terms.push(key) - 1
    if (++this.pairs * 2 > this.slots.length) this.grow()
    return made
  }

  /** Whether a term is noted for a document for the first time; documents come in ascending order. */
  isFirstIn(doc: number, term: number): boolean {
    if (term >= this.lastDocs.length) {
      const grown = new Int32Array(term * 2).fill(-1)
      grown.set(this.lastDocs)
      this.lastDocs = grown
    }
    const isFirst = this.lastDocs[term] !== doc
    this.lastDocs[term] = doc
    return isFirst
  }

  /** The slot of a key, or the free one where it belongs. */
  private slotOf(key: number): number {
    const mask = this.slots.length - 1
    let slot = Math.imul(key, 0x9e3779b1) >>> 7
    for (slot &= mask; (this.slots[slot] as number) >= 0 && this.keys[slot] !== key;) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const old = { slots: this.slots, keys: this.keys }
    this.slots = new Int32Array(old.slots.length * 2).fill(-1)
    this.keys = new Uint32Array(old.keys.length * 2)
    old.slots.forEach((number, at) => {
      if (number < 0) return
      const slot = this.slotOf(old.keys[at] as number)
      this.slots[slot] = number
      this.keys[slot] = old.keys[at] as number
    })
  }
}
