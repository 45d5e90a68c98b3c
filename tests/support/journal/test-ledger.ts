import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import type { Problem } from '#shared/contracts/problems'
import type { Witness } from '#shared/contracts/desk-channels'
import { Ledger } from '../../../electron/main/ledger/ledger'
import type { Authority } from '../../../electron/main/ledger/ledger-options'
import type { ProposedAct } from '../../../electron/main/ledger/make-acts'
import type { PersonalSealer } from '../../../electron/main/ledger/personal-parts'
import type { Checkpoint } from '../../../electron/main/ledger/checkpoint'
import { openJournalDisk, type JournalDisk } from '../../../electron/main/ledger/journal-disk'
import type { JournalSeal } from '../../../electron/main/ledger/frame'
import type { Mirror } from '../../../electron/main/ledger/mirror'
import type { OtherChains } from '../../../electron/main/ledger/other-chains'

export const testSeal: JournalSeal = {
  key: createHash('sha256').update('journal key of the tests').digest(),
  chain: Buffer.from('00112233445566778899aabbccddeeff', 'hex'),
}

export const permissive: Authority = {
  observe: () => undefined,
  judge: () => null,
  reset: () => undefined,
  kept: () => null,
  restore: () => undefined,
}

/** Marks what was sealed instead of sealing it: the vault's own tests cover the cipher. */
export const markingSealer: PersonalSealer = {
  ensureKey: () => undefined,
  seal: (_subject, _type, value) => Buffer.from(JSON.stringify(value)).toString('base64'),
  open: (_subject, _type, sealed) => JSON.parse(Buffer.from(sealed, 'base64').toString()),
}

const { privateKey } = generateKeyPairSync('ed25519')

export interface TestLedgerOptions {
  readonly folder: string
  readonly disk?: (disk: JournalDisk) => JournalDisk
  readonly witnesses?: readonly Witness[]
  readonly authority?: Authority
  readonly checkpoint?: Checkpoint | null
  readonly now?: () => number
  readonly holdBack?: (lastActAt: number | null) => Problem | null
  readonly noRoom?: () => Problem | null
  readonly others?: OtherChains
  readonly mirror?: Mirror
}

/** A real ledger on a real folder; only the vault's keys are fixed. */
export function openTestLedger(options: TestLedgerOptions): Ledger {
  const disk = openJournalDisk(options.folder)
  return openLedgerOn(options.disk ? options.disk(disk) : disk, options)
}

export function openLedgerOn(disk: JournalDisk, options: Omit<TestLedgerOptions, 'folder' | 'disk'> = {}): Ledger {
  return new Ledger(
    {
      disk,
      seal: testSeal,
      office: 'office-of-the-tests',
      sign: hash => sign(null, hash, privateKey),
      sealer: markingSealer,
      authority: options.authority ?? permissive,
      checkpoint: options.checkpoint ?? null,
      now: options.now ?? (() => Date.UTC(2026, 2, 2)),
      holdBack: options.holdBack ?? (() => null),
      ...(options.noRoom ? { noRoom: options.noRoom } : {}),
      ...(options.others ? { others: options.others } : {}),
      ...(options.mirror ? { mirror: options.mirror } : {}),
    },
    options.witnesses ?? [],
  )
}

export const anAct = (subject = 'request:0001', note = 'a fact'): ProposedAct => ({
  actor: 'person-1',
  role: 'clerk',
  subject,
  facts: [{ type: 'test.noted@1', open: { note }, personal: { name: '张三' } }],
})
