import { describe, expect, it } from 'vitest'
import { packSegment } from '#shared/ledger/exchange/segment'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { successionNote } from '#shared/ledger/exchange/chain-facts'
import { readReceipt } from '#shared/ledger/exchange/receipt'
import { chainWriter } from '../../../../support/exchange/chain-writer'
import { toyCraft, toyKey } from '../../../../support/exchange/toy-craft'
import { Crash, fuse } from '../../../../simulation/fuse'
import { MemoryHeadquarters } from '../../../../simulation/memory-headquarters'
import { keyOfChain } from '../../../../simulation/memory-ledger'

const chain = '1'.repeat(32)
const key = toyKey('headquarters')
const nowMs = Date.UTC(2026, 10, 26)

function setUp() {
  const dies = fuse()
  const headquarters = new MemoryHeadquarters({
    ...{ key, now: () => nowMs, fuse: dies, bugs: new Set<string>(), onTaken: () => {} },
  })
  for (const office of ['yunhe', 'qingshan'])
    headquarters.enrol(office, [{ chain, publicKey: keyOfChain(chain).publicKey }])
  const take = (acts: readonly SignedAct[], office = 'yunhe') => headquarters.take(office, packSegment(acts, toyCraft))
  const by = chainWriter({ office: 'yunhe', chain, key: keyOfChain(chain) })
  return { headquarters, take, by, dies }
}
const note = (type = 'case.noted@1') => ({ facts: [{ type, open: {} }], subject: 'request:1', ms: nowMs })

describe('headquarters takes a segment', () => {
  it('stores it, receipts its head, and the second time changes nothing', async () => {
    const { take, by, headquarters } = setUp()
    const acts = [by.write(note()), by.write(note())]
    const first = await take(acts)
    expect(first).toMatchObject({ kind: 'taken', added: 2, head: by.head, notes: [], clockAhead: null })
    const receipt = first.kind === 'taken' && readReceipt(first.receipt, key.publicKey, toyCraft)
    expect(receipt).toMatchObject({ office: 'yunhe', ...by.head })
    const before = headquarters.offices.get('yunhe')!.chains
    expect(await take(acts)).toMatchObject({ kind: 'taken', added: 0, head: by.head })
    expect(headquarters.offices.get('yunhe')!.chains).toBe(before)
  })

  it('takes what the original of a copied office goes on writing, and the chain in which the copy goes on', async () => {
    const { take, by, headquarters } = setUp()
    await take([by.write(note())])
    const { head: at } = by
    const next = '2'.repeat(32)
    const { publicKey } = keyOfChain(next)
    const proof = keyOfChain(chain).signNote(successionNote('yunhe', at, { chain: next, publicKey }))
    const opened = { type: 'chain.opened@1', open: { publicKey, suite: 1, previous: { ...at }, proof } }
    const left = { type: 'chain.retired@1', open: { chain, atSeq: at.seq, hash: at.hash, successor: next } }
    const copy = chainWriter({ office: 'yunhe', chain: next, key: keyOfChain(next) })
    const opening = copy.write({ subject: 'office', ms: nowMs, facts: [opened, left] })
    expect(await take([opening, copy.write(note())])).toMatchObject({ kind: 'taken', added: 2 })
    expect(await take([by.write(note()), by.write(note())])).toMatchObject({ kind: 'taken', added: 2, head: by.head })
    expect(await take([copy.write(note())])).toMatchObject({ kind: 'taken', added: 1, head: copy.head })
    const held = headquarters.offices.get('yunhe')!.chains
    expect([chain, next].map(one => held.get(one)!.length)).toEqual([3, 3])
  })

  it('stores what it cannot read or project, and says so', async () => {
    const { take, by } = setUp()
    const acts = [note('case.future@1'), note('case.poison@1'), { ...note(), v: 2 }, note()].map(wish => by.write(wish))
    expect(await take(acts)).toMatchObject({
      ...{ kind: 'taken', added: 4 },
      notes: [
        { seq: 1, kind: 'pending' },
        { seq: 2, kind: 'poison' },
        { seq: 3, kind: 'pending' },
      ],
    })
  })

  it('takes acts whose clock ran ahead, and says by how much', async () => {
    const { take, by } = setUp()
    const dayMs = 24 * 60 * 60 * 1_000
    const acts = [0, 3, 1, 2].map(days => by.write({ ...note(), ms: nowMs + days * dayMs }))
    expect(await take(acts)).toMatchObject({ kind: 'taken', clockAhead: { fromSeq: 2, toSeq: 4, byMs: 3 * dayMs } })
  })

  it('keeps the branch that it saw first, and the other apart', async () => {
    const { take, by, headquarters } = setUp()
    await take([by.write(note())])
    const copy = by.copy()
    await take([by.write(note())])
    const theirs = copy.write({ ...note(), actor: 'copy' })
    expect(await take([theirs])).toMatchObject({ kind: 'fork', seq: 2, head: by.head })
    const { quarantine, chains } = headquarters.offices.get('yunhe')!
    expect([...quarantine.values()]).toEqual(['fork'])
    expect(chains.get(chain)).toHaveLength(2)
  })

  it('answers a gap with its head, and another office as if it knew nothing', async () => {
    const { take, by } = setUp()
    const acts = [1, 2, 3].map(() => by.write(note()))
    await take(acts.slice(0, 1))
    expect(await take(acts.slice(2))).toMatchObject({ kind: 'gap', head: { seq: 1 } })
    expect(await take(acts, 'qingshan')).toEqual({ kind: 'wrongOffice' })
  })

  it('keeps apart what a revoked chain wrote after its revocation', async () => {
    const { take, by, headquarters } = setUp()
    await take([by.write(note())])
    const revoked = { type: 'chain.revoked@1', open: { chain, fromSeq: 3 } }
    await take([by.write({ facts: [revoked] })])
    expect(await take([by.write(note())])).toMatchObject({ kind: 'revoked', fromSeq: 3, head: { seq: 2 } })
    expect([...headquarters.offices.get('yunhe')!.quarantine.values()]).toEqual(['revoked'])
  })

  it('holds all of it or nothing, in whichever step it dies', async () => {
    for (let step = 0; ; step++) {
      const { take, by, headquarters, dies } = setUp()
      const acts = [by.write(note()), by.write(note())]
      dies.light(step)
      const died = await take(acts).then(
        () => false,
        (cause: unknown) => cause instanceof Crash,
      )
      const { chains, heads } = headquarters.offices.get('yunhe')!
      expect([chains.get(chain)?.length ?? 0, heads.get(chain)?.seq ?? 0]).toEqual(died ? [0, 0] : [2, 2])
      if (!died) return expect(step).toBe(6) // every port call and the commit was died in
    }
  })
})
