import { Transform } from 'node:stream'

/** Lets so many bytes through and fails with the next one. */
export function cappedAt(mostBytes: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > mostBytes) done(new Error('more bytes than allowed'))
      else done(null, chunk)
    },
  })
}
