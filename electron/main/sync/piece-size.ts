/** Bytes of one piece of a sealed file, and how long a piece is meant to be under way. */
export const pieces = {
  /** Through within the minute that a call may take from 9 KB a second on. */
  first: 512 * 1024,
  least: 32 * 1024,
  largest: 4 * 1024 * 1024,
  goalMs: 10_000,
} as const

/**
 * As large as the line is good for: a piece that is not through when its call runs out of time was for nothing, and the same one
 * would be so for ever. Short ones also let acts have their turn. Kept from pass to pass.
 */
export class PieceSize {
  #bytes: number = pieces.first

  /** Never more than `most`. */
  of(most: number): number {
    return Math.min(most, this.#bytes)
  }

  /** A piece went through: the next is as large as fits into the goal, at most twice this one. The end of a file tells nothing. */
  took({ asked, bytes, ms }: { readonly asked: number; readonly bytes: number; readonly ms: number }): void {
    if (bytes < asked) return
    const fits = ms > 0 ? (bytes * pieces.goalMs) / ms : Infinity
    this.#bytes = bounded(Math.min(fits, 2 * asked))
  }

  /** One did not: half of it may. */
  lost(asked: number): void {
    this.#bytes = bounded(Math.min(asked, this.#bytes) / 2)
  }
}

const bounded = (bytes: number): number => Math.round(Math.min(pieces.largest, Math.max(pieces.least, bytes)))
