import fs from 'node:fs'
import type { ExpectedSize } from '#shared/contracts/media-channels'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { MissingRun } from '#shared/ledger/exchange/missing-for'

const actsAsked = 20
/** Signature, digests and brackets around what an act says. */
const bytesAround = 400
/** An act that says next to nothing, packed with thousands like it. */
const leastOfAct = 64

/**
 * What a bundle will hold, before any of it is made: sealed files by their size, acts by the average of some from each run as they
 * lie here; packed they are smaller.
 */
export function sizeOut(
  ledger: Pick<ExchangeLedger, 'read'>,
  { runs, blobs }: { readonly runs: readonly MissingRun[]; readonly blobs: readonly { readonly file: string }[] },
): ExpectedSize {
  const sealed = blobs.reduce((sum, { file }) => sum + (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
  let [acts, packedMost] = [0, 0]
  for (const { chain, after, upTo } of runs) {
    const some = ledger.read(chain, after, Math.min(actsAsked, upTo - after))
    const bytes = some.reduce((sum, { body }) => sum + body.length + bytesAround, 0)
    acts += upTo - after
    packedMost += (bytes / Math.max(1, some.length)) * (upTo - after)
  }
  const bytes = Math.ceil(sealed + packedMost) + statementBytes
  return { files: 2, bytes, leastBytes: sealed + acts * leastOfAct }
}

const statementBytes = 256 * 1_024
