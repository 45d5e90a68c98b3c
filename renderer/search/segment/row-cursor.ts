import { textAt } from '../bytes/text-arena'
import type { Segment } from './segment'

/** Walks the rows of a segment in order, reading both streams ahead in large pieces. */
export class RowCursor {
  row = 0
  private docs: Piece = empty
  private positions: Piece = empty

  constructor(readonly segment: Segment) {}

  /** The key of this row, null where only tokens are left. */
  key(): number | null {
    return this.segment.dictionary.keys[this.row] ?? null
  }

  /** The token of this row, null at the end. Only where there is no key. */
  token(): string | null {
    const { keys, tokens, docFrequency } = this.segment.dictionary
    return this.row < docFrequency.length ? textAt(tokens, this.row - keys.length) : null
  }

  /** Bytes of this row in both streams; only waits where the piece read ahead is used up. */
  bytes(): RowBytes | Promise<RowBytes> {
    const { docsAt, positionsAt } = this.segment.dictionary
    const docs = within(this.docs, docsAt, this.row)
    const positions = within(this.positions, positionsAt, this.row)
    return docs && positions ? { docs, positions } : this.refill()
  }

  private async refill(): Promise<RowBytes> {
    const { docsAt, positionsAt } = this.segment.dictionary
    this.docs = await this.readAhead('docs', docsAt)
    this.positions = await this.readAhead('positions', positionsAt)
    const docs = within(this.docs, docsAt, this.row)
    const positions = within(this.positions, positionsAt, this.row)
    if (!docs || !positions) throw new Error('a row was read and is not there')
    return { docs, positions }
  }

  private async readAhead(stream: 'docs' | 'positions', starts: Uint32Array): Promise<Piece> {
    const from = starts[this.row] as number
    let to = this.row + 1
    while (to + 1 < starts.length && (starts[to + 1] as number) - from <= aheadBytes) to++
    const [bytes = new Uint8Array()] = await this.segment.readRows([{ stream, row: this.row, to }])
    return { from, bytes, rows: [this.row, to] }
  }
}

export interface RowBytes {
  readonly docs: Uint8Array
  readonly positions: Uint8Array
}

interface Piece {
  /** Where in the stream it begins. */
  readonly from: number
  readonly bytes: Uint8Array
  readonly rows: readonly [from: number, to: number]
}

const empty: Piece = { from: 0, bytes: new Uint8Array(), rows: [0, 0] }
const aheadBytes = 512 * 1024

function within({ from, bytes, rows }: Piece, starts: Uint32Array, row: number): Uint8Array | null {
  if (row < rows[0] || row >= rows[1]) return null
  return bytes.subarray((starts[row] as number) - from, (starts[row + 1] as number) - from)
}
