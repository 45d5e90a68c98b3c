import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../../renderer/data/canonical-json'
import { aCase, type CaseDatabase, type CaseRow, openCases } from './cases'

/** Two databases get the same calls; only one is sealed. Whatever one answers, the other must answer. */
type Call = (db: CaseDatabase) => PromiseLike<unknown>

let sealed: CaseDatabase
let plain: CaseDatabase

beforeEach(async () => {
  sealed = openCases('sealed')
  plain = openCases('plain')
  const rows = Array.from({ length: 40 }, (_, n) => aCase(n))
  await both(db => db.cases.bulkAdd(rows))
})
afterEach(() => {
  sealed.close()
  plain.close()
})

async function outcome(call: Call, db: CaseDatabase): Promise<string> {
  try {
    return canonicalJson({ value: await call(db) })
  } catch (error) {
    return canonicalJson({ error: (error as Error).name })
  }
}

async function both(call: Call): Promise<string> {
  const answers = [await outcome(call, sealed), await outcome(call, plain)]
  expect(answers[0]).toBe(answers[1])
  return answers[0]!
}

const collect = async (walk: (take: (row: unknown) => void) => PromiseLike<unknown>) => {
  const rows: unknown[] = []
  await walk(row => void rows.push(row))
  return rows
}

const reads: Record<string, Call> = {
  get: db => db.cases.get('c003'),
  'get of nothing': db => db.cases.get('none'),
  'get by index': db => db.cases.get({ status: 'issued' }),
  'bulkGet with holes': db => db.cases.bulkGet(['c001', 'none', 'c002']),
  toArray: db => db.cases.toArray(),
  'where equals': db => db.cases.where('status').equals('issued').toArray(),
  between: db => db.cases.where('dueOn').between('2026-10-05', '2026-10-11', true, true).toArray(),
  anyOf: db => db.cases.where('status').anyOf(['issued', 'served']).toArray(),
  notEqual: db => db.cases.where('status').notEqual('issued').toArray(),
  or: db => db.cases.where('status').equals('issued').or('dueOn').below('2026-10-04').sortBy('id'),
  startsWithIgnoreCase: db => db.cases.where('id').startsWithIgnoreCase('C00').toArray(),
  compound: db => db.cases.where('[status+dueOn]').equals(['issued', '2026-10-02']).toArray(),
  'compound prefix': db => db.cases.where({ status: 'issued' }).sortBy('dueOn'),
  'compound between': db =>
    db.cases.where('[status+dueOn]').between(['issued', Dexie.minKey], ['issued', '2026-10-15']).toArray(),
  multiEntry: db => db.cases.where('tags').equals('t1').toArray(),
  'multiEntry distinct': db => db.cases.where('tags').anyOf(['t1', 'u1']).distinct().toArray(),
  'filter on a sealed column': db => db.cases.filter(row => row.applicant?.name === '申请人7').toArray(),
  and: db =>
    db.cases
      .where('status')
      .equals('issued')
      .and(row => (row.count ?? 0) > 10)
      .toArray(),
  each: db => collect(take => db.cases.each(take)),
  'each reversed': db => collect(take => db.cases.orderBy('dueOn').reverse().each(take)),
  until: db =>
    collect(take =>
      db.cases
        .orderBy('id')
        .until(row => row.count === 9, true)
        .each(take),
    ),
  eachKey: db => collect(take => db.cases.orderBy('dueOn').eachKey(take)),
  eachUniqueKey: db => collect(take => db.cases.orderBy('status').eachUniqueKey(take)),
  offsetLimit: db => db.cases.orderBy('dueOn').offset(5).limit(4).toArray(),
  'reverse offset': db => db.cases.orderBy('id').reverse().offset(3).limit(2).toArray(),
  first: db => db.cases.orderBy('dueOn').first(),
  last: db => db.cases.orderBy('dueOn').last(),
  keys: db => db.cases.orderBy('status').uniqueKeys(),
  primaryKeys: db => db.cases.where('status').equals('served').primaryKeys(),
  count: db => db.cases.where('tags').equals('u2').count(),
}

const writes: Record<string, Call> = {
  add: db => db.cases.add(aCase(90)),
  'add twice': db => db.cases.add(aCase(3)),
  put: db => db.cases.put({ ...aCase(3), status: 'served' }),
  'put without its optional columns': db => db.cases.put({ id: 'c003', status: 'x', dueOn: 'y', tags: [] }),
  bulkPut: db => db.cases.bulkPut([aCase(1), aCase(100)]),
  'bulkAdd with a duplicate': db => db.cases.bulkAdd([aCase(91), aCase(3), aCase(92)]),
  'update of a sealed column': db => db.cases.update('c003', { title: '改过' }),
  'update into a sealed object': db => db.cases.update('c003', { 'applicant.phone': '1' }),
  'update of an index': db => db.cases.update('c003', { status: 'issued' }),
  bulkUpdate: db =>
    db.cases.bulkUpdate([
      { key: 'c003', changes: { count: 1 } },
      { key: 'none', changes: { count: 1 } },
    ]),
  upsert: db => db.cases.upsert('c200', { status: 'a', dueOn: 'b', tags: ['x'] }),
  'modify by function': db =>
    db.cases
      .where('status')
      .equals('issued')
      .modify(row => {
        row.count = (row.count ?? 0) + 1
        delete row.title
      }),
  'modify by object': db => db.cases.where('status').equals('issued').modify({ title: '同' }),
  'modify that deletes': db =>
    db.cases
      .where('tags')
      .equals('t1')
      .modify((row, ref) => {
        if ((row.count ?? 0) > 10) delete (ref as { value?: CaseRow }).value
      }),
  delete: db => db.cases.delete('c003'),
  bulkDelete: db => db.cases.bulkDelete(['c001', 'none']),
  'delete a range': db => db.cases.where('dueOn').above('2026-10-10').delete(),
  clear: db => db.cases.clear(),
  'a compound key': async db => {
    await db.parts.bulkPut([
      { subject: 'a', part: 0, text: 'x' },
      { subject: 'a', part: 1, text: 'y' },
    ])
    return [await db.parts.get(['a', 1]), await db.parts.where('[subject+part]').between(['a', 0], ['a', 9]).toArray()]
  },
  'an abort': db =>
    db.transaction('rw', db.cases, async tx => {
      await db.cases.put({ ...aCase(3), title: '不留' })
      tx.abort()
    }),
  'many awaits in one transaction': db =>
    db.transaction('rw', db.cases, async () => {
      for (let n = 0; n < 30; n++) {
        const row = await db.cases.get(`c${String(n).padStart(3, '0')}`)
        await db.cases.put({ ...row!, count: n * 2 })
      }
      return db.cases.toArray()
    }),
  'hooks see plain rows': async db => {
    const seen: unknown[] = []
    db.cases.hook('reading', row => {
      seen.push(row.title)
      return row
    })
    db.cases.hook('updating', (changes, key, row) => void seen.push([changes, key, row.applicant]))
    await db.cases.update('c005', { count: 77 })
    await db.cases.get('c005')
    return seen
  },
}

describe('a sealed table answers as an unsealed one', () => {
  it.each(Object.entries(reads))('%s', async (_name, call) => {
    expect(await both(call)).not.toContain('"error"')
  })

  it.each(Object.entries(writes))('%s', async (name, call) => {
    const isRefused = ['add twice', 'bulkAdd with a duplicate', 'an abort'].includes(name)
    expect((await both(call)).includes('"error"')).toBe(isRefused)
    await both(db => db.cases.toArray())
    await both(db => db.cases.orderBy('[status+dueOn]').primaryKeys())
  })

  it('after any run of writes', async () => {
    const names = Object.keys(writes).filter(name => !name.startsWith('hooks'))
    const runs = fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(runs, async run => {
        for (const name of run) await both(writes[name]!)
        await both(db => db.cases.toArray())
      }),
      { numRuns: 15 },
    )
  })
})
