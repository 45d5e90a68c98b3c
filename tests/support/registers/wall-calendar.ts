// Copied from the wall calendar of 2026 by hand, so that a paper's dates do not come from the program's.
const off = new Set(['2026-09-25', ...[1, 2, 5, 6, 7].map(day => `2026-10-0${day}`)])
const worked = new Set(['2026-09-20', '2026-10-10'])

/** The n-th working day after the day of receipt, as a clerk counts it on the calendar; July to October 2026. */
export function onPaper(receivedOn: string, workingDays: number): string {
  let on = receivedOn
  for (let left = workingDays; left > 0;) {
    on = dayAfter(on)
    if (isWorkedOnPaper(on)) left--
  }
  return on
}

/** Working days after `from`, up to and with `to`. */
export function workedBetween(from: string, to: string): number {
  let count = 0
  for (let on = dayAfter(from); on <= to; on = dayAfter(on)) if (isWorkedOnPaper(on)) count++
  return count
}

const isWorkedOnPaper = (on: string): boolean =>
  worked.has(on) || (![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()) && !off.has(on))

function dayAfter(on: string): string {
  const day = new Date(`${on}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}
