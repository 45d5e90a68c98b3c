import type { Workstation } from '../../electron/main/workstation/workstation'
import type { ChangeAnswer, ChangePlan } from './change-lines'

/** What a writer was told before it was killed. */
export interface Life {
  /** How the office was founded before; null where the writer was to found it. */
  readonly first: ChangeAnswer | null
  readonly done: readonly { readonly plan: ChangePlan; readonly answer: ChangeAnswer }[]
  readonly underWay: ChangePlan | null
}

export interface Looking {
  readonly folder: string
  readonly life: Life
  readonly must: (holds: boolean, otherwise: string) => void
}

/** How the change under way was found, by its kind. */
export type States = Partial<Record<string, 'old' | 'new'>>

/** Facts of a type in the ledger. Passwords set with the sheet are the harness's own doing. */
export const countOf = (workstation: Workstation, subject: string, type: string): number =>
  workstation
    .ledger!.actsOf(subject)
    .flatMap(act => act.facts)
    .filter(fact => fact.type === type && (fact.open as { by?: string }).by !== 'recoverySheet').length
