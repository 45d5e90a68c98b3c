/** What a size counts, from where to where it goes, and how long one call of it is meant to be under way. */
export interface SizeBounds {
  readonly first: number
  readonly least: number
  readonly largest: number
  readonly goalMs: number
}

/** Bytes of one piece of a sealed file, or of an update package. */
export const pieces = {
  /** Through within the minute that a call may take from 9 KB a second on. */
  first: 512 * 1024,
  least: 32 * 1024,
  largest: 4 * 1024 * 1024,
  goalMs: 10_000,
} as const satisfies SizeBounds

/**
 * As large as the line is good for: a piece that is not through when its call runs out of time was for nothing, and the same one
 * would be so for ever. Short ones also let others have their turn. Kept from pass to pass.
 */
export class PieceSize {
  #size: number

  constructor(private readonly bounds: SizeBounds = pieces) {
    this.#size = bounds.first
  }

  /** Never more than `most`. */
  of(most: number): number {
    return Math.min(most, this.#size)
  }

  /** Less than this is never asked for. */
  get isLeast(): boolean {
    return this.#size <= this.bounds.least
  }

  /** A piece went through: the next is as large as fits into the goal, at most twice this one. The end of what there is tells nothing. */
  took({ asked, through, ms }: { readonly asked: number; readonly through: number; readonly ms: number }): void {
    if (through < asked) return
    const fits = ms > 0 ? (through * this.bounds.goalMs) / ms : Infinity
    this.#size = this.#bounded(Math.min(fits, 2 * asked))
  }

  /** One did not: half of it may. */
  lost(size: number): void {
    this.#size = this.#bounded(Math.min(size, this.#size) / 2)
  }

  #bounded(size: number): number {
    const { least, largest } = this.bounds
    return Math.round(Math.min(largest, Math.max(least, size)))
  }
}
