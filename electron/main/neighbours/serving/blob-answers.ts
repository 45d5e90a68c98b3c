import { z } from 'zod'
import {
  blobHeldHeader,
  blobOffsetHeader,
  blobPath,
  blobSizeHeader,
  blobType,
} from '#shared/contracts/headquarters-api'
import type { NamedBlob } from '../../ledger/blob-index'
import { carriedName, type CarriedBlobs } from '../../ledger/carried-blobs'
import { refusedAs, type Answer, type Asking } from './answers'

/** Sealed files of this machine, and which of them acts name. */
export interface BlobShelf {
  readonly carried: CarriedBlobs
  named(): Iterable<NamedBlob>
}

/** As at headquarters: a scan has at most 50 MiB, and its seal adds little. */
const mostBlobBytes = 64 * 1024 * 1024
const mostPieceBytes = 8 * 1024 * 1024

const count = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const pieceQuery = z.object({ from: count.default(0), most: count.min(1).max(mostPieceBytes).default(mostPieceBytes) })
const partHeaders = z.object({ [blobOffsetHeader]: count.default(0), [blobSizeHeader]: count })

/**
 * The calls for sealed files as headquarters answers them, by the digest that an act says. A file has its name only when it is
 * whole and of that digest; what has its name is never written again, and what came of one is gone on with.
 */
export function blobAnswers() {
  /** Two senders of one file take turns. */
  let last: Promise<unknown> = Promise.resolve()
  return {
    held: (asking: Asking): Answer => {
      const place = placeOf(asking)
      if (place?.isWhole) return empty(200)
      return place ? held(404, place.shelf.carried.incoming(place.name).bytes()) : held(404, 0)
    },
    piece: async (asking: Asking): Promise<Answer> => {
      const [place, asked] = [placeOf(asking), pieceQuery.safeParse(asking.query)]
      if (!asked.success) return refusedAs(400, 'badInput')
      if (!place?.isWhole) return refusedAs(404, 'notFound')
      const body = await place.shelf.carried.read(place.name, asked.data.from, asked.data.most)
      return { status: 200, body, type: blobType, isBlob: true }
    },
    keep: (asking: Asking): Promise<Answer> => {
      const kept = last.then(() => keep(asking))
      last = kept.catch(() => undefined)
      return kept
    },
  }
}

async function keep(asking: Asking): Promise<Answer> {
  const [place, part] = [placeOf(asking), partHeaders.safeParse(asking.headers)]
  if (!part.success) return refusedAs(400, 'badInput')
  // No act here says this digest: nothing that comes under it could be told from something else.
  if (!place) return refusedAs(422, 'otherDigest')
  if (place.isWhole) return empty(201)
  const incoming = place.shelf.carried.incoming(place.name)
  const before = incoming.bytes()
  const { [blobOffsetHeader]: offset, [blobSizeHeader]: size } = part.data
  if (offset !== before) return held(409, before)
  const now = before + asking.body.length
  if (now > Math.min(size, mostBlobBytes)) return refusedAs(413, 'tooLarge')
  incoming.append(asking.body)
  if (now < size) return held(202, now)
  return (await incoming.finish(place.digest)) ? empty(201) : refusedAs(422, 'otherDigest')
}

interface Place {
  readonly shelf: BlobShelf
  readonly digest: string
  readonly name: string
  readonly isWhole: boolean
}

/** Null where no act of this ledger names such a file. */
function placeOf({ desk, params }: Asking): Place | null {
  const [read, shelf] = [blobPath.safeParse(params), desk.blobs]
  if (!read.success || !shelf) return null
  const { digest } = read.data
  for (const { file, sealed } of shelf.named()) {
    if (sealed !== digest) continue
    const name = carriedName(file)
    return { shelf, digest, name, isWhole: shelf.carried.has(name) }
  }
  return null
}

const empty = (status: number): Answer => ({ status, body: new Uint8Array() })
const held = (status: number, bytes: number): Answer => ({
  ...empty(status),
  headers: { [blobHeldHeader]: String(bytes) },
})
