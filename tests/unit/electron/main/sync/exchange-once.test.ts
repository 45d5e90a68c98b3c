import { describe, expect, it } from 'vitest'
import { err, ok } from '#shared/kernel/result'
import type { Receipt } from '#shared/ledger/exchange/receipt'
import { exchangeOnce } from '../../../../../electron/main/sync/exchange-once'
import type { ExchangeFinding } from '../../../../../electron/main/sync/exchange-findings'
import type { HeadquartersLink } from '../../../../../electron/main/sync/headquarters-link'
import { ReceiptBook } from '../../../../../electron/main/sync/receipt-book'
import { toyCraft, toyKey } from '../../../../support/exchange/toy-craft'
import { fuse } from '../../../../simulation/fuse'
import { MemoryHeadquarters } from '../../../../simulation/memory-headquarters'
import { keyOfChain, MemoryLedger, type MachineDisk } from '../../../../simulation/memory-ledger'

const office = 'yunhe'
const [founding, second, third] = ['1', '2', '3'].map(n => n.repeat(32)) as [string, string, string]
const key = toyKey('headquarters')
const note = { facts: [{ type: 'case.noted@1', open: {} }], subject: 'request:1' }

function setUp() {
  const roots = [{ chain: founding, publicKey: keyOfChain(founding).publicKey }]
  let now = Date.UTC(2026, 10, 26)
  const headquarters = new MemoryHeadquarters({
    ...{ key, now: () => (now += 1_000), fuse: fuse(), bugs: new Set<string>(), onTaken: () => {} },
  })
  headquarters.enrol(office, roots)
  let chains = 0
  const machine = (disk: MachineDisk) =>
    new MemoryLedger(
      {
        ...{ office, roots, now: () => now, fuse: fuse(), bugs: new Set<string>(), onCut: () => {} },
        nextChain: () => String(++chains).padStart(32, 'a'),
      },
      disk,
    )
  const link: HeadquartersLink = {
    heads: async () => ok(headquarters.heads(office)),
    send: async segment => ok(await headquarters.take(office, segment)),
    fetch: async (chain, after, limit) => ok(headquarters.acts(office, chain, { after, limit })),
  }
  const run = async (ledger: MemoryLedger, by: HeadquartersLink = link, kept: readonly Receipt[] = []) => {
    const findings: ExchangeFinding[] = []
    let saved: readonly Receipt[] = []
    const shelf = { load: () => kept, save: (receipts: readonly Receipt[]) => void (saved = receipts) }
    const book = new ReceiptBook({ office, headquartersKey: key.publicKey }, shelf, toyCraft)
    const done = await exchangeOnce({
      ...{ ledger, link: by, craft: toyCraft, book, actsPerRun: 4 },
      tell: finding => findings.push(finding),
    })
    return { done, findings, saved, book }
  }
  return { headquarters, machine, link, run }
}

describe('an exchange with headquarters', () => {
  it('sends what is missing there in runs, fetches what is missing here, and a second time does nothing', async () => {
    const { machine, run, headquarters } = setUp()
    const here = machine({ ownChain: founding, chains: new Map() })
    here.append(Array.from({ length: 10 }, () => note))
    const first = await run(here)
    expect(first.findings).toEqual([
      { kind: 'went', chain: founding, from: 1, to: 4 },
      { kind: 'went', chain: founding, from: 5, to: 10 }, // two runs that were there at once, receipted together
    ])
    expect(first.book.countedUpTo(founding)).toBe(10)
    expect((await run(here)).findings).toEqual([])
    const other = machine({ ownChain: second, chains: new Map() })
    expect((await run(other)).findings.filter(({ kind }) => kind === 'came')).toHaveLength(3)
    expect(other.heads()).toEqual(headquarters.vector(office))
  })

  it('sends a chain that is not admitted again once the act that admits it went', async () => {
    const { machine, run, headquarters } = setUp()
    const here = machine({ ownChain: second, chains: new Map() })
    here.append([note])
    const alone = await run(here)
    expect(alone.findings).toEqual([{ kind: 'refusedThere', chain: second, from: 1, why: 'unknownChain' }])
    const open = { chain: second, publicKey: keyOfChain(second).publicKey, suite: 1, workstation: 'B', windowName: '2' }
    const founder = machine({ ownChain: founding, chains: new Map() })
    founder.append([note, { facts: [{ type: 'chain.admitted@1', open }] }])
    here.take(founding, founder.read(founding, 0, 10)) // by a stick
    const both = await run(here)
    expect(both.findings.map(({ kind }) => kind)).toEqual(['went', 'went']) // nothing is left that anybody needs to look at
    expect(headquarters.vector(office).map(({ chain, seq }) => [chain, seq])).toEqual([
      [founding, 2],
      [second, 1],
    ])
  })

  it('opens a new chain where this machine was put back, and says again what it wrote since', async () => {
    const { machine, run, headquarters } = setUp()
    const here = machine({ ownChain: founding, chains: new Map() })
    here.append([note, note, note])
    const backup = here.disk
    here.append([note, note])
    await run(here)
    const restored = machine(backup)
    const [orphan] = restored.append([{ ...note, actor: 'somebody' }])
    const { findings } = await run(restored)
    expect(findings[0]).toMatchObject({ kind: 'rolledOver', chain: founding, at: 3 })
    expect(restored.heads().find(({ chain }) => chain === founding)).toMatchObject({ seq: 5 })
    expect(restored.read(restored.ownChain, 1, 10).map(({ body }) => JSON.parse(body))).toMatchObject([
      { from: orphan!.hash, actor: 'somebody', seq: 2 },
    ])
    expect(headquarters.vector(office)).toHaveLength(2)
  })

  it('changes nothing where headquarters only says that the chain parted', async () => {
    const { machine, run, link } = setUp()
    const here = machine({ ownChain: founding, chains: new Map() })
    here.append([note, note])
    await run(here)
    const forger = machine({ ownChain: third, chains: new Map() })
    forger.append([note, note])
    const before = here.disk
    const forged: HeadquartersLink = {
      ...link,
      send: async () =>
        ok({
          kind: 'fork',
          seq: 2,
          ours: 'a'.repeat(64),
          theirs: 'b'.repeat(64),
          head: { chain: founding, seq: 3, hash: 'a'.repeat(64) },
        }),
      fetch: async () =>
        ok(
          toyCraft.pack(
            forger
              .read(third, 0, 1)
              .map(({ body, signature }) => `${signature} ${body}\n`)
              .join(''),
          ),
        ),
    }
    here.append([note])
    const { findings } = await run(here, forged)
    expect(findings).toEqual([{ kind: 'partingNotShown', chain: founding, seq: 3 }])
    expect(here.ownChain).toBe(founding)
    expect(here.disk.chains.get(founding)).toHaveLength(before.chains.get(founding)!.length + 1)
  })

  it('tells that headquarters was put back, and sends what it lost', async () => {
    const { machine, run, headquarters } = setUp()
    const here = machine({ ownChain: founding, chains: new Map() })
    here.append([note])
    await run(here)
    const backup = headquarters.offices.get(office)!
    here.append([note, note])
    const { saved } = await run(here)
    headquarters.offices.set(office, backup)
    const again = await run(here, undefined, saved)
    expect(again.findings).toEqual([
      { kind: 'headquartersWentBack', chain: founding, from: 3, to: 1 },
      { kind: 'went', chain: founding, from: 2, to: 3 },
    ])
    expect(again.book.outlived).toEqual([]) // it has signed for all of it again
    expect(again.saved).toHaveLength(1)
  })

  it('keeps what headquarters had signed for before it was put back, until it has signed for that again', async () => {
    const { machine, run, headquarters, link } = setUp()
    const here = machine({ ownChain: founding, chains: new Map() })
    here.append([note])
    await run(here)
    const backup = headquarters.offices.get(office)!
    here.append([note, note])
    const { saved: whole } = await run(here)
    headquarters.offices.set(office, backup)
    const mute: HeadquartersLink = { ...link, send: async () => err({ kind: 'away' }) }
    const cut = await run(here, mute, whole)
    expect(cut.findings[0]).toEqual({ kind: 'headquartersWentBack', chain: founding, from: 3, to: 1 })
    expect(cut.book.outlived.map(({ before }) => before)).toEqual(whole)
    expect(cut.book.countedUpTo(founding)).toBe(1) // what it lost is there no more
    const later = await run(here, mute, cut.saved) // as after a start, without the line
    expect(later.findings).toEqual([{ kind: 'noAnswer', why: 'away' }]) // said once
    expect(later.book.outlived.map(({ before, now }) => [before, now.note.includes(' 1 ')])).toEqual([[whole[0], true]])
    const level = await run(here, link, later.saved)
    expect([level.book.outlived, level.book.countedUpTo(founding)]).toEqual([[], 3])
  })

  it('takes no receipt that headquarters did not sign', async () => {
    const { machine, run, link } = setUp()
    const here = machine({ ownChain: founding, chains: new Map() })
    here.append([note])
    await run(here)
    const heads = await link.heads()
    const forged = heads.ok
      ? heads.value.map(receipt => ({ ...receipt, note: receipt.note.replace(' 1 ', ' 9 ') }))
      : []
    const { findings } = await run(here, { ...link, heads: async () => ok(forged) })
    expect(findings[0]).toEqual({ kind: 'receiptNotSigned' })
  })

  it('says that nobody is there, and keeps everything for the next time', async () => {
    const { machine, run, link } = setUp()
    const here = machine({ ownChain: founding, chains: new Map() })
    here.append([note])
    const { done, findings } = await run(here, { ...link, send: async () => err({ kind: 'away' }) })
    expect(done).toEqual({ ok: false, problem: { kind: 'away' } })
    expect(findings).toEqual([{ kind: 'noAnswer', why: 'away' }])
    expect((await run(here)).findings).toEqual([{ kind: 'went', chain: founding, from: 1, to: 1 }])
  })
})
