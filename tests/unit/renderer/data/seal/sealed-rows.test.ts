import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { createRowSealer, singleKey } from '../../../../../renderer/data/seal/row-sealer'
import { isSealedRowError, SealedRowError } from '../../../../../renderer/data/seal/sealed-row-error'
import { sealRows } from '../../../../../renderer/data/seal/seal-rows'
import { aCase, type CaseDatabase, openCases, rowKey } from './cases'

interface RawRow {
  id: string
  status: string
  dueOn: string
  tags: string[]
  sealed: Uint8Array
}

async function filled(): Promise<CaseDatabase> {
  const db = openCases('sealed')
  await db.cases.bulkAdd([aCase(1), aCase(2)])
  return db
}

/** Works below the seal, as somebody with the disk in hand would. */
async function tamper(db: CaseDatabase, change: (row: RawRow, other: RawRow) => RawRow): Promise<void> {
  const below = openCases('plain', db.name)
  const [row, other] = (await below.cases.bulkGet(['c001', 'c002'])) as unknown as [RawRow, RawRow]
  await below.cases.put(change(row, other) as never)
  below.close()
}

const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, n) => (n === at ? byte ^ 1 : byte))

describe('what is changed on disk is not believed', () => {
  const changes: Record<string, (row: RawRow, other: RawRow) => RawRow> = {
    status: row => ({ ...row, status: 'served' }),
    dueOn: row => ({ ...row, dueOn: '2027-01-01' }),
    'a tag': row => ({ ...row, tags: ['t1'] }),
    'a column taken away': ({ id, status, tags, sealed }) => ({ id, status, tags, sealed }) as RawRow,
    'the blob of another row': (row, other) => ({ ...row, sealed: other.sealed }),
    'the whole other row under this key': (row, other) => ({ ...other, id: row.id }),
    'no blob': ({ id, status, dueOn, tags }) => ({ id, status, dueOn, tags }) as RawRow,
    'a short blob': row => ({ ...row, sealed: row.sealed.slice(0, 20) }),
    'the suite': row => ({ ...row, sealed: flip(row.sealed, 0) }),
    'the key version': row => ({ ...row, sealed: flip(row.sealed, 1) }),
    'the nonce': row => ({ ...row, sealed: flip(row.sealed, 10) }),
    'the ciphertext': row => ({ ...row, sealed: flip(row.sealed, 40) }),
    'the tag of the cipher': row => ({ ...row, sealed: flip(row.sealed, row.sealed.length - 1) }),
  }
  it.each(Object.entries(changes))('%s', async (_name, change) => {
    const db = await filled()
    await tamper(db, change)
    const errors = await Promise.all([
      db.cases.get('c001').catch((error: unknown) => error),
      db.cases.toArray().catch((error: unknown) => error),
      db.cases
        .orderBy('id')
        .each(() => undefined)
        .catch((error: unknown) => error),
    ])
    for (const error of errors) expect(isSealedRowError(error)).toBe(true)
    expect(errors[0]).toMatchObject({ table: 'cases', key: 'c001' })
    expect(await db.cases.get('c002')).toEqual(aCase(2)) // the others are still good
    db.close()
  })

  it('another key opens nothing', async () => {
    const db = await filled()
    const other = openCases('sealed', db.name, new Uint8Array(32).fill(8))
    await expect(other.cases.get('c001')).rejects.toBeInstanceOf(SealedRowError)
    other.close()
    db.close()
  })
})

describe('at rest', () => {
  it('only key and indexes lie in clear; decoded rows hold no personal data', async () => {
    const db = await filled()
    await db.cases.update('c001', { 'applicant.phone': '13812345678' })
    const below = openCases('plain', db.name)
    for (const row of await below.cases.toArray()) {
      expect(Object.keys(row).sort()).toEqual(['dueOn', 'id', 'sealed', 'status', 'tags'])
      const bytes = (row as unknown as RawRow).sealed
      const asText = new TextDecoder().decode(bytes) + Buffer.from(bytes).toString('latin1')
      for (const secret of ['申请人', '1390000', '13812345678', '道路', 'applicant'])
        expect(asText).not.toContain(secret)
    }
    below.close()
    db.close()
  })

  it('the same row is sealed differently every time, and alike under injected nonces', () => {
    const place = { table: 't', key: 1, clear: [] }
    const random = createRowSealer(singleKey(rowKey))
    expect(random.seal(place, { a: 1 })).not.toEqual(random.seal(place, { a: 1 }))
    const fixed = () => createRowSealer(singleKey(rowKey), () => new Uint8Array(24))
    expect(fixed().seal(place, { a: 1 })).toEqual(fixed().seal(place, { a: 1 }))
  })

  it('a new key version leaves rows of the old one readable', () => {
    const keys = new Map([
      [1, rowKey],
      [300, new Uint8Array(32).fill(9)],
    ])
    const place = { table: 't', key: 1, clear: [] }
    const old = createRowSealer({ current: 1, find: version => keys.get(version) }).seal(place, { a: 1 })
    const now = createRowSealer({ current: 300, find: version => keys.get(version) })
    expect(now.open(place, old)).toEqual({ a: 1 })
    expect(now.open(place, now.seal(place, { b: 2 }))).toEqual({ b: 2 })
  })
})

describe('schemas and rows that cannot be sealed whole are refused', () => {
  const opened = async (schema: string, row: object) => {
    const db = new Dexie(`refused-${schema}`)
    db.use(sealRows(new Set(['rows']), createRowSealer(singleKey(rowKey))))
    db.version(1).stores({ rows: schema })
    try {
      await db.table('rows').add(row)
    } finally {
      db.close()
    }
  }
  it.each(['++id', '', '++', 'id, applicant.name', 'id, sealed'])('schema "%s"', async schema => {
    await expect(opened(schema, { id: 1 })).rejects.toThrow()
  })
  it('a property called sealed', async () => {
    await expect(opened('id', { id: 1, sealed: 2 })).rejects.toThrow(/taken/)
  })
  it('a clear value that JSON does not tell apart', async () => {
    await expect(opened('id, on', { id: 1, on: new Date() })).rejects.toThrow(/clear column/)
  })
})
