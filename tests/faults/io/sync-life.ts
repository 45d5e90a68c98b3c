import { generateKeyPairSync, sign } from 'node:crypto'
import { exchangeOnce } from '../../../electron/main/sync/exchange-once'
import type { HeadquartersLink } from '../../../electron/main/sync/headquarters-link'
import { lastingLedger } from '../../../electron/main/sync/lasting-ledger'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { ReceiptBook } from '../../../electron/main/sync/receipt-book'
import type { Workstation } from '../../../electron/main/workstation/workstation'
import { packSegment } from '#shared/ledger/exchange/segment'
import { ok } from '#shared/kernel/result'
import { fuse } from '../../simulation/fuse'
import { MemoryHeadquarters } from '../../simulation/memory-headquarters'
import { valueOf } from '../../support/workstation/test-workstation'
import { clerkSteps, copyOf, openedOrNot, signedIn, type DeskTemplate } from './desk-on-disk'
import type { Life } from './fail-every-operation'

interface Exchanged {
  headquarters: Headquarters | null
}

/**
 * A desk with a registration of its own exchanges with a headquarters that holds another machine's visit, while its disk fails.
 * `planted`: a machine that takes nothing of what comes and says it did.
 */
export const syncLife = (template: DeskTemplate, planted = false): Life<Exchanged> => {
  const subjects = new Map<string, string>()
  return {
    name: 'sync',
    prepare: async folder => {
      copyOf(template, folder)
      const desk = await signedIn(folder)
      const steps = clerkSteps(desk)
      for (const step of steps) valueOf(desk.ledger!.append([step]))
      subjects.set(folder, steps[0]!.subject)
      desk.lock()
    },
    begin: () => ({ headquarters: null }),
    live: async (folder, told) => {
      const desk = await openedOrNot(folder)
      if (!desk) return
      told.headquarters = await headquartersOf(desk, template)
      await exchange(desk, told.headquarters)
      desk.lock()
    },
    check: async (folder, told) => {
      const desk = await signedIn(folder)
      const headquarters = told.headquarters ?? (await headquartersOf(desk, template))
      const done = planted ? ok(undefined) : await exchange(desk, headquarters)
      const wrong = done.ok ? [] : [`not level afterwards: ${JSON.stringify(done.problem)}`]
      const here = desk.exchangeWith(nodeCraft)!.heads()
      const there = headquarters.memory.vector(headquarters.office)
      if (inWords(here) !== inWords(there)) wrong.push(`here ${inWords(here)}, there ${inWords(there)}`)
      const own = desk.ledger!.actsOf(subjects.get(folder)!).length
      const others = desk.ledger!.actsOf(template.otherSubject).length
      if (own !== 6 || others !== 13) wrong.push(`${own} own acts instead of 6, ${others} of the other's instead of 13`)
      if (desk.ledger!.readOnly) wrong.push(`for reading only: ${JSON.stringify(desk.ledger!.readOnly)}`)
      subjects.delete(folder)
      desk.lock()
      return wrong
    },
  }
}

const inWords = (heads: readonly { chain: string; seq: number; hash: string }[]): string =>
  heads
    .map(({ chain, seq, hash }) => `${chain.slice(0, 6)} ${seq} ${hash.slice(0, 8)}`)
    .sort()
    .join(', ')

export interface Headquarters {
  readonly memory: MemoryHeadquarters
  readonly office: string
  readonly publicKey: string
}

/** In memory, with the real suite; the desk's first acts and the other machine's visit lie there. */
export async function headquartersOf(desk: Workstation, { other }: DeskTemplate): Promise<Headquarters> {
  const pair = generateKeyPairSync('ed25519')
  const signed = (bytes: Buffer): string => sign(null, bytes, pair.privateKey).toString('base64')
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const memory = new MemoryHeadquarters({
    key: {
      publicKey,
      sign: (hash: string) => signed(Buffer.from(hash, 'hex')),
      signNote: (note: string) => signed(Buffer.from(note)),
    },
    ...{ craft: nodeCraft, now: Date.now, fuse: fuse(), bugs: new Set<string>(), onTaken: () => undefined },
  })
  const { office, ownChain, keyOf, read } = desk.exchangeWith(nodeCraft)!
  memory.enrol(office, [{ chain: ownChain, publicKey: keyOf(ownChain)!.publicKey }])
  const own = read(ownChain, 0, 100)
  const admitting = own.findIndex(({ body }) => body.includes('"chain.admitted@1"'))
  await memory.take(office, packSegment(own.slice(0, admitting + 1), nodeCraft))
  const taken = await memory.take(office, packSegment(other.acts, nodeCraft))
  if (taken.kind !== 'taken') throw new Error(`the other machine's visit: ${taken.kind}`)
  return { memory, office, publicKey }
}

async function exchange(desk: Workstation, { memory, office, publicKey }: Headquarters) {
  const link: HeadquartersLink = {
    heads: async () => ok(memory.heads(office)),
    send: async segment => ok(await memory.take(office, segment)),
    fetch: async (chain, after, limit) => ok(memory.acts(office, chain, { after, limit })),
  }
  const shelf = { load: () => [], save: () => undefined }
  const book = new ReceiptBook({ office, headquartersKey: publicKey }, shelf, nodeCraft)
  const ledger = lastingLedger(office, () => desk.exchangeWith(nodeCraft))
  return exchangeOnce({ ledger, link, craft: nodeCraft, book, actsPerRun: 5, tell: () => undefined })
}
