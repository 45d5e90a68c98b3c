import fs from 'node:fs'

/**
 * A file of this computer, piece by piece. It is opened when the first piece is asked for: a stream whose export ends before
 * that would fail with nobody there to hear it, once its file is removed.
 */
export async function* piecesOfFile(file: string): AsyncGenerator<Uint8Array> {
  for await (const piece of fs.createReadStream(file)) yield piece as Uint8Array
}
