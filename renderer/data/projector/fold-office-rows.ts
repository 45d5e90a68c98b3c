import type { OfficeFact } from '#shared/domain/agencies/office-facts'
import { inLedgerOrder } from '#shared/domain/recorded-act'
import type { OfficeRow } from '../rows'
import { type LeftOut, type PlainRecordedAct, type SubjectRows, textOrThrow } from './subject-rows'

type BareRow = OfficeRow extends infer R ? (R extends OfficeRow ? Omit<R, 'needsNewerVersion' | 'actsLeftOut'> : never) : never

/** The office, its agencies and its workstations: one row each, the last writer in ledger order. */
export function foldOfficeRows(
  _id: string,
  acts: readonly PlainRecordedAct[],
  { actsLeftOut }: LeftOut,
): SubjectRows {
  const rows = new Map<string, BareRow>()
  let needsNewerVersion = false
  for (const { facts, chain } of inLedgerOrder(acts)) {
    for (const fact of facts) {
      const row = rowOf(fact as OfficeFact, chain)
      if (row === 'unknown') needsNewerVersion = true
      else if (row) rows.set(row.id, row)
    }
  }
  return { kind: 'office', rows: [...rows.values()].map(row => ({ ...row, needsNewerVersion, actsLeftOut })) }
}

function rowOf(fact: OfficeFact, chain: string): BareRow | null | 'unknown' {
  switch (fact.type) {
    case 'office.established@1':
      return { id: 'office', kind: 'office', office: { name: fact.open.name, placeCode: fact.open.placeCode } }
    case 'agency.added@1':
      return { id: `agency:${textOrThrow(fact.open.agencyId)}`, kind: 'agency', agency: fact.open }
    case 'workstation.enrolled@1': {
      const { code, windowName } = fact.open
      return { id: `workstation:${textOrThrow(code)}`, kind: 'workstation', workstation: { code, windowName, chain } }
    }
    case 'clock.confirmed@1':
      return null // main asks the journal for it; no screen shows it
    default:
      return 'unknown'
  }
}
