import fs from 'node:fs'
import path from 'node:path'
import { successionNote } from '#shared/ledger/exchange/chain-facts'
import type { ActBody } from '#shared/ledger/act'
import { officeSubject } from '#shared/ledger/subject'
import { copyActs } from './copy-acts'
import { hashOfBody } from './frame'
import { openJournal } from './journal'
import { openJournalDisk } from './journal-disk'
import type { Head, Ledger } from './ledger'
import { saidAgain, type SaidAgain } from './said-again'

export interface NewChain {
  readonly chain: string
  /** SPKI (DER), base64. */
  readonly publicKey: string
  sign(bytes: Uint8Array): Buffer
  /** By the key of the chain that is left. */
  prove(bytes: Uint8Array): Buffer
}

export interface RollOver {
  readonly ledger: Ledger
  /** Last act of the own chain that stands elsewhere too. */
  readonly at: Head
  readonly next: NewChain
  /** Key of the office's journals. */
  readonly key: Buffer
  /** Where the journal of the chain that is left is to lie among those of the others, up to `at`. */
  readonly othersFolder: string
  /** Of the own journals, a folder a chain. */
  readonly journalFolder: string
  readonly by: { readonly actor: string; readonly role: string }
  /** Where the office was found on another machine: what that one is called from now on. */
  readonly machine?: NewMachine | undefined
}

export interface NewMachine {
  readonly code: string
  readonly windowName: string
  /** Whether its clock may be believed; else the chain begins at the moment of the last act. */
  readonly isClockGood: boolean
}

/**
 * The own chain was found forked at `at`: somebody else holds other acts after it, or could, because the office was copied to
 * this machine and the original may go on (then nothing stands after `at`). Writes, durably, the journal of a new
 * chain whose one frame opens it, ends the old one, and says again every act that stood after `at`; and the old chain up to
 * `at` as one of another machine. Nothing counts before vault.json names the new chain: a crash leaves two folders that
 * nobody reads, and the next attempt writes anew. The old journal stays where it is, whole. Throws the disk's error.
 */
export function writeRollOver({ ledger, at, next, by, machine, ...folders }: RollOver): void {
  const { key, othersFolder, journalFolder } = folders
  const shared = path.join(othersFolder, at.chain)
  fs.rmSync(shared, { recursive: true, force: true }) // of an attempt that was interrupted: the own chain has none there
  copyActs(ledger, { chain: at.chain, upTo: at.seq, folder: shared, key })
  const seal = { key, chain: Buffer.from(next.chain, 'hex') }
  const disk = openJournalDisk(path.join(journalFolder, next.chain))
  const journal = openJournal({ disk, seal, witnesses: [], visit: () => undefined })
  const said = [opening({ ledger, at, next, by, machine }), ...ledger.signedAfter(at.chain, at.seq).flatMap(saidAgain)]
  try {
    journal.append(
      said.map(one => place => {
        const act: ActBody = { v: 1, office: ledger.office, chain: next.chain, ...place, ...one }
        const body = Buffer.from(JSON.stringify(act))
        const hash = hashOfBody(body)
        return { act, body, hash: hash.toString('hex'), signature: next.sign(hash) }
      }),
    )
  } finally {
    journal.close()
  }
}

type Opening = Pick<RollOver, 'ledger' | 'at' | 'next' | 'by' | 'machine'>

/** The first act: which chain this is, which one it goes on for, where that one ended, and the name of another machine. */
function opening({ ledger, at, next, by, machine }: Opening): SaidAgain {
  const { chain, publicKey } = next
  const note = successionNote(ledger.office, at, { chain, publicKey })
  const proof = next.prove(Buffer.from(note)).toString('base64')
  const previous = { chain: at.chain, seq: at.seq, hash: at.hash }
  const facts = [
    { type: 'chain.opened@1', open: { publicKey, suite: 1, previous, proof } },
    { type: 'chain.retired@1', open: { chain: at.chain, atSeq: at.seq, hash: at.hash, successor: chain } },
    ...(machine
      ? [{ type: 'workstation.enrolled@1', open: { code: machine.code, windowName: machine.windowName } }]
      : []),
  ]
  return { hlc: ledger.openingHlc(machine?.isClockGood ?? true), ...by, subject: officeSubject, facts }
}
