import { generateKeyPairSync, sign } from 'node:crypto'
import type { ExchangeStatus } from '#shared/contracts/exchange-channels'
import type { Contact } from '#shared/contracts/headquarters-console'
import { err, ok, type Result } from '#shared/kernel/result'
import { exchangeShelves } from '../../../electron/main/sync/live/kept-files'
import { LiveExchange, type LiveLink } from '../../../electron/main/sync/live/live-exchange'
import { pinnedHeadquarters, type PinnedHeadquarters } from '../../../electron/main/sync/live/pinned-headquarters'
import type { Scans } from '../../../electron/main/sync/live/scan-carrying'
import type { BlobLink } from '../../../electron/main/sync/blob-link'
import type { LinkProblem } from '../../../electron/main/sync/headquarters-link'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import type { Workstation } from '../../../electron/main/workstation/workstation'
import { MemoryHeadquarters } from '../../simulation/memory-headquarters'
import { fuse } from '../../simulation/fuse'

/** Headquarters in memory with the real suite, and a line that a test cuts and counts. */
export function headquartersInMemory() {
  const pair = generateKeyPairSync('ed25519')
  const signed = (bytes: Buffer) => sign(null, bytes, pair.privateKey).toString('base64')
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const chain = 'c0'.repeat(16)
  const key = {
    publicKey,
    sign: (hash: string) => signed(Buffer.from(hash, 'hex')),
    signNote: (note: string) => signed(Buffer.from(note)),
  }
  const memory = new MemoryHeadquarters({
    ...{ key, craft: nodeCraft, now: Date.now, fuse: fuse(), bugs: new Set<string>(), onTaken: () => undefined },
  })
  const line = { problem: null as LinkProblem | null, calls: 0, contacts: [] as Contact[] }
  const linkOf = (office: string): LiveLink => {
    const call = async <T>(work: () => T | Promise<T>): Promise<Result<T, LinkProblem>> => {
      line.calls++
      return line.problem ? err(line.problem) : ok(await work())
    }
    return {
      heads: () => call(() => memory.heads(office)),
      send: segment => call(() => memory.take(office, segment)),
      fetch: (of, after, limit) => call(() => memory.acts(office, of, { after, limit })),
      contact: said => call(() => void line.contacts.push(said)),
    }
  }
  return { memory, chain, publicKey, key, line, linkOf }
}

export type InMemory = ReturnType<typeof headquartersInMemory>

/** The exchange of a real workstation whose pauses end only when the test says so. */
export function liveOn(
  open: (wiring: Pick<Workstation['options'], 'pinned' | 'onChange'>) => Workstation,
  folder: string,
  of: InMemory,
  scans?: Scans,
) {
  const box: { live?: LiveExchange; pinned?: PinnedHeadquarters } = {}
  const workstation = open({
    pinned: () => box.pinned?.current() ?? null,
    onChange: change => box.live?.hear(change),
  })
  const pinned = pinnedHeadquarters(workstation.options.vault)
  box.pinned = pinned
  const waits: { ms: number; end: () => void }[] = []
  const news: string[] = []
  const faults: unknown[] = []
  const clock = { now: Date.parse('2026-11-26T02:00:00Z') }
  const live = new LiveExchange({
    ...{ workstation, pinned, shelves: exchangeShelves(`${folder}/exchange`), program: '1.0.0' },
    // Whoever gives scans says himself what becomes of them.
    linkTo: () => ({ ...of.linkOf(workstation.ledger!.office), ...(scans ? { blobs: {} as BlobLink } : {}) }),
    ...(scans ? { scans } : {}),
    now: () => clock.now,
    random: () => 0.5,
    wait: (ms, signal) =>
      new Promise(resolve => {
        if (signal.aborted) return resolve()
        const wait = { ms, end: () => (waits.splice(waits.indexOf(wait), 1), resolve()) }
        waits.push(wait)
        signal.addEventListener('abort', () => (waits.includes(wait) ? wait.end() : undefined), { once: true })
      }),
    tell: what => news.push(what),
    onFault: cause => faults.push(cause),
  })
  box.live = live
  /** Until nothing happens any more but a pause. */
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 5; quiet++) {
      const before = JSON.stringify([of.line.calls, waits.length, news.length])
      await new Promise(resolve => setImmediate(resolve))
      if (JSON.stringify([of.line.calls, waits.length, news.length]) !== before) quiet = -1
    }
  }
  /** Ends every pause that runs now. */
  const goOn = async (): Promise<void> => {
    for (const wait of [...waits]) wait.end()
    await settle()
  }
  const enrol = (address: string | null = 'https://hq.test'): void => {
    const { office, ownChain, keyOf } = workstation.exchangeWith(nodeCraft)!
    of.memory.enrol(office, [
      { chain: ownChain, publicKey: keyOf(ownChain)!.publicKey },
      { chain: of.chain, publicKey: of.publicKey },
    ])
    pinned.keep({ chain: of.chain, publicKey: of.publicKey, address, enrolledAt: clock.now })
    live.begin()
  }
  const status = (): Omit<ExchangeStatus, 'unconfirmed'> => live.status()
  return { workstation, pinned, live, waits, news, faults, clock, settle, goOn, enrol, status }
}
