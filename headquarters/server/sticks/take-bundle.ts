import fs from 'node:fs'
import path from 'node:path'
import type { BundleProblem } from '#shared/contracts/bundle-problem'
import { err, ok, type Result } from '#shared/kernel/result'
import type { BundleStatement } from '#shared/ledger/exchange/bundle-statement'
import { takeSegment, type TakenSegment } from '#shared/ledger/exchange/take-segment'
import { actsIn, checkBundle, type CheckedBundle } from '../../../electron/main/bundles/check-bundle'
import { checkMedium, type FoundBundle, type MediumMark } from '../../../electron/main/bundles/find-bundles'
import { blobFolder } from '../../store/blob-folder'
import { isReceiptSaid, keepBlobRow } from '../../store/blob-rows'
import { boundTo, inBoundOffice, type BoundOffice } from '../../store/bound-office'
import { machinesOfOffice } from '../../store/machines'
import { officeOfLedger } from '../../store/offices'
import { sayInOffice } from '../../store/own-acts'
import { keepReceived } from '../../store/sendings'
import { craft } from '../craft'
import { ownVoice } from '../own-voice'
import { storeParts, type Parts } from '../parts'
import { sayOfClock } from '../say-of-clock'
import { mostBlobBytes } from '../routes/blob-routes'
import { trustedKey } from '../trusted-key'
import type { TakeTold } from './how-far'
import { diskFault, roomFor, type OwnDiskProblem } from './own-disk'

export interface TakenBundle {
  readonly office: BoundOffice
  readonly statement: BundleStatement
  /** Acts that were not here before. */
  readonly added: number
  readonly blobs: number
  /** Segments that were not taken, and why: the same answers as on the line. */
  readonly refused: readonly { readonly chain: string; readonly from: number; readonly why: RefusedSegment }[]
}

export type RefusedSegment = Exclude<TakenSegment['kind'], 'taken'>

/**
 * `officeUnknown`: no office here has this ledger. `writerUnknown`: no machine of it has the key that signed; of acts that others
 * had signed, `added` were new and are kept.
 */
export type BundleRefusal =
  | BundleProblem
  | OwnDiskProblem
  | { readonly kind: 'officeUnknown' }
  | { readonly kind: 'writerUnknown'; readonly added: number }

/**
 * A bundle that a stick has brought, taken as if its segments had come on the line: the same function decides of each. Its
 * receipt is said in headquarters' own chain, so that it goes back by whatever way. Done twice it changes nothing.
 */
export async function takeBundle(
  parts: Parts,
  found: FoundBundle,
  told?: TakeTold,
): Promise<Result<TakenBundle, BundleRefusal>> {
  try {
    const full = roomFor(found.parts, parts.config.folder)
    return full ? err(full) : await takeFound(parts, found, told)
  } catch (cause) {
    const fault = diskFault(cause)
    if (fault) return err(fault)
    throw cause
  }
}

async function takeFound(
  parts: Parts,
  found: FoundBundle,
  told: TakeTold | undefined,
): Promise<Result<TakenBundle, BundleRefusal>> {
  const medium = await checkMedium(found)
  if (!medium.ok) return medium
  const quarantine = path.join(parts.config.folder, 'quarantine', parts.random(8).toString('hex'))
  fs.mkdirSync(quarantine, { recursive: true, mode: 0o700 })
  try {
    const keys = { identities: [parts.key.identity()], passphrases: [] }
    // Whose it is says only its statement; whom headquarters trusts of that office is asked below, act by act.
    const reader = { office: null, craft, keyOf: () => null }
    const checked = await checkBundle(
      { files: found.parts, quarantine, keys, ...(told && { told: told.ofCheck(found.parts) }) },
      reader,
    )
    if (!checked.ok) return checked
    try {
      return await takeChecked(parts, checked.value, { medium: medium.value, told })
    } finally {
      checked.value.close()
    }
  } finally {
    fs.rmSync(quarantine, { recursive: true, force: true })
  }
}

async function takeChecked(
  parts: Parts,
  bundle: CheckedBundle,
  { medium, told }: { readonly medium: MediumMark | null; readonly told: TakeTold | undefined },
): Promise<Result<TakenBundle, BundleRefusal>> {
  const { statement } = bundle
  const known = await officeOfLedger(parts.db, statement.office)
  if (!known) return err({ kind: 'officeUnknown' })
  const office = boundTo(known, statement.office)
  const machines = await machinesOfOffice(parts.db, office.officeId)
  const writer = machines.find(({ chain, cameBy }) => chain === statement.by && cameBy !== 'own')
  if (writer && writer.publicKey !== keyIn(statement)) return err({ kind: 'writerUnknown', added: 0 })
  const early = writer ? await keepBlobs(parts, office, bundle) : null // no act names a file that is not there
  const taken = await takeSegments({ parts, office, told }, bundle)
  if (!writer && !(await isTrusted(parts, office, statement))) return err({ kind: 'writerUnknown', added: taken.added })
  const blobs = early ?? (await keepBlobs(parts, office, bundle))
  await keepReceived(parts.db, { officeId: office.officeId, holds: statement.vector, at: new Date(parts.now()) })
  if (medium) await sayReceived(parts, office, medium)
  return ok({ office, statement, blobs, ...taken })
}

const keyIn = ({ by, chains }: BundleStatement): string | undefined =>
  chains.find(({ chain }) => chain === by)?.publicKey

/** A new chain of a machine comes with its acts: once they are here, they say whose it is. Of its own keys a bundle proves nothing. */
async function isTrusted(parts: Parts, office: BoundOffice, statement: BundleStatement): Promise<boolean> {
  const trusted = await trustedKey(parts, office, statement.by)
  return trusted !== null && trusted.publicKey === keyIn(statement)
}

async function keepBlobs(parts: Parts, { officeId }: BoundOffice, bundle: CheckedBundle): Promise<number> {
  const folder = blobFolder(path.join(parts.config.folder, 'blobs'), mostBlobBytes)
  let kept = 0
  for (const blob of bundle.blobs) {
    const place = { officeId, digest: blob.digest }
    if (blob.bytes > mostBlobBytes) continue // no program of ours makes one
    if (folder.whole(place) === null && folder.keepWhole(place, await bundle.readBlob(blob))) kept++
    await keepBlobRow(parts.db, { ...place, bytes: blob.bytes, at: new Date(parts.now()) })
  }
  return kept
}

interface Taking {
  readonly parts: Parts
  readonly office: BoundOffice
  readonly told: TakeTold | undefined
}

/** What could not be taken is tried again as long as others bring something: the act that admits its chain, or what lies before. */
async function takeSegments(
  { parts, office, told }: Taking,
  bundle: CheckedBundle,
): Promise<Pick<TakenBundle, 'added' | 'refused'>> {
  let waiting = [...bundle.segments]
  const onActs = told?.beginTaking(actsIn(waiting))
  let added = 0
  for (;;) {
    const refused: TakenBundle['refused'][number][] = []
    const left: typeof waiting = []
    const before = added
    for (const segment of waiting) {
      const sent = { bytes: await bundle.readSegment(segment), receivedAt: new Date(parts.now()).toISOString() }
      const taken = await inBoundOffice(storeParts(parts), office, async rows => {
        const of = await takeSegment(rows, sent, craft)
        await sayOfClock(parts, rows, of)
        return of
      })
      parts.metrics.count('segments_total', { kind: taken.kind })
      onActs?.(actsIn([segment]))
      if (taken.kind === 'taken') added += taken.added
      else {
        refused.push({ chain: segment.chain, from: segment.from, why: taken.kind })
        left.push(segment)
      }
    }
    if (left.length === 0 || added === before) return { added, refused }
    waiting = left
  }
}

async function sayReceived(parts: Parts, office: BoundOffice, { exportId, digest }: MediumMark): Promise<void> {
  const on = civilDayAt(parts.now())
  const open = { exportId, digest, on, receiver: '上级端' }
  await inBoundOffice(storeParts(parts), office, async rows => {
    if (await isReceiptSaid(rows, { chain: parts.key.chain, exportId, digest })) return
    await sayInOffice(rows, ownVoice(parts), [{ type: 'media.received@1', open }])
  })
}

/** In China, whatever the zone of the machine. */
export const civilDayAt = (ms: number): string => new Date(ms + 8 * 60 * 60 * 1_000).toISOString().slice(0, 10)
