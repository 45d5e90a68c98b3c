import { describe, expect, it } from 'vitest'
import type { SegmentAnswer } from '#shared/contracts/headquarters-api'
import { err, ok, type Result } from '#shared/kernel/result'
import { openSegment } from '#shared/ledger/exchange/segment'
import { readRun } from '#shared/ledger/exchange/run'
import { exchangeOnce } from '../../../../../electron/main/sync/exchange-once'
import type { ExchangeFinding } from '../../../../../electron/main/sync/exchange-findings'
import type { HeadquartersLink, LinkProblem } from '../../../../../electron/main/sync/headquarters-link'
import { ReceiptBook } from '../../../../../electron/main/sync/receipt-book'
import { fuse } from '../../../../simulation/fuse'
import { MemoryHeadquarters } from '../../../../simulation/memory-headquarters'
import { keyOfChain, MemoryLedger } from '../../../../simulation/memory-ledger'
import { toyCraft, toyKey } from '../../../../support/exchange/toy-craft'

const office = 'yunhe'
const founding = '1'.repeat(32)
const key = toyKey('headquarters')
const note = { facts: [{ type: 'case.noted@1', open: {} }], subject: 'request:1' }

type Sent = { readonly from: number; readonly segment: Uint8Array; answer(given: Answer): void }
type Answer = Result<SegmentAnswer, LinkProblem>

/** A desk with so many acts whose segments of two wait until the test answers them. */
function setUp(acts: number) {
  const roots = [{ chain: founding, publicKey: keyOfChain(founding).publicKey }]
  const now = () => Date.UTC(2026, 10, 26)
  const headquarters = new MemoryHeadquarters({ key, now, fuse: fuse(), bugs: new Set(), onTaken: () => {} })
  headquarters.enrol(office, roots)
  const ledger = new MemoryLedger(
    { office, roots, now, fuse: fuse(), bugs: new Set(), onCut: () => {}, nextChain: () => 'f'.repeat(32) },
    { ownChain: founding, chains: new Map() },
  )
  ledger.append(Array.from({ length: acts }, () => note))
  const sent: Sent[] = []
  const link: HeadquartersLink = {
    heads: async () => ok(headquarters.heads(office)),
    send: segment => new Promise(answer => sent.push({ from: firstOf(segment), segment, answer })),
    fetch: async (chain, after, limit) => ok(headquarters.acts(office, chain, { after, limit })),
  }
  const findings: ExchangeFinding[] = []
  const book = new ReceiptBook(
    { office, headquartersKey: key.publicKey },
    { load: () => [], save: () => undefined },
    toyCraft,
  )
  const pass = exchangeOnce({
    ...{ ledger, link, craft: toyCraft, book, actsPerRun: 2 },
    tell: finding => findings.push(finding),
  })
  const take = async ({ segment, answer }: Sent) => answer(ok(await headquarters.take(office, segment)))
  const next = async (): Promise<Sent> => {
    await settled()
    return sent.shift()!
  }
  return { headquarters, ledger, sent, findings, book, pass, take, next }
}

const settled = () => new Promise(resolve => setImmediate(resolve))

function firstOf(segment: Uint8Array): number {
  const opened = openSegment(segment, toyCraft)
  const run = opened.ok ? readRun(opened.value, toyCraft) : null
  return run?.ok ? run.value.acts[0].seq : 0
}

describe('segments that are under way at once', () => {
  it('are a few small ones, sent before the first is answered; each answer makes room for the next', async () => {
    const { sent, take, pass, findings, next } = setUp(20)
    await settled()
    expect(sent.map(({ from }) => from)).toEqual([1, 3, 5, 7, 9, 11, 13, 15])
    await take(await next())
    await settled()
    expect(sent.map(({ from }) => from)).toEqual([3, 5, 7, 9, 11, 13, 15, 17])
    for (let at = 0; at < 9; at++) await take(await next())
    expect(await pass).toEqual(ok(undefined))
    expect(findings.at(-1)).toEqual({ kind: 'went', chain: founding, from: 19, to: 20 })
  })

  it('that overtook the one before are a gap, and go again; nothing is told of it and nothing is missing', async () => {
    const { take, pass, findings, next, sent, headquarters } = setUp(4)
    const [first, second] = [await next(), await next()]
    await take(second)
    await take(first)
    const again = await next()
    expect([again.from, sent.length]).toEqual([3, 0])
    await take(again)
    expect(await pass).toEqual(ok(undefined))
    expect(findings.map(({ kind }) => kind)).toEqual(['went', 'went'])
    expect(headquarters.vector(office)).toMatchObject([{ seq: 4 }])
  })

  it('count by their receipts also where the answer to the first was lost', async () => {
    const { take, pass, book, next, headquarters, findings } = setUp(4)
    const [first, second] = [await next(), await next()]
    await headquarters.take(office, first.segment)
    first.answer(err({ kind: 'away' }))
    await take(second)
    expect(await pass).toEqual(err({ kind: 'away' }))
    expect(book.countedUpTo(founding)).toBe(4)
    expect(findings).toEqual([
      { kind: 'went', chain: founding, from: 1, to: 4 },
      { kind: 'noAnswer', why: 'away' },
    ])
  })

  it('count nothing where the first was lost, and the pass ends only when each has been answered', async () => {
    const { pass, book, next, take } = setUp(4)
    const [first, second] = [await next(), await next()]
    let hasEnded = false
    void pass.then(() => (hasEnded = true))
    first.answer(err({ kind: 'away' }))
    await settled()
    expect(hasEnded).toBe(false)
    await take(second) // a gap there
    expect(await pass).toEqual(err({ kind: 'away' }))
    expect(book.countedUpTo(founding)).toBe(0)
  })

  it('behind one that is refused are not looked at by themselves: the chain waits', async () => {
    const { pass, next, take, findings, sent } = setUp(6)
    const [first, ...behind] = [await next(), await next(), await next()]
    const head = { chain: founding, seq: 0, hash: '0'.repeat(64) }
    first.answer(ok({ kind: 'badSignature', seq: 2, head }))
    for (const one of behind) await take(one)
    expect(await pass).toEqual(ok(undefined))
    expect(findings).toEqual([{ kind: 'refusedThere', chain: founding, from: 1, why: 'badSignature' }])
    expect(sent).toEqual([])
  })

  it('that headquarters calls a gap for good end in its own head, not in sending for ever', async () => {
    const { pass, next, take, findings, sent } = setUp(4)
    const gap = (seq: number): Answer => ok({ kind: 'gap', head: { chain: founding, seq, hash: '0'.repeat(64) } })
    const [first, second] = [await next(), await next()]
    await take(first)
    second.answer(gap(2)) // sent ahead: it may have come too early
    const again = await next()
    again.answer(gap(2)) // it did not: this headquarters is not right in the head
    expect(await pass).toEqual(ok(undefined))
    expect([again.from, sent]).toEqual([3, []])
    expect(findings).toEqual([{ kind: 'went', chain: founding, from: 1, to: 2 }])
  })
})
