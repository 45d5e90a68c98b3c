import { ok, type Result } from '#shared/kernel/result'
import type { NamedBlob } from '../ledger/blob-index'
import { carriedName, type CarriedBlobs } from '../ledger/carried-blobs'
import type { BlobLink } from './blob-link'
import type { LinkProblem } from './headquarters-link'
import type { HeldThere } from './held-there'

export interface CarryBlobsParts {
  readonly link: BlobLink
  readonly blobs: CarriedBlobs
  /** Which files acts name, by `BlobIndex.named`. */
  readonly named: () => Iterable<NamedBlob>
  /** What headquarters was found to hold whole. */
  readonly held: HeldThere
  /** Where the last pass stopped; kept by the caller from pass to pass. */
  readonly turn: CarryTurn
  /** Bytes and questions of one pass: whatever is left waits for the next, and acts go first again. */
  readonly most?: CarryMost
}

export interface CarryMost {
  readonly bytes: number
  readonly files: number
  /** Of one call: a break costs no more than that. */
  readonly piece: number
}

/** Files that cannot be carried as their acts say, and those that nobody had: not asked again before all others were. */
export interface CarryTurn {
  readonly putOff: Set<string>
}

export interface CarriedCount {
  readonly went: number
  readonly came: number
  /** Files left for a later pass. */
  readonly waiting: number
}

/** Some seconds on a slow line. */
const usual: CarryMost = { bytes: 32 * 1024 * 1024, files: 200, piece: 4 * 1024 * 1024 }

/**
 * Sealed files both ways, once the acts that name them are exchanged: those that headquarters lacks go, those that are missing
 * here come. Each goes on where it was broken off, and has its name only when its digest is that which the act says. Ended
 * anywhere, and begun again, it carries nothing twice.
 */
export async function carryBlobs(parts: CarryBlobsParts): Promise<Result<CarriedCount, LinkProblem>> {
  const { turn, most = usual } = parts
  const all = [...open(parts)]
  const before = all.filter(({ sealed }) => !turn.putOff.has(sealed))
  if (before.length === 0) turn.putOff.clear() // a round is through: whatever was put off has its turn again
  const budget = { ...most }
  const done = { went: 0, came: 0 }
  const note = (became: Became, { sealed }: OpenBlob): void => {
    if (became === 'went' || became === 'came') done[became]++
    if (became === 'putOff') turn.putOff.add(sealed)
  }
  for (const one of before) {
    if (budget.files-- <= 0 || budget.bytes <= 0) break
    const carried = await (parts.blobs.has(one.name) ? send(parts, one, budget) : fetch(parts, one, budget))
    if (!carried.ok) return carried
    note(carried.value, one)
  }
  return ok({ ...done, waiting: [...open(parts)].length })
}

interface OpenBlob {
  readonly name: string
  readonly sealed: string
}

interface Budget {
  bytes: number
  readonly piece: number
}

type Became = 'went' | 'came' | 'known' | 'putOff' | 'waits'
type Carried = Result<Became, LinkProblem>

/** Named with their sealed digest, and not known to lie on both sides. */
function* open({ named, blobs, held }: CarryBlobsParts): Generator<OpenBlob> {
  for (const { file, sealed } of named()) {
    const name = carriedName(file)
    if (sealed !== null && !(held.has(sealed) && blobs.has(name))) yield { name, sealed }
  }
}

async function send(
  { link, blobs, held }: CarryBlobsParts,
  { name, sealed }: OpenBlob,
  budget: Budget,
): Promise<Carried> {
  const missing = await link.missing(sealed)
  if (!missing.ok) return missing
  if (missing.value === null) {
    held.add(sealed)
    return ok('known')
  }
  // Sealed anew since its act was written: under this name it would be refused there after the last byte.
  if ((await blobs.digest(name)) !== sealed) return ok('putOff')
  const size = blobs.bytes(name)
  for (let offset = missing.value, tries = 0; budget.bytes > 0 && tries < 1_000; tries++) {
    const bytes = await blobs.read(name, offset, Math.min(budget.piece, size - offset))
    budget.bytes -= bytes.length
    const put = await link.put({ digest: sealed, offset, size, bytes })
    if (!put.ok) return put
    if (put.value === 'otherDigest' || put.value === 'tooLarge') return ok('putOff')
    if (put.value.held === null) {
      held.add(sealed)
      return ok('went')
    }
    offset = Math.min(put.value.held, size)
  }
  return ok('waits')
}

async function fetch(
  { link, blobs, held }: CarryBlobsParts,
  { name, sealed }: OpenBlob,
  budget: Budget,
): Promise<Carried> {
  const incoming = blobs.incoming(name)
  for (let isWhole = false; !isWhole;) {
    if (budget.bytes <= 0) return ok('waits')
    const got = await link.get(sealed, incoming.bytes(), budget.piece)
    if (!got.ok) return got
    if (got.value === null) return ok('putOff') // the machine that has it has not brought it yet
    budget.bytes -= got.value.length
    if (got.value.length > 0) incoming.append(got.value)
    isWhole = got.value.length < budget.piece
  }
  if (!(await incoming.finish(sealed))) return ok('putOff')
  held.add(sealed)
  return ok('came')
}
