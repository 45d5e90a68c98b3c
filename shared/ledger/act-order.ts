interface Placed {
  readonly hlc: string
  readonly chain: string
  readonly seq: number
}

/**
 * The one order in which a subject's acts are folded: (hlc, chain, seq). Total, so any set folds one way only. Of acts that were put
 * in their place before: by a corrected clock `hlc` is another than was signed (`clock-corrections.ts`).
 */
export function compareActs(a: Placed, b: Placed): number {
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? -1 : 1
  if (a.chain !== b.chain) return a.chain < b.chain ? -1 : 1
  return a.seq - b.seq
}
