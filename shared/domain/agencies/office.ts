import { inLedgerOrder, type RecordedAct } from '../recorded-act'
import type { Agency, CarriedOver, ImportedRegister, OfficeFact } from './office-facts'

export interface Workstation {
  readonly code: string
  readonly windowName: string
}

/** The place with the counter, as its acts leave it. */
export interface Office {
  readonly name: string
  readonly placeCode: string
  readonly agencies: readonly Agency[]
  readonly workstations: readonly Workstation[]
  /** Days that people confirmed because the machine's clock stood before the last act. */
  readonly confirmedClocks: readonly { readonly today: string; readonly machineSaid: string; readonly at: number }[]
  /** Imports of an old register that were signed. */
  readonly imports: readonly ImportedRegister[]
  readonly carriedOver: readonly CarriedOver[]
  /** Facts before the founding, a second founding, and codes already taken; they changed nothing. */
  readonly conflicts: readonly OfficeFact[]
}

/** The same for every order of arrival. Undefined while the office is not established. */
export function foldOffice(acts: Iterable<RecordedAct<OfficeFact>>): Office | undefined {
  let office: Office | undefined
  const conflicts: OfficeFact[] = []
  for (const act of inLedgerOrder(acts)) {
    for (const fact of act.facts) {
      if (officeProblem(office, fact)) conflicts.push(fact)
      else office = applyOfficeFact(office, fact, act.at)
    }
  }
  return office && { ...office, conflicts }
}

export type OfficeProblem =
  | { readonly kind: 'officeNotEstablished' }
  | { readonly kind: 'officeAlreadyEstablished' }
  | { readonly kind: 'agencyAlreadyAdded'; readonly name: string }
  | { readonly kind: 'agencyCodeTaken'; readonly code: string }
  | { readonly kind: 'workstationCodeTaken'; readonly code: string }
  | { readonly kind: 'importAlreadySigned' }
  | { readonly kind: 'agencyUnknown' }
  | { readonly kind: 'carriedOverAlready'; readonly year: number }

/** Why the state of the office does not admit this fact. Letter and request numbers rest on codes being unique. */
export function officeProblem(office: Office | undefined, fact: OfficeFact): OfficeProblem | undefined {
  if (fact.type === 'office.established@1') return office && { kind: 'officeAlreadyEstablished' }
  if (!office) return { kind: 'officeNotEstablished' }
  if (fact.type === 'agency.added@1') return agencyProblem(office.agencies, fact.open)
  if (fact.type === 'register.imported@1')
    return office.imports.some(({ batchId }) => batchId === fact.open.batchId)
      ? { kind: 'importAlreadySigned' }
      : undefined
  if (fact.type === 'register.carriedOver@1') return carriedOverProblem(office, fact.open)
  const isTaken =
    fact.type === 'workstation.enrolled@1' && office.workstations.some(({ code }) => code === fact.open.code)
  return isTaken ? { kind: 'workstationCodeTaken', code: fact.open.code } : undefined
}

function carriedOverProblem(
  { agencies, carriedOver }: Office,
  { agencyId, year }: CarriedOver,
): OfficeProblem | undefined {
  if (!agencies.some(agency => agency.agencyId === agencyId)) return { kind: 'agencyUnknown' }
  const isThere = carriedOver.some(other => other.agencyId === agencyId && other.year === year)
  return isThere ? { kind: 'carriedOverAlready', year } : undefined
}

function agencyProblem(agencies: readonly Agency[], { agencyId, name, code }: Agency): OfficeProblem | undefined {
  if (agencies.some(agency => agency.agencyId === agencyId)) return { kind: 'agencyAlreadyAdded', name }
  return agencies.some(agency => agency.code === code) ? { kind: 'agencyCodeTaken', code } : undefined
}

export function applyOfficeFact(before: Office | undefined, fact: OfficeFact, at: number): Office {
  if (fact.type === 'office.established@1')
    return {
      ...fact.open,
      agencies: [],
      workstations: [],
      confirmedClocks: [],
      imports: [],
      carriedOver: [],
      conflicts: [],
    }
  const office = before!
  switch (fact.type) {
    case 'agency.added@1':
      return { ...office, agencies: [...office.agencies, fact.open] }
    case 'workstation.enrolled@1':
      return { ...office, workstations: [...office.workstations, fact.open] }
    case 'register.imported@1':
      return { ...office, imports: [...office.imports, fact.open] }
    case 'register.carriedOver@1':
      return { ...office, carriedOver: [...office.carriedOver, fact.open] }
    case 'clock.confirmed@1':
      return { ...office, confirmedClocks: [...office.confirmedClocks, { ...fact.open, at }] }
    default:
      // A fact of a newer version is kept by the ledger and has no effect here.
      return office
  }
}
