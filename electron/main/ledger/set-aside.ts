import fs from 'node:fs'
import path from 'node:path'
import { originOf } from '#shared/ledger/act'
import { dropCheckpoint } from './checkpoint'
import { copyActs } from './copy-acts'
import type { StoredAct } from './journal-scan'
import type { Head, Ledger } from './ledger'
import { halfMade, partedFolder } from './other-chains'
import { saidAgain, type SaidAgain } from './said-again'

export interface SetAside {
  readonly ledger: Ledger
  /** Last act of another chain that stands elsewhere too. */
  readonly at: Head
  /** Key of the office's journals. */
  readonly key: Buffer
  readonly othersFolder: string
  /** Of the own chain, where the checkpoint lies. */
  readonly ownFolder: string
  /** From this act on nothing of the chain counts; null where it is trusted. */
  readonly revokedFrom: number | null
}

/** The acts after `at` that nobody else may hold: those of which no other chain here says the origin. */
export function orphansOf({ ledger, at, revokedFrom }: Pick<SetAside, 'ledger' | 'at' | 'revokedFrom'>): SaidAgain[] {
  const counts = ({ act }: StoredAct): boolean => revokedFrom === null || act.seq < revokedFrom
  const isHeldElsewhere = ({ act, hash }: StoredAct): boolean =>
    ledger.actsOf(act.subject).some(other => other.chain !== at.chain && originOf(other) === (act.from ?? hash))
  return ledger
    .signedAfter(at.chain, at.seq)
    .filter(act => counts(act) && !isHeldElsewhere(act))
    .flatMap(saidAgain)
}

/**
 * Writes the journal of the chain up to `at` beside the one that is there. Nothing is changed yet but that the next start
 * reads everything whole. Throws the disk's error.
 */
export function prepareSetAside({ ledger, at, key, othersFolder, ownFolder }: SetAside): void {
  dropCheckpoint(ownFolder) // it says that the chain reaches further
  const half = halfMade(path.join(othersFolder, at.chain))
  fs.rmSync(half, { recursive: true, force: true })
  copyActs(ledger, { chain: at.chain, upTo: at.seq, folder: half, key })
}

/** Puts it in place of the one that was there, which goes, whole, to the parted branches. No journal may be open. */
export function finishSetAside({ at, othersFolder }: Pick<SetAside, 'at' | 'othersFolder'>): void {
  const parted = partedFolder(othersFolder)
  fs.mkdirSync(parted, { recursive: true, mode: 0o700 })
  const before = fs.readdirSync(parted).filter(name => name.startsWith(at.chain)).length
  const journal = path.join(othersFolder, at.chain)
  fs.renameSync(journal, path.join(parted, `${at.chain}.${before + 1}`))
  fs.renameSync(halfMade(journal), journal)
}
