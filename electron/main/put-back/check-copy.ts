import fs from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import type { Problem } from '#shared/contracts/problems'
import { hlcTime, type Hlc } from '#shared/ledger/hybrid-clock'
import { openBlobDisk } from '../ledger/blob-disk'
import { namedBlobs } from '../ledger/blob-index'
import { Blobs } from '../ledger/blobs'
import { openJournalDisk } from '../ledger/journal-disk'
import { scanJournal, type StoredAct } from '../ledger/journal-scan'
import type { SubjectKeys } from '../vault/subject-keys'
import { copiedFolders, type OfficeCopy } from './office-copy'

/** What a copy was found to hold, every byte of it read. */
export interface CheckedCopy {
  readonly acts: number
  /** Machines whose acts it holds, the own one among them. */
  readonly machines: number
  /** Milliseconds since 1970; null in a copy without an act. */
  readonly lastActAt: number | null
  readonly scans: number
  /** Scans that acts name and that did not come into the copy, or not whole. */
  readonly lackingScans: number
  /** Why an office that was put back from it can only be looked at; null where its journals are sound. */
  readonly damage: Problem | null
}

export interface CheckParts {
  readonly copy: OfficeCopy
  /** The office's key of journals. */
  readonly journalKey: Buffer
  readonly subjectKeys: Pick<SubjectKeys, 'createKey' | 'keyOf' | 'keysOf' | 'isDestroyed'>
  readonly onProgress: (done: number, of: number) => void
  readonly isStopped: () => boolean
}

/**
 * Reads the journals as a start of the program would, and opens every scan that they name: what cannot be opened in the copy
 * would not be there afterwards, and it is better known before. Null where it was stopped. Throws the disk's error.
 */
export async function checkCopy(parts: CheckParts): Promise<CheckedCopy | null> {
  const { copy, journalKey } = parts
  const { journal, others } = copiedFolders(copy)
  const own = { chain: copy.record.chain, folder: journal }
  const named = new Map<string, { readonly subject: string; readonly digest: string }>()
  let acts = 0
  let last = 0
  let damage: Problem | null = null
  const visit = ({ act, isNewer }: StoredAct): void => {
    acts += 1
    last = Math.max(last, hlcTime(act.hlc as Hlc))
    if (!isNewer) for (const one of namedBlobs(act)) named.set(one.name, { subject: act.subject, digest: one.digest })
  }
  for (const { chain, folder } of [own, ...others]) {
    await turn()
    if (parts.isStopped()) return null
    const seal = { key: journalKey, chain: Buffer.from(chain, 'hex') }
    const { end } = scanJournal(openJournalDisk(folder), seal, { keepsNewer: chain !== own.chain, visit })
    if (end.kind === 'stopped') damage ??= end.problem
  }
  const scans = await checkScans(parts, [...named.values()])
  if (!scans) return null
  return { acts, machines: 1 + others.length, lastActAt: acts > 0 ? last : null, ...scans, damage }
}

async function checkScans(
  { copy, subjectKeys, onProgress, isStopped }: CheckParts,
  named: readonly { readonly subject: string; readonly digest: string }[],
): Promise<{ readonly scans: number; readonly lackingScans: number } | null> {
  const { blobs: folder } = copiedFolders(copy)
  // Opening makes a folder where there is none, and the copy is not to be changed.
  const blobs = fs.existsSync(folder) ? new Blobs({ disk: openBlobDisk(folder), keys: subjectKeys }) : null
  let scans = 0
  let lackingScans = 0
  for (const [done, { subject, digest }] of named.entries()) {
    onProgress(done, named.length)
    if (isStopped()) return null
    if (subjectKeys.isDestroyed(subject)) continue
    if ((await blobs?.verify(subject, digest)) === null) scans += 1
    else lackingScans += 1
  }
  return { scans, lackingScans }
}
