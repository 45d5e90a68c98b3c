/** Where a frame lies. `length` covers header and payload, in bytes. */
export interface FramePlace {
  readonly segment: number
  readonly offset: number
  readonly length: number
  readonly firstSeq: number
  readonly count: number
}

const columns = 5

/** Places of all frames, in order. Numbers in one block, because a journal has hundreds of thousands of them. */
export class FrameTable {
  #cells: Uint32Array
  #length: number

  /** Takes over what `cells` gave. */
  constructor(cells: Uint32Array = new Uint32Array(0)) {
    this.#cells = cells
    this.#length = cells.length / columns
  }

  get length(): number {
    return this.#length
  }

  /** The numbers themselves, five a frame. */
  get cells(): Uint32Array {
    return this.#cells.subarray(0, this.#length * columns)
  }

  add({ segment, offset, length, firstSeq, count }: FramePlace): void {
    const at = this.#length * columns
    if (at === this.#cells.length) {
      const wider = new Uint32Array(Math.max(columns * 1024, at * 2))
      wider.set(this.#cells)
      this.#cells = wider
    }
    this.#cells.set([segment, offset, length, firstSeq, count], at)
    this.#length++
  }

  copy(): FrameTable {
    return new FrameTable(this.cells.slice())
  }

  at(index: number): FramePlace | undefined {
    if (index < 0 || index >= this.#length) return undefined
    const [segment, offset, length, firstSeq, count] = this.#cells.subarray(index * columns, (index + 1) * columns)
    return { segment: segment!, offset: offset!, length: length!, firstSeq: firstSeq!, count: count! }
  }

  /** Index of the frame that holds act `seq`; -1 where none does. */
  indexOf(seq: number): number {
    let low = 0
    let high = this.#length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#cells[middle * columns + 3]! <= seq) low = middle
      else high = middle - 1
    }
    const place = this.at(low)
    return place && seq >= place.firstSeq && seq < place.firstSeq + place.count ? low : -1
  }
}
