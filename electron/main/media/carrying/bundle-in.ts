import type { BundlePreview, BundleResult } from '#shared/contracts/bundle-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { clockAheadOf, type ClockAhead } from '#shared/ledger/exchange/clock-ahead'
import { weighReceipt, type Receipt, type ReceiptWords } from '#shared/ledger/exchange/receipt'
import { headOf } from '#shared/ledger/exchange/take-run'
import { officeSubject } from '#shared/ledger/subject'
import { applyBundle, type AppliedBundle, type ApplyTold } from '../../bundles/apply-bundle'
import { actsIn, type CheckedBundle } from '../../bundles/check-bundle'
import { ownDiskFault, type OwnDiskFault } from '../../bundles/own-disk'
import type { MediumMark } from '../../bundles/find-bundles'
import { tellPast } from '../../sync/count-receipt'
import { heldUp, type ExchangeFinding } from '../../sync/exchange-findings'
import { lastingLedger } from '../../sync/lasting-ledger'
import type { Meeting } from '../../sync/meet-run'
import { nodeCraft } from '../../sync/node-craft'
import { leastFreeBytes } from '../../workstation/disk-space'
import type { Workstation } from '../../workstation/workstation'
import { openWrappedKeys } from '../../vault/wrapped-subject-keys'
import { holdersOf, ledgerOf, whoIs, type CarryingParts, type KnownHeadquarters } from './carrying-parts'
import { dropUnfit, unprovenIn } from './unfit-files'

/** Checked and in quarantine. */
export interface WaitingBundle {
  /** Its own, below the quarantine. */
  readonly folder: string
  /** Of the folder on the medium. */
  readonly name: string
  readonly bundle: CheckedBundle
  /** Null where the medium says no number. */
  readonly medium: MediumMark | null
}

/**
 * Takes a checked bundle in; where the own disk does not take it, what came so far is in order and the rest waits in quarantine.
 * Keys first, so that what comes can be read; then files, acts, receipts; last what is now known of
 * the writer, and the receipt for its medium. Ended anywhere and done again it takes nothing twice: stopped, or locked, it ends with
 * the segment under way, and nothing is said yet of having received it.
 */
export async function takeIn(
  parts: CarryingParts,
  waiting: WaitingBundle,
  taking: Taking,
): Promise<Result<BundleResult, Problem>> {
  const { freeBytes } = parts.workstation.options
  /** From quarantine sealed files are written a second time; and no act is taken where less than this is left. */
  const needed = (): number => bytesToKeep(parts, waiting.bundle) + leastFreeBytes
  const cutShort = (why: OwnDiskFault): Result<never, Problem> =>
    err({ kind: 'importCutShort', why, neededBytes: needed() })
  if (freeBytes() < needed()) return cutShort('full')
  try {
    const taken = await takeAll(parts, waiting, taking)
    const isHeldUp = taken.ok && taken.value.refused.some(({ why }) => why === 'cannotWrite')
    return isHeldUp ? cutShort(freeBytes() < needed() ? 'full' : 'failed') : taken
  } catch (cause) {
    const why = ownDiskFault(cause)
    if (why === null) throw cause
    return cutShort(why)
  }
}

interface Taking {
  readonly role: string
  readonly told: ApplyTold
}

/** Of sealed files that are not here yet. */
function bytesToKeep({ workstation }: CarryingParts, { blobs }: CheckedBundle): number {
  const carried = workstation.scans?.carried
  return blobs.filter(({ name }) => !carried?.has(name)).reduce((sum, { bytes }) => sum + bytes, 0)
}

async function takeAll(
  parts: CarryingParts,
  waiting: WaitingBundle,
  { role, told }: Taking,
): Promise<Result<BundleResult, Problem>> {
  const opened = whatIsOpen(parts)
  if (!opened.ok) return opened
  const { bundle } = waiting
  const keys = await adoptKeys(parts, bundle)
  if (!keys.ok) return keys
  const findings: ExchangeFinding[] = []
  const meeting = meetingOf(parts, opened.value.office, findings)
  const isStopped = (): boolean => told.isStopped() || !ledgerOf(parts)
  const { shelf } = opened.value
  const unproven = unprovenIn(bundle, shelf)
  const toApply = { packing: nodeCraft, blobs: shelf.carried, told: { ...told, isStopped } }
  const applied = await applyBundle(bundle, meeting, toApply)
  if (!ledgerOf(parts)) return err({ kind: 'locked' })
  const unfit = await dropUnfit(unproven, shelf)
  for (const name of unfit) parts.tell(heldUp(name, 'changedOnMedium'))
  const late = await adoptKeys(parts, bundle) // where its own acts have admitted the writer
  if (!late.ok) return late
  tellAhead(parts, findings)
  return ok({
    ...{ by: whoIs(parts, bundle.statement.by), ...countsOf(parts, bundle, { ...applied, unfit: unfit.length }) },
    ...{ keys: keys.value.news + late.value.news, opensMore: keys.value.opensMore || late.value.opensMore },
    hasRolledOver: findings.some(({ kind }) => kind === 'rolledOver'),
    ...(applied.isStopped ? { receipted: 0, refused: [] } : settled(parts, waiting, { findings, role })),
  })
}

/** All of it was gone through. Before that what was refused may still be let in by what is left. */
function settled(
  parts: CarryingParts,
  { bundle, medium }: WaitingBundle,
  { findings, role }: { readonly findings: readonly ExchangeFinding[]; readonly role: string },
): Pick<BundleResult, 'receipted' | 'refused'> {
  const receipted = countReceipts(parts, bundle)
  rememberWriter(parts, bundle)
  // Its own acts may have admitted the writer.
  if (medium && whoIs(parts, bundle.statement.by).kind === 'machine') sayReceived(parts, medium, role)
  return { receipted, refused: refusedOf(parts, bundle, findings) }
}

function whatIsOpen({
  workstation: { scans, ledger },
}: CarryingParts): Result<{ readonly office: string; readonly shelf: NonNullable<Workstation['scans']> }, Problem> {
  if (!scans || !ledger) return err({ kind: 'locked' })
  return ledger.readOnly ? err(ledger.readOnly) : ok({ office: ledger.office, shelf: scans })
}

function meetingOf(parts: CarryingParts, office: string, findings: ExchangeFinding[]): Meeting {
  return {
    ...{ ledger: lastingLedger(office, () => ledgerOf(parts)), proof: nodeCraft, by: 'bundle' },
    tell: finding => {
      findings.push(finding)
      parts.tell(finding)
    },
    countedUpTo: chain => parts.headquarters()?.book.countedUpTo(chain) ?? 0,
  }
}

/** A minute or two between two clocks is no news. */
export const mostAheadMs = 5 * 60 * 1_000

/** Of acts that say a moment which has not come yet by the clock of this machine. They are taken as they were signed. */
const aheadHere = (
  { workstation }: CarryingParts,
  acts: readonly { readonly seq: number; readonly body: string }[],
): ClockAhead | null => clockAheadOf(acts, { nowMs: workstation.options.clock.now(), mostMs: mostAheadMs })

/** Once a chain, from the first such act that came. */
function tellAhead(parts: CarryingParts, findings: readonly ExchangeFinding[]): void {
  const ledger = ledgerOf(parts)
  const told = new Map<string, ClockAhead>()
  for (const finding of findings) {
    if (!ledger || finding.kind !== 'came') continue
    const { chain, from, to } = finding
    const acts = ledger.read(chain, from - 1, to - from + 1).map(({ body }, nth) => ({ seq: from + nth, body }))
    const ahead = aheadHere(parts, acts)
    const before = told.get(chain)
    if (ahead) told.set(chain, before ? { ...before, byMs: Math.max(before.byMs, ahead.byMs) } : ahead)
  }
  for (const [chain, { fromSeq, byMs }] of told) parts.tell({ kind: 'fromTheFuture', chain, fromSeq, byMs })
}

function countsOf(
  parts: CarryingParts,
  { segments, blobs }: CheckedBundle,
  { came, blobs: kept, blobsLeft, isStopped, unfit }: AppliedBundle & { readonly unfit: number },
) {
  const acts = isStopped ? actsNotHere(parts, segments) : 0
  const keptBefore = Math.max(0, unfit - kept) // by an import that was stopped
  return {
    ...{ came, blobs: Math.max(0, kept - unfit), left: isStopped ? { acts, blobs: blobsLeft } : null },
    known: Math.max(0, actsIn(segments) - came - acts) + blobs.length - kept - blobsLeft - keptBefore,
  }
}

function actsNotHere(parts: CarryingParts, segments: CheckedBundle['segments']): number {
  const ledger = ledgerOf(parts)
  const held = (chain: string): number => (ledger ? headOf(ledger, chain).seq : 0)
  return segments.reduce((sum, { chain, from, to }) => sum + Math.max(0, to - Math.max(held(chain), from - 1)), 0)
}

/** Whether keys may be taken from whoever wrote it: only from a machine for which this one would wrap its own. */
export function keysStanding(
  parts: CarryingParts,
  { statement }: CheckedBundle,
  admitted: ReadonlySet<string> = new Set(),
): BundlePreview['keys'] {
  if (!statement.keys) return 'none'
  const own = parts.workstation.callers.map(({ chain }) => chain) // also one that it wrote before: its key is kept
  if (!statement.keys.holders.some(chain => own.includes(chain))) return 'notForUs'
  const isKnown = admitted.has(statement.by) || holdersOf(parts).some(({ chain }) => chain === statement.by)
  return isKnown ? 'forUs' : 'notTrusted'
}

async function adoptKeys(parts: CarryingParts, bundle: CheckedBundle): Promise<Result<AdoptedKeys, Problem>> {
  if (keysStanding(parts, bundle) !== 'forUs') return ok(none)
  const wrapped = await bundle.readKeys()
  const ledger = ledgerOf(parts)
  if (!wrapped || !ledger) return ledger ? ok(none) : err({ kind: 'locked' })
  const { office } = ledger
  const opened = await openWrappedKeys(wrapped, { office, identities: parts.workstation.identities() })
  return opened.ok ? parts.workstation.adoptKeys(opened.value) : ok(none)
}

interface AdoptedKeys {
  readonly news: number
  readonly opensMore: boolean
}
const none: AdoptedKeys = { news: 0, opensMore: false }

/** As on the line: by headquarters' own signature, and only where that very act stands here. */
function countReceipts(parts: CarryingParts, { statement }: CheckedBundle): number {
  const headquarters = parts.headquarters()
  const ledger = ledgerOf(parts)
  if (!headquarters || !ledger || !statement.receipts) return 0
  const { book } = headquarters
  let counted = 0
  for (const receipt of statement.receipts) {
    const words = book.read(receipt)
    if (!words) {
      parts.tell({ kind: 'receiptNotSigned' })
      continue
    }
    const before = book.countedUpTo(words.chain)
    // An older one says nothing new: a stick may lie about for weeks.
    if (words.seq <= before || book.isTakenBack(words)) continue
    if (weighReceipt(words, (of, at) => ledger.hashAt(of, at)).kind !== 'counts') continue
    keepReceipt(parts, book, { receipt, words })
    book.count(words.chain, words.seq)
    if (words.chain !== headquarters.chain) counted += words.seq - before
  }
  book.save()
  return counted
}

function keepReceipt(
  { tell }: CarryingParts,
  book: KnownHeadquarters['book'],
  { receipt, words }: { readonly receipt: Receipt; readonly words: ReceiptWords },
): void {
  const last = book.lastOn(words.chain)
  // From before that word, which says more: that headquarters holds less since is not said by it.
  const isOlder = last !== null && words.seq < last.seq && Date.parse(words.receivedAt) <= Date.parse(last.receivedAt)
  if (!isOlder) tellPast(tell, words, book.keep(receipt, words))
}

function rememberWriter(parts: CarryingParts, { statement }: CheckedBundle): void {
  const { by, vector, holds, madeAt } = statement
  const isHeadquarters = by === parts.headquarters()?.chain
  // A clock that is ahead there must not make every later list an old one.
  const at = Math.min(Date.parse(madeAt), parts.workstation.options.clock.now())
  if (holds) parts.peers.held(by).replace(holds, at)
  if (!isHeadquarters && by !== ledgerOf(parts)?.ownChain) parts.peers.keep(by, vector)
}

/** An act: it goes back by whatever way is next. Said once. */
function sayReceived({ workstation }: CarryingParts, { exportId, digest }: MediumMark, role: string): void {
  const receiver = workstation.session()?.windowName ?? ''
  const open = { exportId, digest, on: workstation.options.clock.today(), receiver }
  const act = { subject: officeSubject, role, facts: [{ type: 'media.received@1', open }] }
  if (workstation.refusal(act) === null) workstation.append(act)
}

function refusedOf(
  parts: CarryingParts,
  { segments }: CheckedBundle,
  findings: readonly ExchangeFinding[],
): BundleResult['refused'] {
  const ledger = ledgerOf(parts)
  const refused = new Map<string, BundleResult['refused'][number]>()
  for (const finding of findings) {
    if (finding.kind !== 'refusedHere') continue
    const { chain, from, why } = finding
    refused.set(chain, { whose: whoIs(parts, chain), from, why })
  }
  for (const { chain, to } of segments) {
    const held = ledger ? headOf(ledger, chain).seq : 0
    if (held < to && !refused.has(chain)) refused.set(chain, { whose: whoIs(parts, chain), from: held + 1, why: 'gap' })
  }
  return [...refused.values()]
}
