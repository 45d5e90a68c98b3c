/** Somebody wants a long reading to end: thrown by whoever is told of its pieces, and by nobody else. */
export class Stopped extends Error {
  constructor() {
    super('stopped')
  }
}

/** Told of every piece that was read; a `Stopped` that it throws ends the reading. */
export type OnPiece = (count: number) => void
