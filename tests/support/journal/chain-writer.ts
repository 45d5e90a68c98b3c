import fs from 'node:fs'
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { noPreviousHash, type ActBody, type PlainFact, type SealedFact } from '#shared/ledger/act'
import { nextHlc, type Hlc } from '#shared/ledger/hybrid-clock'
import { hashOfBody, type SignedBody } from '../../../electron/main/ledger/frame'
import { openJournalDisk } from '../../../electron/main/ledger/journal-disk'
import type { ProposedAct } from '../../../electron/main/ledger/make-acts'
import { openMirror } from '../../../electron/main/ledger/mirror'
import type { OtherChains } from '../../../electron/main/ledger/other-chains'
import { markingSealer, testSeal } from './test-ledger'

/** Another machine of the office, as far as its acts: signs them as it would, and keeps none. */
export class ChainWriter {
  seq = 0
  hash = noPreviousHash
  hlc: Hlc | null = null
  readonly key: KeyObject
  /** SPKI (DER), base64. */
  readonly publicKey: string

  constructor(
    readonly chain: string,
    readonly office = 'office-of-the-tests',
    public now = Date.UTC(2026, 2, 2),
  ) {
    const pair = generateKeyPairSync('ed25519')
    this.key = pair.privateKey
    this.publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  }

  write({ actor, role, subject, facts }: ProposedAct, more: Partial<ActBody> = {}): SignedBody {
    this.hlc = nextHlc(this.hlc, this.now)
    const sealed = facts.map(({ personal, ...clear }: PlainFact): SealedFact =>
      personal === undefined ? clear : { ...clear, personal: markingSealer.seal(subject, clear.type, personal) },
    )
    const { chain, office, hash: prev } = this
    const placed = { v: 1, office, chain, seq: ++this.seq, prev, hlc: this.hlc } as const
    const body = Buffer.from(JSON.stringify({ ...placed, actor, role, subject, facts: sealed, ...more }))
    const hash = hashOfBody(body)
    this.hash = hash.toString('hex')
    return { body, signature: sign(null, hash, this.key) }
  }

  /** The same machine once more, from here on: a clone of its disk. */
  clone(): ChainWriter {
    return Object.assign(new ChainWriter(this.chain, this.office), this)
  }
}

export const chainId = (n: number): string => String(n).padStart(32, 'c')

/** Other chains below `folder`, with the journal key of the tests. */
export const testChains = (folder: string, mirrorFolder?: string): OtherChains => ({
  list: () => (fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []),
  disk: chain => openJournalDisk(`${folder}/${chain}`),
  mirror: chain =>
    mirrorFolder === undefined
      ? null
      : openMirror({
          ...{ from: `${folder}/${chain}`, mirrorFolder, below: ['chains'] },
          seal: { key: testSeal.key, chain: Buffer.from(chain, 'hex') },
        }),
  parted: () => [],
})
