/** An act that another machine's crossed, and that a person has looked at since: what stands now stays. */
export interface SettledConflict {
  readonly chain: string
  readonly seq: number
}

interface Place {
  readonly by: SettledConflict
}

export const isSettled = (settled: readonly SettledConflict[] | undefined, { by }: Place): boolean =>
  settled?.some(({ chain, seq }) => chain === by.chain && seq === by.seq) ?? false

/** In their order, without those that a person has settled, wherever in the ledger that act stands. */
export const stillOpen = <C extends Place>(
  conflicts: readonly C[],
  settled: readonly SettledConflict[] | undefined,
): readonly C[] => (settled ? conflicts.filter(conflict => !isSettled(settled, conflict)) : conflicts)
