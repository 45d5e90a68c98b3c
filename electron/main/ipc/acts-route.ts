import { actChunk, actsHeldHeader, ownChainHeader, readReached, writeActStream } from '#shared/contracts/act-stream'
import type { Witness } from '#shared/contracts/desk-channels'
import type { Ledger } from '../ledger/ledger'

/**
 * GET /ledger/acts?after=CHAIN.N.H&after=...: opened acts beyond these, of every chain, as a stream of chunks
 * (shared/contracts/act-stream); all of them without `after`. 403 while locked; 409 where act N of one of the chains has
 * another hash here: the view was built from other journals.
 */
export function actsRoute(ledger: () => Ledger | null): (url: URL) => Response {
  return url => {
    const open = ledger()
    if (!open) return new Response(null, { status: 403 })
    const reached = readReached(url.searchParams.getAll('after'))
    if (!reached) return new Response(null, { status: 400 })
    if (!reached.every(one => stands(open, one))) return new Response(null, { status: 409 })
    return new Response(streamChunks(open, reached), {
      headers: {
        'content-type': 'application/octet-stream',
        'cache-control': 'no-store',
        [actsHeldHeader]: String(open.actCount),
        [ownChainHeader]: open.chain,
      },
    })
  }
}

/**
 * A journal that was cut short has nothing new for the view that witnesses it. Answered with 409, that view would be
 * built again from what is left, and at the next start nobody would know of the cut.
 */
function stands(ledger: Ledger, { chain, seq, hash }: Witness): boolean {
  const { readOnly } = ledger
  const here = ledger.hashAt(seq, chain)
  return here === null ? readOnly?.kind === 'journalCutShort' && readOnly.witnessedSeq === seq : here === hash
}

/** One chunk a pull, and a turn of the event loop between: the counter's own calls are answered in the meantime. */
function streamChunks(ledger: Ledger, reached: readonly Witness[]): ReadableStream<Uint8Array> {
  const chunks = inChunks(ledger, reached)
  return new ReadableStream({
    pull: async controller => {
      await new Promise(resolve => setImmediate(resolve))
      const next = chunks.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
  })
}

function* inChunks(ledger: Ledger, reached: readonly Witness[]): Generator<Uint8Array> {
  let acts: Uint8Array[] = []
  let bytes = 0
  for (const piece of ledger.actsAfter(reached)) {
    for (const act of piece) {
      const line = Buffer.from(JSON.stringify(act))
      acts.push(line)
      bytes += line.length
    }
    if (acts.length < actChunk.acts && bytes < actChunk.bytes) continue
    yield writeActStream(acts)
    acts = []
    bytes = 0
  }
  if (acts.length > 0) yield writeActStream(acts)
}
