import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainAct } from '#shared/ledger/act'
import { dump, dumpHash } from '../../../../../renderer/data/dump-hash'
import { applyBatch } from '../../../../../renderer/data/projector/apply-batch'
import { witnessOf } from '../../../../../renderer/data/projector/act-batch'
import { unpackRequest } from '../../../../../renderer/data/pack-request'
import { openViewDatabase, type ViewDatabase } from '../../../../../renderer/data/schema'
import { singleKey } from '../../../../../renderer/data/seal/row-sealer'
import { actAt, actsOf, arrived, type Draft, poison, registered, requestId, smallOffice } from './journal-double'

const keys = { rowKeys: singleKey(new Uint8Array(32).fill(1)) }
let made = 0
const open = () => openViewDatabase(`set-${++made}`, keys)

const apply = (db: ViewDatabase, acts: readonly PlainAct[]) =>
  applyBatch(db, {
    acts: acts.map(arrived),
    unreadable: [],
    applied: acts.length > 0 ? [witnessOf(acts.at(-1)!)] : null,
  })

async function hashAfter(batches: readonly (readonly PlainAct[])[]): Promise<string> {
  const db = open()
  for (const acts of batches) await apply(db, acts)
  const hash = await dumpHash(db)
  db.close()
  await Dexie.delete(db.name)
  return hash
}

describe('the projection is a function of the set of acts', () => {
  const acts = actsOf([poison(1), ...smallOffice, poison(3), registered(2), poison(9)])

  it('any order, any batches, any acts twice: the same dump hash', async () => {
    const inOrder = await hashAfter([acts])
    const arrivals = fc
      .tuple(
        fc.shuffledSubarray(acts, { minLength: acts.length, maxLength: acts.length }),
        fc.subarray(acts),
        fc.integer({ min: 1, max: 6 }),
      )
      .map(([shuffled, again, size]) => inBatches([...shuffled, ...again], size))
    await fc.assert(
      fc.asyncProperty(arrivals, async batches => {
        expect(await hashAfter(batches)).toBe(inOrder)
      }),
      { numRuns: 25 },
    )
  })

  it('and another set has another hash', async () => {
    expect(await hashAfter([acts.slice(0, -1)])).not.toBe(await hashAfter([acts]))
  })

  it('an act that the fold cannot bear is named and left out; the rest counts', async () => {
    const db = open()
    await apply(db, actsOf([poison(1), registered(1), registered(2)]))
    expect(await db.requests.toArray()).toMatchObject([
      { id: requestId(1), status: 'registered', actsLeftOut: 1 },
      { id: requestId(2), actsLeftOut: 0 },
    ])
    expect((await dump(db))['poison']).toEqual([
      { chain: 'c1', seq: 1, subject: `request:${requestId(1)}`, why: 'foldFailed' },
    ])
    db.close()
  })

  it('an index value of a wrong type is poison too, not a stopped batch', async () => {
    const { subject, facts } = registered(1)
    const wrong: Draft = {
      subject,
      facts: [{ ...facts[0]!, open: { ...(facts[0]!.open as object), requestNo: { a: 1 } } }],
    }
    const db = open()
    await apply(db, [actAt(1, wrong), actAt(2, registered(2))])
    expect(await db.requests.toCollection().primaryKeys()).toEqual([requestId(2)])
    db.close()
  })

  it('unknown fact types are kept in the bundle and flagged on the row', async () => {
    const db = open()
    await apply(db, actsOf(smallOffice))
    expect(await db.requests.get(requestId(2))).toMatchObject({ needsNewerVersion: true, status: 'examined' })
    expect(await db.requests.get(requestId(1))).toMatchObject({ needsNewerVersion: false, status: 'served' })
    const [bundle] = await db.bundles
      .where('[subject+part]')
      .equals([`request:${requestId(2)}`, 0])
      .toArray()
    expect(bundle!.acts.flatMap(act => act.facts.map(fact => fact.type))).toContain('request.telepathed@3')
    db.close()
  })

  it('a subject of an unknown kind is kept without a row', async () => {
    const db = open()
    await apply(db, [actAt(1, { subject: 'visit:v1', facts: [{ type: 'visit.begun@1', open: {} }] })])
    expect(await db.bundles.count()).toBe(1)
    expect(await dump(db)).toMatchObject({ requests: [], people: [], office: [], poison: [] })
    db.close()
  })

  it('series know the highest serial, whatever became of the request', async () => {
    const db = open()
    await apply(db, actsOf([registered(7), registered(12), registered(3), ...smallOffice]))
    expect(await db.series.toArray()).toEqual([
      { name: 'letter/云公开/2026', last: 1 },
      { name: 'request/YX/A/2026', last: 12 },
    ])
    db.close()
  })

  it('a long bundle is cut into parts and folds whole', async () => {
    const { subject } = registered(1)
    const words = ['字'.repeat(10_000)]
    const search: Draft = {
      subject,
      facts: [
        {
          type: 'search.recorded@1',
          open: { searchedOn: '2026-10-09', found: 0 },
          personal: { places: [], unitsAsked: [], words, result: '' },
        },
      ],
    }
    const acts = actsOf([registered(1), smallOffice[5]!, ...Array.from({ length: 20 }, () => search)])
    const db = open()
    for (const batch of inBatches(acts, 5)) await apply(db, batch)
    const parts = await db.bundles.toArray()
    expect(parts.map(part => part.part)).toEqual([0, 1, 2])
    for (const part of parts) expect(part.bytes).toBeLessThan(256 * 1024)
    expect(unpackRequest((await db.requests.get(requestId(1)))!.packed).searches).toHaveLength(20)
    db.close()
  })
})

describe('acts of several chains', () => {
  const chains = ['c1', 'c2', 'c3'] as const
  /** The same office, each act by one of three machines; some say again what another said. */
  const acts = spread(actsOf([...smallOffice, poison(3), registered(2), registered(5)]))

  function spread(all: readonly PlainAct[]): PlainAct[] {
    const seqs = { c1: 0, c2: 0, c3: 0 }
    return all.flatMap((act, n) => {
      const chain = chains[n % 3]!
      const own = { ...act, chain, seq: ++seqs[chain] }
      if (n % 4 !== 0) return own
      const other = chains[(n + 1) % 3]!
      return [own, { ...act, chain: other, seq: ++seqs[other], from: act.hash, hash: act.hash.replace(/^0/, 'f') }]
    })
  }

  /** Of each chain in its order, the chains in any; cut into batches, and a late part of a chain once more. */
  const arrivals = fc
    .tuple(
      fc.shuffledSubarray(
        acts.map(({ chain }) => chain),
        { minLength: acts.length, maxLength: acts.length },
      ),
      fc.subarray(acts),
      fc.integer({ min: 1, max: 6 }),
    )
    .map(([turns, again, size]) => {
      const next = new Map(chains.map(chain => [chain as string, acts.filter(act => act.chain === chain).values()]))
      return inBatches([...turns.map(chain => next.get(chain)!.next().value!), ...again], size)
    })

  it('come in any order: byte-equal rows', async () => {
    const inOrder = await hashAfter([acts])
    await fc.assert(
      fc.asyncProperty(arrivals, async batches => {
        expect(await hashAfter(batches)).toBe(inOrder)
      }),
      { numRuns: 25 },
    )
  })

  it('an act that was said again counts once', async () => {
    const db = open()
    const [first] = actsOf([registered(1)])
    const examinedOnce = actAt(2, smallOffice[5]!)
    const again = { ...examinedOnce, chain: 'c2', seq: 1, from: examinedOnce.hash, hash: 'f'.repeat(64) }
    await apply(db, [first!, examinedOnce, again])
    const request = unpackRequest((await db.requests.get(requestId(1)))!.packed)
    expect([request.status, request.conflicts, request.timeline.length]).toEqual(['examined', [], 2])
    // The same act twice without saying so is a conflict, and told.
    await apply(db, [{ ...again, seq: 2, from: 'e'.repeat(64) }])
    expect(unpackRequest((await db.requests.get(requestId(1)))!.packed).conflicts).toHaveLength(1)
    db.close()
  })
})

function inBatches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
}
