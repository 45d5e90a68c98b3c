import type { Conflict, Correction, DisclosureRequest, Stamp } from './request-state'

/** What two machines did to one request without knowing of each other, and nobody has settled yet. */
export type OpenConflict =
  /** An act that had no effect; `wanted`: the values that it would have put in place of those that stand. */
  | ({ readonly kind: 'noEffect' } & Pick<Conflict, 'by' | 'problem' | 'wanted'>)
  /** A correction that holds, over one that its writer had not seen: both values. */
  | { readonly kind: 'overUnseen'; readonly by: Stamp; readonly correction: Correction }

/** In the order of the ledger within each kind. */
export function openConflicts({ conflicts, corrections, settled = [] }: DisclosureRequest): readonly OpenConflict[] {
  const isOpen = ({ by }: { readonly by: Stamp }): boolean =>
    !settled.some(({ chain, seq }) => chain === by.chain && seq === by.seq)
  return [
    ...conflicts
      .filter(isOpen)
      .map(({ by, problem, wanted }) => ({ kind: 'noEffect', by, problem, ...(wanted ? { wanted } : {}) }) as const),
    ...corrections
      .filter(isOpen)
      .flatMap(correction =>
        correction.unseen ? [{ kind: 'overUnseen', by: correction.by, correction } as const] : [],
      ),
  ]
}
