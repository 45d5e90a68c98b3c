/**
 * Chunks that the manifest names are not as they were written. `missing` also comes of a merge in another window: read
 * the manifest again, and only if it names them still is the index broken.
 */
export class ChunkError extends Error {
  constructor(
    readonly kind: 'missing' | 'damaged',
    readonly chunk: string,
  ) {
    super(`${kind}: ${chunk}`)
  }
}

export const isChunkError = (error: unknown): error is ChunkError => error instanceof ChunkError
