import { Transform } from 'node:stream'
import type { OnPiece } from './stopped'

/** Lets so many bytes through and fails with the next one, or with what `onBytes` throws. */
export function cappedAt(mostBytes: number, onBytes: OnPiece = () => undefined): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > mostBytes) return done(new Error('more bytes than allowed'))
      try {
        onBytes(chunk.length)
        done(null, chunk)
      } catch (cause) {
        done(cause as Error)
      }
    },
  })
}
