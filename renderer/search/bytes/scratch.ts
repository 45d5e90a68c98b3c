/** Where arrays come from that one search needs. What they hold at first is undefined. */
export interface Room {
  numbers(length: number): Uint32Array
  places(length: number): Int32Array
  scores(length: number): Float64Array
}

/**
 * Blocks that one search after another uses: lists of 100,000 documents that are made anew for every keystroke would
 * wait for the garbage collector by the dozen of megabytes.
 */
export class Scratch implements Room {
  private readonly blocks: ArrayBuffer[] = []
  private block = 0
  private used = 0

  numbers(length: number): Uint32Array {
    return new Uint32Array(this.bufferFor(length), this.used - length * wordBytes, length)
  }

  places(length: number): Int32Array {
    return new Int32Array(this.bufferFor(length), this.used - length * wordBytes, length)
  }

  scores(length: number): Float64Array {
    this.used = (this.used + scoreBytes - 1) & -scoreBytes
    const words = (length * scoreBytes) / wordBytes
    return new Float64Array(this.bufferFor(words), this.used - length * scoreBytes, length)
  }

  /** All that was handed out may be written over from now on. */
  release(): void {
    let kept = 0
    const within = this.blocks.filter(({ byteLength }) => (kept += byteLength) <= mostKept)
    this.blocks.splice(0, this.blocks.length, ...within)
    this.block = 0
    this.used = 0
  }

  /** The block that has room; its part ends at `used`. */
  private bufferFor(length: number): ArrayBuffer {
    const needed = length * wordBytes
    for (;;) {
      const block = (this.blocks[this.block] ??= new ArrayBuffer(Math.max(needed, blockBytes)))
      if (this.used + needed <= block.byteLength) {
        this.used += needed
        return block
      }
      this.block++
      this.used = 0
    }
  }
}

/** Runs works each in a room of its own; one that is free again is given to the next. */
export function roomKeeper(): <T>(work: (room: Room) => Promise<T>) => Promise<T> {
  let free: Scratch | null = null
  return async work => {
    const room = free ?? new Scratch()
    free = null
    try {
      return await work(room)
    } finally {
      room.release()
      free = room
    }
  }
}

/** For what is read once and kept. */
export const ownRoom: Room = {
  numbers: length => new Uint32Array(length),
  places: length => new Int32Array(length),
  scores: length => new Float64Array(length),
}

const wordBytes = 4
const scoreBytes = 8
const blockBytes = 1 << 20
const mostKept = 6 << 20
