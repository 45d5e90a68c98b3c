import type { Agency, AgencyId, OfficeFact } from './office-facts'
import type { OfficeStamp } from './office'

/** An agency from one moment on, until its next version. */
export interface AgencyVersion {
  readonly agency: Agency
  /** Missing where the agency was added. */
  readonly reason?: string
  readonly by: OfficeStamp
}

/**
 * The agency as it stood at a moment of the ledger (a hybrid time, text order is time order): what a letter of that
 * moment printed. Before its first version: that first one. Undefined where the office has no such agency.
 */
export function agencyAt(versions: readonly AgencyVersion[], agencyId: AgencyId, hlc: string): Agency | undefined {
  const own = versions.filter(({ agency }) => agency.agencyId === agencyId)
  return (own.findLast(({ by }) => by.hlc <= hlc) ?? own[0])?.agency
}

export type AgencyProblem =
  | { readonly kind: 'agencyAlreadyAdded'; readonly name: string }
  | { readonly kind: 'agencyUnknown' }
  | { readonly kind: 'agencyUnchanged' }
  | { readonly kind: 'agencyCodeTaken'; readonly code: string }

type AgencyFact = Extract<OfficeFact, { type: `agency.${string}` }>

export function agencyProblem(agencies: readonly Agency[], fact: AgencyFact): AgencyProblem | undefined {
  const { agencyId, name, code } = fact.open
  const known = agencies.find(agency => agency.agencyId === agencyId)
  if (fact.type === 'agency.added@1' && known) return { kind: 'agencyAlreadyAdded', name }
  if (fact.type === 'agency.changed@1') {
    if (!known) return { kind: 'agencyUnknown' }
    if (isSame(known, fact.open)) return { kind: 'agencyUnchanged' }
  }
  const isTaken = agencies.some(agency => agency.agencyId !== agencyId && sharesNumbers(agency.code, code))
  return isTaken ? { kind: 'agencyCodeTaken', code } : undefined
}

/** A drawing machine adds its letter (云公开B〔2026〕3号), so 云公开B would be read as a number of 云公开. */
export const sharesNumbers = (one: string, other: string): boolean =>
  one === other || isWithMachineLetter(one, other) || isWithMachineLetter(other, one)

const isWithMachineLetter = (longer: string, code: string): boolean =>
  longer.startsWith(code) && /^[A-Z]$/.test(longer.slice(code.length))

function isSame(agency: Agency, other: Agency): boolean {
  const flat = ({ name, code, address, contactName, contactPhone, reconsiderationBody, court, ...rest }: Agency) =>
    [name, code, address, contactName, contactPhone, reconsiderationBody.name, reconsiderationBody.address]
      .concat(reconsiderationBody.onlineAddress ?? '', court.name, court.address, rest.remedyOfGrants ?? 'printed')
      .join('\0')
  return flat(agency) === flat(other)
}
