import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { readSubject } from '#shared/ledger/subject'
import type { BlobDamage } from '../ledger/blobs'
import type { Workstation } from '../workstation/workstation'
import { ExportStop } from './exporting/export-problem'

interface Wanted {
  readonly subject: string
  readonly digest: string
  readonly isMasked: boolean
}

/**
 * The plain pieces of a scan or an attachment that an act names. It is opened once: each piece is authenticated before it
 * leaves, and the whole at its end. Where it is not what the act names, the export is stopped by `scanUnreadable` and takes
 * away what it wrote, which has no name yet.
 */
export function sealedFile(
  scans: Workstation['scans'],
  { subject, digest, isMasked }: Wanted,
): Result<AsyncIterable<Uint8Array>, Problem> {
  if (!scans) return err({ kind: 'locked' })
  // Nobody can mask a picture of a signed form: it leaves unmasked or not at all.
  if (isMasked && readSubject(subject)?.kind !== 'document')
    return err({ kind: 'refused', why: { kind: 'approvalNeeded' } })
  if (!scans.blobIndex.has(subject, digest) || scans.blobIndex.isWithdrawn(subject, digest))
    return err({ kind: 'scanUnreadable', why: 'missing' })
  return ok(checkedPieces(scans.blobs.open(subject, digest)))
}

/** Ends in an `ExportStop` where what was opened is not whole, or not what was asked for. */
export async function* checkedPieces(parts: Generator<Buffer, BlobDamage | null>): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const next = parts.next()
      if (next.done && next.value === null) return
      if (next.done) throw new ExportStop(problemOf(next.value!))
      yield next.value
    }
  } finally {
    parts.return(null)
  }
}

const problemOf = (damage: BlobDamage): Problem =>
  damage === 'locked' ? { kind: 'locked' } : { kind: 'scanUnreadable', why: damage }
