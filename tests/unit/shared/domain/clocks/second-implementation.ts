// The independent witness: other data (npm chinese-days), other arithmetic, nothing from shared/.
import data from 'chinese-days/dist/chinese-days.json'

const off: Record<string, string> = data.holidays
const on: Record<string, string> = data.workdays
const lastPublishedDay = '2026-12-31'

/** The nth working day after `start`; past 2026 the weekday that 3.2(11) calls `earliest`. */
export function secondOpinion(start: string, workingDays: number): { dueOn: string; leaves2026: boolean } {
  const cursor = new Date(`${start}T12:00:00Z`)
  for (let left = workingDays; left > 0;) {
    cursor.setUTCDate(cursor.getUTCDate() + 1)
    if (isWorking(cursor)) left -= 1
  }
  const leaves2026 = text(cursor) > lastPublishedDay
  if (leaves2026) backTwoWeekdays(cursor)
  return { dueOn: text(cursor), leaves2026 }
}

function isWorking(date: Date): boolean {
  const key = text(date)
  if (key in off) return false
  return key in on || isMondayToFriday(date)
}

function backTwoWeekdays(cursor: Date): void {
  for (let left = 2; left > 0;) {
    cursor.setUTCDate(cursor.getUTCDate() - 1)
    if (isMondayToFriday(cursor)) left -= 1
  }
}

const isMondayToFriday = (date: Date): boolean => ![0, 6].includes(date.getUTCDay())

const text = (date: Date): string => date.toISOString().slice(0, 10)
