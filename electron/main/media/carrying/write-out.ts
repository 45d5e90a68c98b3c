import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { BundleLockWish, ExpectedSize } from '#shared/contracts/media-channels'
import type { BundleWriteFault } from '#shared/contracts/media-problem'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { emptyHead, type Head } from '#shared/ledger/exchange/head'
import { missingFor } from '#shared/ledger/exchange/missing-for'
import type { BundleLock } from '../../bundles/age-files'
import { recipientOf } from '../../bundles/machine-recipient'
import { writeBundle, type BlobToWrite, type BundleWish } from '../../bundles/write-bundle'
import { carriedName } from '../../ledger/carried-blobs'
import { heldUp } from '../../sync/exchange-findings'
import { nodeCraft } from '../../sync/node-craft'
import { attemptWrite } from '../../vault/attempt-write'
import { wrapSubjectKeys } from '../../vault/wrapped-subject-keys'
import { ExportStop } from '../exporting/export-problem'
import { holdersOf, ledgerOf, type CarryingParts } from './carrying-parts'
import { sizeOut } from './size-out'

export interface OutWish {
  readonly to: 'machines' | 'headquarters'
  /** Everything, whatever is known of the receiver: it lost something, or another one is meant. */
  readonly isWhole: boolean
  readonly lock: BundleLockWish
}

export interface WrittenOut {
  /** Parts as they lie on this machine, until `remove`. */
  readonly files: readonly string[]
  readonly acts: number
  readonly blobs: number
  remove(): void
}

/** As many as a statement holds; above that the receiver carries some again. */
const mostHolds = 50_000

/**
 * What the receivers are not known to have: acts by their last vector or receipt, sealed files by what they said they hold,
 * and, for machines of the office alone, the subject keys, wrapped for them.
 */
export async function writeOut(
  parts: CarryingParts,
  wish: OutWish,
  onBytes: (count: number) => void = () => undefined,
): Promise<Result<WrittenOut, Problem>> {
  const ledger = ledgerOf(parts)
  if (!ledger) return err({ kind: 'locked' })
  const receivers = receiversOf(parts, wish)
  if (!receivers.ok) return receivers
  const folder = path.join(parts.folder, `${outgoing}${randomUUID()}`)
  const remove = (): void => fs.rmSync(folder, { recursive: true, force: true })
  const made = attemptWrite(() => fs.mkdirSync(folder, { recursive: true, mode: 0o700 }))
  if (!made.ok) return made
  try {
    const bundle = await bundleOf(parts, wish, { ledger, folder, receivers: receivers.value })
    let unfit = 0
    const onUnfit = (name: string): void => {
      unfit++
      parts.tell(heldUp(name, 'changedHere'))
    }
    const written = await writeBundle({ ...bundle, onBytes, onUnfit })
    if (written.ok) {
      const acts = missingFor(bundle.theirs, ledger.heads()).reduce((sum, { after, upTo }) => sum + upTo - after, 0)
      const files = written.value.map(({ name }) => path.join(folder, name))
      return ok({ files, acts, blobs: bundle.blobs.length - unfit, remove })
    }
    remove()
    return notWritten(faults[written.problem.kind])
  } catch (cause) {
    remove()
    return whyFailed(parts, cause)
  }
}

/** How large it would be; nothing is written. */
export function sizeOfOut(parts: CarryingParts, wish: Omit<OutWish, 'lock'>): Result<ExpectedSize, Problem> {
  const ledger = ledgerOf(parts)
  if (!ledger) return err({ kind: 'locked' })
  const receivers = receiversOf(parts, { ...wish, lock: { kind: 'none' } })
  if (!receivers.ok) return receivers
  const runs = missingFor(theirsOf(parts, wish, { ledger, receivers: receivers.value }), ledger.heads())
  return ok(sizeOut(ledger, { runs, blobs: blobsFor(parts, wish, receivers.value).lacking }))
}

const theirsOf = (
  parts: CarryingParts,
  { isWhole, to }: Omit<OutWish, 'lock'>,
  { ledger, receivers }: Omit<OutParts, 'folder'>,
): readonly Head[] => (isWhole ? [] : knownOf(parts, to === 'headquarters' ? null : receivers, ledger))

/** Of one that a crash left behind, the next start removes what begins so. */
export const outgoing = 'outgoing-'

interface OutParts {
  readonly ledger: ExchangeLedger
  readonly folder: string
  readonly receivers: readonly Receiver[]
}

async function bundleOf(
  parts: CarryingParts,
  wish: OutWish,
  { ledger, folder, receivers }: OutParts,
): Promise<BundleWish> {
  const { workstation, passphraseWork } = parts
  const blobs = blobsFor(parts, wish, receivers)
  return {
    ...{ ledger, craft: nodeCraft, officeName: workstation.session()?.officeName ?? '', folder, blobs: blobs.lacking },
    theirs: theirsOf(parts, wish, { ledger, receivers }),
    ...{ setId: randomUUID(), madeAt: new Date(workstation.options.clock.now()).toISOString() },
    signNote: text => workstation.sign(Buffer.from(text)).toString('base64'),
    lock: await lockOf(wish.lock, receivers, passphraseWork),
    ...(blobs.held.length <= mostHolds ? { holds: blobs.held } : {}),
    ...(await keysFor(parts, wish, receivers)),
  }
}

/** Stopped or locked in the middle, or the disk; a bug is thrown on. */
function whyFailed(parts: CarryingParts, cause: unknown): Result<never, Problem> {
  if (cause instanceof ExportStop) return err(cause.problem)
  if (!ledgerOf(parts)) return err({ kind: 'locked' })
  return attemptWrite((): never => {
    throw cause
  })
}

const notWritten = (why: BundleWriteFault): Result<never, Problem> => err({ kind: 'bundleNotWritten', why })
const faults = { bundleTooLarge: 'tooLarge', nothingToSend: 'nothingToSend', blobMissing: 'blobMissing' } as const

/** `isRetired`: most likely nobody writes that chain any more, so that nothing need be known of it. */
type Receiver = ChainRoot & { readonly isRetired?: boolean }

/** Empty only where the lock names nobody: a machine that is not known yet may open it by a passphrase. */
function receiversOf(parts: CarryingParts, { to, lock }: OutWish): Result<readonly Receiver[], Problem> {
  if (to === 'headquarters') {
    const headquarters = parts.headquarters()
    return headquarters ? ok([headquarters]) : notWritten('notEnrolled')
  }
  const holders = holdersOf(parts)
  return holders.length === 0 && lock.kind === 'receivers' ? notWritten('noMachine') : ok(holders)
}

/** Of headquarters, what it has signed for; of several machines, what all of them are known to hold. */
function knownOf(
  { headquarters, peers }: CarryingParts,
  machines: readonly Receiver[] | null,
  ledger: ExchangeLedger,
): readonly Head[] {
  if (!machines) {
    const { book } = headquarters()!
    return ledger.heads().map(({ chain }) => ({ ...emptyHead(chain), seq: book.countedUpTo(chain) }))
  }
  const vectors = inUse(machines).map(({ chain }) => peers.vectorOf(chain) ?? [])
  const reached = (vector: readonly Head[], chain: string): number => {
    const said = vector.find(one => one.chain === chain)
    // A vector counts by its hash: of a branch that was left it says nothing.
    return said && ledger.hashAt(chain, said.seq) === said.hash ? said.seq : 0
  }
  if (vectors.length === 0) return []
  return ledger
    .heads()
    .map(({ chain }) => ({ ...emptyHead(chain), seq: Math.min(...vectors.map(one => reached(one, chain))) }))
}

/** All of them where every one was retired: the original of a copied disk is the only other machine then. */
function inUse(receivers: readonly Receiver[]): readonly Receiver[] {
  const left = receivers.filter(({ isRetired }) => !isRetired)
  return left.length > 0 ? left : receivers
}

function blobsFor(
  { workstation, peers }: CarryingParts,
  { isWhole }: Omit<OutWish, 'lock'>,
  receivers: readonly Receiver[],
) {
  const { blobIndex, carried } = workstation.scans!
  const shelves = inUse(receivers).map(({ chain }) => peers.held(chain))
  const lacking: BlobToWrite[] = []
  const held: string[] = []
  for (const { file, sealed } of blobIndex.named()) {
    const name = carriedName(file)
    if (!carried.has(name)) continue // another machine has it
    if (sealed !== null) held.push(sealed)
    const isThere = !isWhole && sealed !== null && shelves.length > 0 && shelves.every(shelf => shelf.has(sealed))
    if (!isThere) lacking.push({ name, file: carried.fileOf(name), sealed })
  }
  return { lacking, held }
}

/** Null: it lies open on the medium; what names a person is sealed in it all the same. */
async function lockOf(
  lock: BundleLockWish,
  receivers: readonly ChainRoot[],
  work?: number,
): Promise<BundleLock | null> {
  if (lock.kind === 'passphrase') return { ...lock, ...(work === undefined ? {} : { workFactor: work }) }
  const named = await Promise.all(receivers.map(({ publicKey }) => recipientOf(publicKey)))
  const [first, ...others] = named.flatMap(recipient => recipient ?? [])
  return lock.kind === 'none' || first === undefined ? null : { kind: 'recipients', recipients: [first, ...others] }
}

/** Never for headquarters. */
async function keysFor(
  { workstation, headquarters }: CarryingParts,
  { to }: OutWish,
  receivers: readonly ChainRoot[],
): Promise<Pick<BundleWish, 'keys'>> {
  const [first, ...others] = to === 'machines' ? receivers : []
  if (!first) return {}
  const known = headquarters()
  const wrapped = await wrapSubjectKeys(workstation.carriedKeys(), {
    ...{ office: workstation.ledger!.office, holders: [first, ...others], headquarters: known ? [known] : [] },
  })
  return { keys: { wrapped, holders: [first, ...others].map(({ chain }) => chain) } }
}
