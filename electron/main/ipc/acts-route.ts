import { actChunk, writeActStream } from '#shared/contracts/act-stream'
import type { Ledger } from '../ledger/ledger'

/**
 * GET /ledger/acts?after=N&hash=H: opened acts after N as a stream of chunks (shared/contracts/act-stream).
 * 403 while locked; 409 where act N has another hash here: the view was built from another journal.
 */
export function actsRoute(ledger: () => Ledger | null): (url: URL) => Response {
  return url => {
    const open = ledger()
    if (!open) return new Response(null, { status: 403 })
    const after = Number(url.searchParams.get('after') ?? '0')
    if (!Number.isSafeInteger(after) || after < 0) return new Response(null, { status: 400 })
    const isOfAnother = after > 0 && open.hashAt(after) !== url.searchParams.get('hash')
    if (isOfAnother && !isWitnessOfCut(open, after)) return new Response(null, { status: 409 })
    return new Response(streamChunks(open, after), {
      headers: {
        'content-type': 'application/octet-stream',
        'cache-control': 'no-store',
        'x-last-seq': String(open.head.seq),
      },
    })
  }
}

/**
 * A journal that was cut short has nothing new for the view that witnesses it. Answered with 409, that view would be
 * built again from what is left, and at the next start nobody would know of the cut.
 */
const isWitnessOfCut = ({ readOnly }: Ledger, after: number): boolean =>
  readOnly?.kind === 'journalCutShort' && readOnly.witnessedSeq === after

/** One chunk a pull, and a turn of the event loop between: the counter's own calls are answered in the meantime. */
function streamChunks(ledger: Ledger, after: number): ReadableStream<Uint8Array> {
  const chunks = inChunks(ledger, after)
  return new ReadableStream({
    pull: async controller => {
      await new Promise(resolve => setImmediate(resolve))
      const next = chunks.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
  })
}

function* inChunks(ledger: Ledger, after: number): Generator<Uint8Array> {
  let acts: Uint8Array[] = []
  let bytes = 0
  for (const frame of ledger.actsAfter(after)) {
    for (const act of frame) {
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
