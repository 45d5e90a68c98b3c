import path from 'node:path'
import type { Witness } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { officeAuthority, type OfficeAuthority } from '../authority/office-authority'
import type { OfficeClock } from '../clock/office-clock'
import { orClosed } from '../files/or-closed'
import { openBlobDisk } from '../ledger/blob-disk'
import { blobIndex, type BlobIndex } from '../ledger/blob-index'
import { carriedBlobs, type CarriedBlobs } from '../ledger/carried-blobs'
import { openBlobMirror, type BlobMirror } from '../ledger/blob-mirror'
import { Blobs } from '../ledger/blobs'
import { openJournalDisk } from '../ledger/journal-disk'
import { Ledger } from '../ledger/ledger'
import { leftoverBlobs, type LeftoverBlobs } from '../ledger/leftover-blobs'
import { openMirror } from '../ledger/mirror'
import { otherChains, otherChainsFolder } from '../ledger/other-chains'
import { attemptWrite } from '../vault/attempt-write'
import type { OpenKeys } from '../vault/open-keys'
import { createPersonalSealer } from '../vault/personal-sealer'
import type { Vault } from '../vault/vault'
import { diskProblem } from './disk-space'
import type { JournalCare } from './journal-care'

/** What exists while somebody is signed in. */
export interface OpenDesk {
  readonly keys: OpenKeys
  readonly ledger: Ledger
  readonly blobs: Blobs
  readonly blobIndex: BlobIndex
  readonly blobMirror: BlobMirror | null
  /** The same files, unopened, for the exchange. */
  readonly carried: CarriedBlobs
  /** Files that no act named when somebody signed in, and that nobody counted on since. */
  readonly leftovers: LeftoverBlobs
  readonly authority: OfficeAuthority
}

/** Where a desk lies and what it stands on. */
export interface DeskPlace {
  /** Folder of everything that must outlive the program; outside the Chromium profile. */
  readonly folder: string
  readonly mirrorFolder?: string
  readonly vault: Vault
  readonly clock: OfficeClock
  readonly freeBytes: () => number
  /** Left out, every journal is read whole before the first screen. */
  readonly journalCare?: JournalCare
}

/** Opens the journals and the scans of the office with the keys of whoever signed in. `keys` stay the vault's to zero. */
export function openDesk(
  place: DeskPlace,
  { keys, witnesses }: { readonly keys: OpenKeys; readonly witnesses: readonly Witness[] },
): OpenDesk {
  const authority = officeAuthority(() => place.clock.today())
  const named = blobIndex()
  const ledger = openLedger(place, { keys, witnesses, authority, named })
  const scans = orClosed(
    () => ledger.close(),
    () => openBlobs(place, keys),
  )
  return { keys, ledger, ...scans, blobIndex: named, authority }
}

interface LedgerParts {
  readonly keys: OpenKeys
  readonly witnesses: readonly Witness[]
  readonly authority: OfficeAuthority
  readonly named: BlobIndex
}

function openLedger(place: DeskPlace, { keys, witnesses, authority, named }: LedgerParts): Ledger {
  const { folder, mirrorFolder, vault, clock, journalCare } = place
  const seal = { key: keys.journal, chain: Buffer.from(keys.chain, 'hex') }
  const journal = path.join(folder, 'journal', keys.chain)
  return new Ledger(
    {
      disk: openJournalDisk(journal),
      seal,
      office: keys.officeId,
      sign: hash => keys.sign(hash),
      sealer: createPersonalSealer(vault.subjectKeys),
      authority,
      onlooker: named,
      now: () => clock.now(),
      holdBack: trustedAt => noRoom(place) ?? clock.doubt(trustedAt),
      noRoom: () => noRoom(place),
      ...(mirrorFolder ? { mirror: openMirror({ from: journal, mirrorFolder, seal }) } : {}),
      others: otherChains({ ...journalFolders(folder), mirrorFolder, key: keys.journal }),
      checkpoint: journalCare?.checkpoint(keys) ?? null,
    },
    witnesses,
  )
}

/** Scans lie where this machine's first chain put them. */
function openBlobs(
  { folder, mirrorFolder, vault }: DeskPlace,
  { chain, formerChains: [first = chain] }: OpenKeys,
): Pick<OpenDesk, 'blobs' | 'blobMirror' | 'carried' | 'leftovers'> {
  const blobFolder = path.join(folder, 'blobs', first)
  const leftovers = leftoverBlobs()
  return {
    blobs: new Blobs({ disk: leftovers.sparing(openBlobDisk(blobFolder)), keys: vault.subjectKeys }),
    carried: carriedBlobs(blobFolder, file => leftovers.spare(file)),
    leftovers,
    blobMirror: mirrorFolder ? openBlobMirror({ from: blobFolder, mirrorFolder }) : null,
  }
}

export function closeDesk(desk: OpenDesk): void {
  desk.blobMirror?.stop()
  desk.blobs.close()
  desk.ledger.close()
}

/** At the sign-in, before anything is asked of the desk: a file that comes later waits for the act that names it. */
export function listLeftovers({ blobs, blobIndex: named, leftovers }: OpenDesk): void {
  attemptWrite(() => leftovers.begin(blobs.list().filter(file => !named.isNamed(file))))
}

/** Only a whole journal knows which files nobody was told of: in one that lost its end, they are what is left. */
export function sweepBlobs({ ledger, blobs, blobIndex: named, blobMirror, leftovers }: OpenDesk): void {
  const isKept = (file: string) => !leftovers.has(file) || named.isNamed(file)
  // What the disk does not let go of now goes at another start.
  if (!ledger.readOnly && ledger.head.seq > 0) attemptWrite(() => blobs.sweep(isKept))
  blobMirror?.follow()
}

/** Whoever has left the office is not let in, however right the password. */
export function admit({ authority, keys }: OpenDesk): Result<void, Problem> {
  const hasLeft = authority.isKnown(keys.personId) && authority.postsOf(keys.personId).length === 0
  return hasLeft ? err({ kind: 'personLeft' }) : ok(undefined)
}

export const noRoom = ({ freeBytes }: Pick<DeskPlace, 'freeBytes'>): Problem | null => diskProblem(freeBytes())

/** Of the other chains, and of those that this machine writes. */
export const journalFolders = (folder: string) => ({
  folder: otherChainsFolder(folder),
  ownFolder: path.join(folder, 'journal'),
})
