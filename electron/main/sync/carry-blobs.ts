import type { ScanFault } from '#shared/contracts/exchange-finding'
import { err, ok, type Result } from '#shared/kernel/result'
import { attemptDisk, attemptWrite, type CannotWrite } from '../vault/attempt-write'
import type { NamedBlob } from '../ledger/blob-index'
import { carriedName, type CarriedBlobs } from '../ledger/carried-blobs'
import type { BlobLink } from './blob-link'
import type { LinkProblem } from './headquarters-link'
import type { HeldThere } from './held-there'
import { pieces, PieceSize } from './piece-size'

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
  /** Asked between two pieces: acts were written, or have waited long enough, and have their turn. */
  readonly isActsTurn?: () => boolean
  /** Told of every file that cannot be carried as it is; it is tried again in the next round. */
  readonly onFault?: (name: string, fault: ScanFault) => void
  /** One more lies on both sides. */
  readonly onCarried?: () => void
  /** Milliseconds that never go back: how long a piece is under way says how large the next may be. */
  readonly elapsed?: () => number
}

export interface CarryMost {
  readonly bytes: number
  readonly files: number
  /** Of one call at most: a break costs no more than that, and on a slow line it is less. */
  readonly piece: number
}

/** Files that cannot be carried as their acts say, and those that nobody had: not asked again before all others were. */
export interface CarryTurn {
  readonly putOff: Set<string>
  /** Of those, the ones that headquarters lacked when it was asked last: the machine that has them has to bring them there. */
  readonly elsewhere?: Set<string>
  /** What the line was good for. */
  pieces?: PieceSize
}

export interface CarriedCount {
  readonly went: number
  readonly came: number
  /** Files left for a later pass. */
  readonly waiting: number
  /** Of those, the ones that only this pass's limits kept: the next need not be waited for. */
  readonly next: number
  /** Nothing more could be written here; what was to go went all the same. */
  readonly disk: CannotWrite | null
}

/** Of one pass. */
const usual: CarryMost = { bytes: 32 * 1024 * 1024, files: 200, piece: pieces.largest }

/**
 * Sealed files both ways, once the acts that name them are exchanged: those that headquarters lacks go, those that are missing
 * here come. Each goes on where it was broken off, and has its name only when its digest is that which the act says. Ended
 * anywhere, and begun again, it carries nothing twice.
 */
export async function carryBlobs(parts: CarryBlobsParts): Promise<Result<CarriedCount, LinkProblem>> {
  const { turn, most = usual } = parts
  const before = [...inTurn(parts)]
  if (before.length === 0) turn.putOff.clear() // a round is through: whatever was put off has its turn again
  const done = { went: 0, came: 0 }
  const carried = await carryEach(parts, { files: before, done, budget: { ...most, atFirst: most.bytes } })
  if (!carried.ok) return carried
  const disk = carried.value
  const next = [...inTurn(parts)].filter(({ name }) => !disk || parts.blobs.has(name))
  return ok({ ...done, waiting: [...openBlobs(parts)].length, next: next.length, disk })
}

interface Round {
  readonly files: readonly OpenBlob[]
  readonly done: { went: number; came: number }
  readonly budget: Budget
}

/** What the disk did not take, if there was anything: what goes needs no room here. */
async function carryEach(
  parts: CarryBlobsParts,
  { files, done, budget }: Round,
): Promise<Result<CannotWrite | null, LinkProblem>> {
  let disk: CannotWrite | null = null
  for (const one of files) {
    if (budget.files <= 0 || isSpent(parts, budget)) break
    const isHere = parts.blobs.has(one.name)
    if (!isHere && disk) continue
    budget.files--
    const carried = await (isHere ? send(parts, one, budget) : fetch(parts, one, budget))
    if (carried.ok) note(parts, { one, became: carried.value, done })
    else if (carried.problem.kind !== 'cannotWrite') return err(carried.problem)
    else disk = carried.problem
  }
  return ok(disk)
}

type Noted = Pick<Round, 'done'> & { readonly one: OpenBlob; readonly became: Became }

function note({ turn, onFault, onCarried }: CarryBlobsParts, { one: { sealed, name }, became, done }: Noted): void {
  turn.elsewhere?.delete(sealed)
  if (typeof became === 'object') {
    turn.putOff.add(sealed)
    onFault?.(name, became.fault)
  } else if (became === 'elsewhere') {
    turn.putOff.add(sealed)
    turn.elsewhere?.add(sealed)
  } else if (became !== 'waits') {
    if (became !== 'known') done[became]++
    onCarried?.()
  }
}

export interface OpenBlob {
  readonly name: string
  readonly sealed: string
  /** As its act says. */
  readonly bytes: number
}

interface Budget {
  bytes: number
  files: number
  readonly atFirst: number
  readonly piece: number
}

type Became = 'went' | 'came' | 'known' | 'elsewhere' | 'waits' | { readonly fault: ScanFault }
type Carried = Result<Became, LinkProblem | CannotWrite>

const faulty = (fault: ScanFault): Carried => ok({ fault })

/** One piece goes in every pass: a desk at which somebody writes all day carries scans all the same. */
const isSpent = ({ isActsTurn }: CarryBlobsParts, { bytes, atFirst }: Budget): boolean =>
  bytes <= 0 || (bytes < atFirst && isActsTurn?.() === true)

/** Named with their sealed digest, and not known to lie on both sides. */
export function* openBlobs({
  named,
  blobs,
  held,
}: Pick<CarryBlobsParts, 'named' | 'blobs' | 'held'>): Generator<OpenBlob> {
  for (const { file, sealed, bytes } of named()) {
    const name = carriedName(file)
    if (sealed !== null && !(held.has(sealed) && blobs.has(name))) yield { name, sealed, bytes }
  }
}

function* inTurn(parts: CarryBlobsParts): Generator<OpenBlob> {
  for (const one of openBlobs(parts)) if (!parts.turn.putOff.has(one.sealed)) yield one
}

/** Nothing is lost where the disk does not take it: headquarters is asked once more after the next start. */
const heldNow = ({ held }: CarryBlobsParts, sealed: string): void => void attemptWrite(() => held.add(sealed))

async function send(parts: CarryBlobsParts, { name, sealed }: OpenBlob, budget: Budget): Promise<Carried> {
  const { link, blobs } = parts
  const missing = await link.missing(sealed)
  if (!missing.ok) return missing
  if (missing.value === null) {
    heldNow(parts, sealed)
    return ok('known')
  }
  const digest = await attemptDisk(() => blobs.digest(name))
  if (!digest.ok) return faulty('unreadable')
  // Sealed anew since its act was written: under this name it would be refused there after the last byte.
  if (digest.value !== sealed) return faulty('changedHere')
  return sendFrom(parts, { one: { name, sealed }, from: missing.value, budget })
}

const pieceOf = ({ turn }: CarryBlobsParts, { piece }: Budget): number => (turn.pieces ??= new PieceSize()).of(piece)

/** Learns from what becomes of a piece. */
async function timed<T>(
  { turn, elapsed = () => performance.now() }: CarryBlobsParts,
  asked: number,
  call: () => Promise<{ readonly answer: Result<T, LinkProblem>; readonly bytes: number }>,
): Promise<Result<T, LinkProblem>> {
  const begunAt = elapsed()
  const { answer, bytes } = await call()
  if (answer.ok) turn.pieces?.took({ asked, through: bytes, ms: elapsed() - begunAt })
  else if (answer.problem.kind === 'away') turn.pieces?.lost(asked)
  return answer
}

interface Sending {
  readonly one: Pick<OpenBlob, 'name' | 'sealed'>
  readonly from: number
  readonly budget: Budget
}

async function sendFrom(parts: CarryBlobsParts, { one, from, budget }: Sending): Promise<Carried> {
  const { link, blobs } = parts
  const { name, sealed } = one
  const size = blobs.bytes(name)
  for (let offset = from, tries = 0; !isSpent(parts, budget) && tries < 1_000; tries++) {
    const asked = pieceOf(parts, budget)
    const read = await attemptDisk(() => blobs.read(name, offset, Math.min(asked, size - offset)))
    if (!read.ok) return faulty('unreadable')
    const bytes = read.value
    budget.bytes -= bytes.length
    const put = await timed(parts, asked, async () => {
      const answer = await link.put({ digest: sealed, offset, size, bytes })
      return { answer, bytes: bytes.length }
    })
    if (!put.ok) return put
    if (typeof put.value === 'string') return faulty(put.value === 'tooLarge' ? 'tooLarge' : 'notTaken')
    if (put.value.held === null) {
      heldNow(parts, sealed)
      return ok('went')
    }
    offset = Math.min(put.value.held, size)
  }
  return ok('waits')
}

async function fetch(parts: CarryBlobsParts, { name, sealed }: OpenBlob, budget: Budget): Promise<Carried> {
  const { link, blobs } = parts
  const incoming = blobs.incoming(name)
  for (let isWhole = false; !isWhole;) {
    if (isSpent(parts, budget)) return ok('waits')
    const asked = pieceOf(parts, budget)
    const got = await timed(parts, asked, async () => {
      const answer = await link.get(sealed, incoming.bytes(), asked)
      return { answer, bytes: answer.ok ? (answer.value?.length ?? 0) : 0 }
    })
    if (!got.ok) return got
    const piece = got.value
    if (piece === null) return ok('elsewhere') // the machine that has it has not brought it yet
    budget.bytes -= piece.length
    const kept = piece.length > 0 ? attemptWrite(() => incoming.append(piece)) : ok(undefined)
    if (!kept.ok) return kept
    isWhole = piece.length < asked
  }
  const finished = await attemptDisk(() => incoming.finish(sealed))
  if (!finished.ok) return finished
  if (!finished.value) return faulty('changedThere')
  heldNow(parts, sealed)
  return ok('came')
}
