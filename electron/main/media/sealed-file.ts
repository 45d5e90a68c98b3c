import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { readSubject } from '#shared/ledger/subject'
import type { Workstation } from '../workstation/workstation'

interface Wanted {
  readonly subject: string
  readonly digest: string
  readonly isMasked: boolean
}

/** The plain pieces of a scan or an attachment that an act names, verified before the first of them leaves. */
export async function sealedFile(
  scans: Workstation['scans'],
  { subject, digest, isMasked }: Wanted,
): Promise<Result<Iterable<Uint8Array>, Problem>> {
  if (!scans) return err({ kind: 'locked' })
  // Nobody can mask a picture of a signed form: it leaves unmasked or not at all.
  if (isMasked && readSubject(subject)?.kind !== 'document')
    return err({ kind: 'refused', why: { kind: 'approvalNeeded' } })
  if (!scans.blobIndex.has(subject, digest) || scans.blobIndex.isWithdrawn(subject, digest))
    return err({ kind: 'scanUnreadable', why: 'missing' })
  const damage = await scans.blobs.verify(subject, digest)
  if (damage !== null)
    return damage === 'locked' ? err({ kind: 'locked' }) : err({ kind: 'scanUnreadable', why: damage })
  return ok(scans.blobs.parts(subject, digest))
}
