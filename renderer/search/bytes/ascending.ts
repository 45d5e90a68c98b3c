import { NumberReader, NumberWriter } from './numbers'

/**
 * Ascending whole numbers below 2^32, packed: every sixteenth in full, the others as steps of one, two or five bytes. A
 * dictionary of rare words takes less than half the memory of an array so, and a number is some steps away.
 */
export class Ascending {
  readonly length: number
  private readonly marks: Uint32Array
  private readonly reader: NumberReader
  /** Where the reader stands: the number of this index was the last one read. */
  private lastIndex = -1
  private lastValue = 0

  constructor({ marks, steps }: PackedAscending) {
    this.length = marks[0] as number
    this.marks = marks
    this.reader = new NumberReader(steps)
  }

  /** `index` is below `length`. */
  at(index: number): number {
    const isAhead = this.lastIndex <= index && this.lastIndex >= 0 && this.lastIndex >> shift === index >> shift
    if (!isAhead) this.goTo(index >> shift)
    while (this.lastIndex < index) this.next()
    return this.lastValue
  }

  /** Of numbers that are all different: where this one stands, -1 where it is not among them. */
  indexOf(value: number): number {
    let low = 0
    let high = Math.ceil(this.length / perMark) - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.markOf(middle) <= value) low = middle
      else high = middle - 1
    }
    if (this.length === 0) return -1
    this.goTo(low)
    const end = Math.min(this.length, (low + 1) * perMark) - 1
    while (this.lastValue < value && this.lastIndex < end) this.next()
    return this.lastValue === value ? this.lastIndex : -1
  }

  private markOf(mark: number): number {
    return this.marks[1 + 2 * mark] as number
  }

  private goTo(mark: number): void {
    this.lastIndex = mark * perMark
    this.lastValue = this.markOf(mark)
    this.reader.at = this.marks[2 + 2 * mark] as number
  }

  private next(): void {
    this.lastIndex++
    this.lastValue += this.reader.next()
  }
}

/** As it is written: how many there are, then by sixteen the first of them and where its steps begin; and the steps. */
export interface PackedAscending {
  readonly marks: Uint32Array
  readonly steps: Uint8Array
}

/** Throws where a number is smaller than the one before it. */
export function packAscending(numbers: Uint32Array): PackedAscending {
  const marks = new Uint32Array(1 + 2 * Math.ceil(numbers.length / perMark))
  const steps = new NumberWriter(numbers.length)
  marks[0] = numbers.length
  numbers.forEach((value, index) => {
    const step = value - (numbers[index - 1] ?? 0)
    if (step < 0) throw new Error('the numbers are not ascending')
    if (index % perMark !== 0) steps.put(step)
    else marks.set([value, steps.length], 1 + 2 * (index / perMark))
  })
  return { marks, steps: steps.take() }
}

const shift = 4
const perMark = 1 << shift
