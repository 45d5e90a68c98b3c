import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBearable } from '#shared/contracts/facts'
import type { ActBody, Json } from '#shared/ledger/act'
import { officeAuthority } from '../../../../../electron/main/authority/office-authority'
import { blobIndex } from '../../../../../electron/main/ledger/blob-index'
import { LedgerIndex } from '../../../../../electron/main/ledger/ledger-index'
import { rightFact } from '../../../../support/hostile/hostile-facts'
import { chainId } from '../../../../support/journal/chain-writer'

const chains = [1, 2, 3].map(chainId)
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Of another machine only what has the shape of its type is folded. */
const whole = (type: string, open: Json): Json =>
  isBearable({ type, open }) ? open : ({ ...(rightFact(type as never).open as object), ...(open as object) } as Json)

/** Acts of one chain, a minute apart; the chains' minutes interleave, and some coincide. */
function chainOf(n: number, what: readonly (readonly [subject: string, type: string, open: Json])[]): ActBody[] {
  return what.map(([subject, type, open], at) => ({
    ...{
      v: 1,
      office: 'o',
      chain: chains[n]!,
      seq: at + 1,
      prev: '0'.repeat(64),
      actor: id(1),
      role: 'clerk',
      subject,
    },
    hlc: `${String(1_790_000_000_000 + (at * 2 + (n % 2)) * 60_000).padStart(15, '0')}-0000`,
    facts: [{ type, open: whole(type, open) }],
  }))
}

const request = (n: number) => `request:${id(n)}`
const person = `person:${id(1)}`
const digest = 'a'.repeat(64)
const letter = (serial: number): Json => ({ draftNo: 1, letterNo: `云公开〔2026〕${serial}号`, issuedOn: '2026-03-02' })

const acts: readonly ActBody[][] = [
  chainOf(0, [
    ['office', 'office.established@1', { name: '云溪', placeCode: 'YX' }],
    [person, 'person.added@1', { posts: ['clerk', 'administrator'] }],
    [request(1), 'request.registered@1', { requestNo: 'YX-A-2026-0001' }],
    [request(1), 'scan.added@1', { digest }],
    [person, 'person.postsChanged@1', { posts: ['reviewer'] }],
    [request(1), 'reply.issued@1', letter(1)],
  ]),
  chainOf(1, [
    ['office', 'chain.opened@1', { publicKey: 'key of b', suite: 1 }],
    [request(2), 'request.registered@1', { requestNo: 'YX-B-2026-0001' }],
    [person, 'person.postsChanged@1', { posts: ['head'] }],
    [request(1), 'scan.withdrawn@1', { digest }],
    [request(2), 'reply.issued@1', letter(1)], // both machines drew the same number
    [`document:${id(4)}`, 'document.catalogued@1', { indexNo: 'YX-2026-1' }],
    [`standardList:${id(6)}`, 'standardList.saved@1', { kindOfBody: '县级' }],
  ]),
  chainOf(2, [
    ['office', 'chain.admitted@1', { chain: chains[1]!, publicKey: 'key of b', suite: 1 }],
    [request(1), 'scan.added@1', { digest }],
    ['office', 'number.voided@1', { series: 'letter', number: '云公开〔2026〕2号', reason: '打坏' }],
    [request(3), 'reply.issued@1', letter(2)],
    [`document:${id(5)}`, 'document.catalogued@1', { indexNo: 'YX-2026-1' }],
    ['office', 'chain.revoked@1', { chain: chains[1]!, fromSeq: 7 }],
    [`standardList:${id(6)}`, 'standardList.saved@1', { kindOfBody: '乡镇' }],
  ]),
]

function observed(order: readonly ActBody[]) {
  const authority = officeAuthority(() => '2026-03-02')
  const blobs = blobIndex()
  const index = new LedgerIndex(chains[0]!, [authority, blobs])
  for (const act of order) index.observe(act)
  return { authority, blobs, index }
}

/** Of each chain in its order, and the chains in any. */
const arrivals = fc
  .shuffledSubarray(
    acts.flatMap((own, n) => own.map(() => n)),
    { minLength: 20, maxLength: 20 },
  )
  .map(turns => {
    const next = acts.map(own => own.values())
    return turns.map(n => next[n]!.next().value!)
  })

test('whatever order the acts of three machines come in, the same is concluded, to the last byte', () => {
  const inOrder = observed(acts.flat()).index.kept()
  fc.assert(
    fc.property(arrivals, order => {
      const { authority, blobs, index } = observed(order)
      const kept = index.kept()
      expect(kept.text).toBe(inOrder.text)
      expect(kept.seqs).toEqual(inOrder.seqs)
      expect(authority.postsOf(id(1))).toEqual(['reviewer']) // the last by the ledger's order
      expect(blobs.isWithdrawn(request(1), digest)).toBe(true)
      expect(authority.findings()).toEqual([
        { kind: 'numberUsedTwice', series: 'letter', number: '云公开〔2026〕1号', subjects: [request(1), request(2)] },
        { kind: 'numberUsedTwice', series: 'letter', number: '云公开〔2026〕2号', subjects: ['office', request(3)] },
        {
          ...{ kind: 'numberUsedTwice', series: 'index', number: 'YX-2026-1' },
          subjects: [`document:${id(4)}`, `document:${id(5)}`],
        },
      ])
    }),
    { numRuns: 200 },
  )
})

test('what was kept comes back as it was, and goes on as if the acts had been observed', () => {
  const whole = observed(acts.flat())
  const restored = observed([])
  restored.index.restore(whole.index.kept())
  expect(restored.index.kept()).toEqual(whole.index.kept())
  expect(restored.authority.findings()).toEqual(whole.authority.findings())
  const late = chainOf(2, [
    ...Array.from({ length: 7 }, () => ['office', 'x@1', {}] as const),
    [request(9), 'reply.issued@1', letter(1)],
  ])
  for (const { index } of [whole, restored]) index.observe(late.at(-1)!)
  expect(restored.index.kept()).toEqual(whole.index.kept())
  expect(restored.authority.findings()[0]!.subjects).toEqual([request(1), request(2), request(9)])
})

test('an act that is said again on another chain uses no number twice', () => {
  const again = { ...acts[0]![5]!, chain: chains[2]!, seq: 8, from: 'b'.repeat(64) }
  const { authority } = observed([...acts[0]!, again])
  expect(authority.findings()).toEqual([])
})

const headquarters = chainId(4)
/** The machine of the first chain ran an hour ahead, and that of the third: their later acts are folded before the others'. */
const corrections = chainOf(0, [
  ['office', 'chain.opened@1', { publicKey: 'key of headquarters', suite: 1 }],
  ['office', 'clock.corrected@1', { chain: chains[0]!, fromSeq: 5, toSeq: 6, byMs: 240_000 }],
  ['office', 'clock.corrected@1', { chain: chains[2]!, fromSeq: 2, toSeq: 5, byMs: 3_600_000 }],
]).map(act => ({ ...act, chain: headquarters, role: 'headquarters' }))
const admission = {
  ...acts[0]!.at(-1)!,
  ...{ seq: 7, subject: 'office', hlc: acts[1]!.at(-1)!.hlc },
  facts: [{ type: 'chain.admitted@1', open: { chain: headquarters, publicKey: 'its key', suite: 1, workstation: '' } }],
}
const corrected = [[...acts[0]!, admission], acts[1]!, acts[2]!, corrections]

const correctedArrivals = fc
  .tuple(
    fc.shuffledSubarray(
      corrected.flatMap((own, n) => own.map(() => n)),
      { minLength: 24, maxLength: 24 },
    ),
    fc.array(fc.nat({ max: 23 }), { maxLength: 6 }),
  )
  .map(([turns, settledAt]) => {
    const next = corrected.map(own => own.values())
    return { order: turns.map(n => next[n]!.next().value!), settledAt: new Set(settledAt) }
  })

test('where clocks are corrected the same is concluded too, whenever the corrections come and are heeded', () => {
  const all = corrected.flat()
  const whole = observed(all)
  const reading =
    (held: readonly ActBody[]) =>
    (chain: string, seq: number): ActBody | null =>
      held.find(act => act.chain === chain && act.seq === seq) ?? null
  expect(whole.index.settleClocks(reading(all))).toBe(true)
  expect(whole.index.settleClocks(reading(all))).toBe(false)
  expect(whole.authority.postsOf(id(1))).toEqual(['head']) // said before, by a clock that was right
  expect(whole.blobs.isWithdrawn(request(1), digest)).toBe(true)
  const wanted = whole.index.kept()
  fc.assert(
    fc.property(correctedArrivals, ({ order, settledAt }) => {
      const { index, authority } = observed([])
      for (const [n, act] of order.entries()) {
        index.observe(act)
        if (settledAt.has(n)) index.settleClocks(reading(order.slice(0, n + 1)))
      }
      index.settleClocks(reading(order))
      expect(index.kept()).toEqual(wanted)
      expect(authority.postsOf(id(1))).toEqual(['head'])
    }),
    { numRuns: 200 },
  )
  const restored = observed([])
  restored.index.restore(wanted)
  expect(restored.index.settleClocks(reading(all))).toBe(false)
  expect(restored.index.clocks.all).toEqual(whole.index.clocks.all)
})
