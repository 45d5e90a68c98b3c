import { ExportStop } from './exporting/export-problem'

/** Pieces that a window sends one by one, as a stream that something else reads. */
export interface PieceHandover {
  readonly pieces: AsyncIterable<Uint8Array>
  /** Resolves when the piece was taken and the next one is asked for: a slow medium slows the window down. */
  put(piece: Uint8Array): Promise<void>
  end(): void
  /** Whoever reads is told that nothing more will come. */
  stop(): void
}

export function pieceHandover(): PieceHandover {
  const waiting: { readonly piece: Uint8Array; readonly taken: () => void }[] = []
  let state: 'open' | 'ended' | 'stopped' = 'open'
  let wake = (): void => undefined
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (state === 'stopped') throw new ExportStop({ kind: 'exportCancelled' })
      const next = waiting.shift()
      if (next) {
        yield next.piece
        next.taken()
      } else if (state === 'ended') return
      else await new Promise<void>(resolve => (wake = resolve))
    }
  }
  const become = (next: typeof state): void => {
    state = next
    wake()
  }
  return {
    pieces: pieces(),
    put: piece =>
      new Promise(taken => {
        waiting.push({ piece, taken })
        wake()
      }),
    end: () => become('ended'),
    stop: () => become('stopped'),
  }
}
