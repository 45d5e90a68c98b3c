/** Every text of the one list with every text of the other behind it. */
export const each = (left: readonly string[], right: readonly string[]): string[] =>
  left.flatMap(a => right.map(b => a + b))
