import type { Agency } from '#shared/domain/agencies/office-facts'
import type { Translate } from '../../i18n/message'
import type { NameOf } from '../../case-parts/use-staff-names'
import type { Narrowing } from './list-condition'
import type { ListedRow } from './list-rows'

export const valuesIn = ['agencyId', 'status', 'decision', 'channel', 'handler', 'approval'] as const
export type ChosenName = (typeof valuesIn)[number]

export interface NarrowingChoice {
  readonly value: string
  readonly label: string
}

interface Around {
  readonly rows: readonly ListedRow[]
  readonly nameOf: NameOf
  readonly agencies: readonly Agency[]
  readonly t: Translate
}

/** What the rows hold, in words; an agency is a condition only where the office serves more than one. */
export function choicesOf({ rows, nameOf, agencies, t }: Around): Readonly<Record<ChosenName, NarrowingChoice[]>> {
  const words: { readonly [N in ChosenName]: (value: NonNullable<Narrowing[N]>) => string } = {
    agencyId: id => agencies.find(agency => agency.agencyId === id)?.name ?? id,
    status: status => t(`refusal.status.${status}`),
    decision: decision => t(`refusal.decision.${decision}`),
    channel: channel => t(`channel.${channel}`),
    handler: nameOf,
    approval: approval => t(`approval.${approval}`),
  }
  const choices = (name: ChosenName): NarrowingChoice[] => {
    if (name === 'agencyId' && agencies.length < 2) return []
    const label = words[name] as (value: string) => string
    const values = new Set(rows.flatMap(row => row[name] ?? []))
    return [...values].map(value => ({ value, label: label(value) }))
  }
  return {
    agencyId: choices('agencyId'),
    status: choices('status'),
    decision: choices('decision'),
    channel: choices('channel'),
    handler: choices('handler'),
    approval: choices('approval'),
  }
}
