import { officePlace } from './headquarters-console'
import { z } from './zod'

const count = z.number().int().min(0)
/** Whatever a machine may write: words that this version does not know too. */
const word = z.string().max(200)
const month = z.string().regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/)

const counted = { applicantType: word, status: word, decision: word, cases: count }

/** GET /v1/console/statistics?year=: what arrived in a year at all offices together. */
export const yearQuery = z.strictObject({ year: z.coerce.number().int().min(1_990).max(2_200) })
export const yearAnswer = z.strictObject({
  year: z.number().int(),
  /** The day by which what still runs is overdue or not. */
  on: z.iso.date(),
  /** By the month of arrival; a month without any is missing. */
  months: z.array(z.strictObject({ month, cases: count, open: count, overdue: count })),
  kinds: z.array(z.strictObject(counted)),
})
export type YearAnswer = z.infer<typeof yearAnswer>

/** GET /v1/console/offices/:officeId/statistics?month=: what arrived at one office, day by day. */
export const monthQuery = z.strictObject({ month })
export const monthAnswer = officePlace.extend({
  month,
  days: z.array(z.strictObject({ day: z.iso.date(), ...counted })),
})
export type MonthAnswer = z.infer<typeof monthAnswer>
