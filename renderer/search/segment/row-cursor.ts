import type { Ascending } from '../bytes/ascending'
import { textAt } from '../bytes/text-arena'
import { frequencyOf, rowsIn } from './dictionary'
import type { SourceRow } from './merge-rows'
import type { Segment } from './segment'

/**
 * Walks the rows of a segment in order, reading both streams ahead in large pieces. There are millions of rows in a
 * merge, so the current one is described in place and not by an object of its own.
 */
export class RowCursor {
  row = 0
  readonly current: SourceRow
  private docsPiece: Piece = empty
  private positionsPiece: Piece = empty

  constructor(
    readonly segment: Segment,
    place: Pick<SourceRow, 'base' | 'renumbered'>,
  ) {
    this.current = {
      ...{ docs: empty.bytes, docsFrom: 0, docsTo: 0, positions: empty.bytes, positionsFrom: 0 },
      ...{ docFrequency: 0, segmentCount: segment.count, ...place },
    }
  }

  /** The key of this row, null where only tokens are left. */
  key(): number | null {
    const { keys } = this.segment.dictionary
    return this.row < keys.length ? keys.at(this.row) : null
  }

  /** The token of this row, null at the end. Only where there is no key. */
  token(): string | null {
    const { dictionary } = this.segment
    const { keys, tokens } = dictionary
    return this.row < rowsIn(dictionary) ? textAt(tokens, this.row - keys.length) : null
  }

  /** Describes this row in `current`. False where its bytes were not read yet: `read` first. */
  describe(): boolean {
    const { row, current, docsPiece, positionsPiece } = this
    if (row >= docsPiece.toRow || row >= positionsPiece.toRow) return false
    const { dictionary } = this.segment
    const { docsAt, positionsAt } = dictionary
    current.docs = docsPiece.bytes
    current.docsFrom = docsAt.at(row) - docsPiece.from
    current.docsTo = docsAt.at(row + 1) - docsPiece.from
    current.positions = positionsPiece.bytes
    current.positionsFrom = positionsAt.at(row) - positionsPiece.from
    current.docFrequency = frequencyOf(dictionary, row)
    return true
  }

  async read(): Promise<void> {
    const { docsAt, positionsAt } = this.segment.dictionary
    if (this.row >= this.docsPiece.toRow) this.docsPiece = await this.readAhead('docs', docsAt)
    if (this.row >= this.positionsPiece.toRow) this.positionsPiece = await this.readAhead('positions', positionsAt)
  }

  private async readAhead(stream: 'docs' | 'positions', starts: Ascending): Promise<Piece> {
    const from = starts.at(this.row)
    let toRow = this.row + 1
    while (toRow + 1 < starts.length && starts.at(toRow + 1) - from <= aheadBytes) toRow++
    const [bytes = empty.bytes] = await this.segment.readRows([{ stream, row: this.row, to: toRow }])
    return { from, bytes, toRow }
  }
}

interface Piece {
  /** Where in the stream it begins. */
  readonly from: number
  readonly bytes: Uint8Array
  /** The row after its last. */
  readonly toRow: number
}

const empty: Piece = { from: 0, bytes: new Uint8Array(), toRow: 0 }
const aheadBytes = 512 * 1024
