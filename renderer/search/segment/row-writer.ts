import { BitWriter, suitableBits } from '../bytes/bits'
import type { NumberWriter } from '../bytes/numbers'

/** Collects the documents and positions of one term, which tells how many bits suit them, and writes them. */
export class RowWriter {
  private readonly gaps = new Collected()
  private readonly counts = new Collected()
  private readonly deltas = new Collected()
  private lastDoc = -1

  /** Documents come in ascending order, the positions of each behind it. */
  document(doc: number, count: number): void {
    this.gaps.add(doc - this.lastDoc - 1)
    this.counts.add(count - 1)
    this.lastDoc = doc
  }

  /** Distance from the position before in the same document, or from its beginning. */
  position(delta: number): void {
    this.deltas.add(delta)
  }

  /** In how many documents the term is; writes nothing where it is in none. Begins a new row. */
  finish({ docs, positions }: { readonly docs: NumberWriter; readonly positions: NumberWriter }): number {
    const frequency = this.gaps.count
    if (frequency > 0) {
      this.writeDocs(docs)
      this.writePositions(positions)
    }
    for (const collected of [this.gaps, this.counts, this.deltas]) collected.clear()
    this.lastDoc = -1
    return frequency
  }

  private writeDocs(out: NumberWriter): void {
    const [forGaps, forCounts] = [this.gaps.bits(), this.counts.bits()]
    out.byte(forGaps * 16 + forCounts)
    const bits = new BitWriter(out)
    for (let i = 0; i < this.gaps.count; i++) {
      bits.rice(this.gaps.values[i] as number, forGaps)
      bits.rice(this.counts.values[i] as number, forCounts)
    }
    bits.end()
  }

  private writePositions(out: NumberWriter): void {
    const k = this.deltas.bits()
    out.byte(k)
    const bits = new BitWriter(out)
    for (let i = 0; i < this.deltas.count; i++) bits.rice(this.deltas.values[i] as number, k)
    bits.end()
  }
}

class Collected {
  values = new Uint32Array(64)
  count = 0
  private sum = 0

  add(value: number): void {
    if (this.count === this.values.length) {
      const grown = new Uint32Array(this.count * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.count++] = value
    this.sum += value
  }

  bits(): number {
    return suitableBits(this.sum, this.count)
  }

  clear(): void {
    this.count = 0
    this.sum = 0
  }
}
