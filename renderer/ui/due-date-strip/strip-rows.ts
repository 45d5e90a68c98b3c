/** How many weeks fit in a row, evened out, so that the last row is not a lonely week. At most six. */
export function weeksPerRow(totalWeeks: number, width: number, smallestCell: number): number {
  const fitting = Math.max(1, Math.min(MOST_WEEKS, Math.floor(width / (7 * smallestCell + WEEK_GUTTER))))
  const rows = Math.ceil(totalWeeks / fitting)
  return Math.ceil(totalWeeks / rows)
}

/** Column lines of a CSS grid with a narrow gutter column after each week. Both ends of `day` are in days of the row. */
export const columnOf = (day: number): number => day + Math.floor(day / 7) + 1

export const columnTemplate = (weeks: number): string =>
  Array.from({ length: weeks }, () => 'repeat(7, minmax(0, 1fr))').join(` ${WEEK_GUTTER}px `)

/** Where a key leads in a list of `count` days; undefined for keys the list does not use. */
export function indexAfterKey(
  key: string,
  at: number,
  ends: { home: number; end: number; count: number },
): number | undefined {
  const target = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + 7,
    ArrowUp: at - 7,
    Home: ends.home,
    End: ends.end,
  }[key]
  return target === undefined ? undefined : Math.max(0, Math.min(ends.count - 1, target))
}

const MOST_WEEKS = 6
const WEEK_GUTTER = 7
