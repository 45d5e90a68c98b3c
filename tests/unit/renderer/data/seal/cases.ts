import 'fake-indexeddb/auto'
import Dexie, { type Table } from 'dexie'
import { createRowSealer, singleKey } from '../../../../../renderer/data/seal/row-sealer'
import { sealRows } from '../../../../../renderer/data/seal/seal-rows'

export interface CaseRow {
  id: string
  status: string
  dueOn: string
  tags: string[]
  title?: string
  applicant?: { name: string; phone: string }
  count?: number
}

export type CaseDatabase = Dexie & {
  cases: Table<CaseRow, string>
  parts: Table<Record<string, unknown>, [string, number]>
}

export const stores = { cases: 'id, status, dueOn, [status+dueOn], *tags', parts: '[subject+part]' }
export const rowKey = new Uint8Array(32).fill(7)

let made = 0

export function openCases(kind: 'sealed' | 'plain', name = `cases-${++made}`, key = rowKey): CaseDatabase {
  const db = new Dexie(name, { cache: 'disabled' }) as CaseDatabase
  if (kind === 'sealed') db.use(sealRows(new Set(['cases', 'parts']), createRowSealer(singleKey(key))))
  db.version(1).stores(stores)
  return db
}

export const aCase = (n: number): CaseRow => ({
  id: `c${String(n).padStart(3, '0')}`,
  status: ['registered', 'issued', 'served'][n % 3]!,
  dueOn: `2026-10-${String(1 + (n % 28)).padStart(2, '0')}`,
  tags: [`t${n % 4}`, `u${n % 5}`],
  title: `关于第${n}号道路的信息`,
  applicant: { name: `申请人${n}`, phone: `1390000${String(n).padStart(4, '0')}` },
  count: n,
})
