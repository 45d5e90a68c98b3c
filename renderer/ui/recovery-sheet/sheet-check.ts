/** Two different groups of the sheet, counted from 1 and in order; `dice` are two random numbers below 2^32. */
export function groupsToAsk(count: number, dice: readonly [number, number]): readonly [number, number] {
  const first = dice[0] % count
  const other = dice[1] % (count - 1)
  const second = other < first ? other : other + 1
  return first < second ? [first + 1, second + 1] : [second + 1, first + 1]
}

/** As main reads a whole key: any case, O for 0, I or L for 1, full width, blanks and dashes anywhere. */
export function isGroup(typed: string, group: string): boolean {
  return plain(typed) === plain(group)
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
