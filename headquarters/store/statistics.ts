import { sql } from 'kysely'
import { inOffice, inOverview, type Database } from './database'

/** Cases of one kind, by what became of them. Which of them arrived in the year or month says the question. */
export interface CountedCases {
  readonly applicantType: string
  readonly status: string
  /** Empty while nothing is decided. */
  readonly decision: string
  readonly cases: number
}

/** Every office together: cases that arrived in a year (the table of the annual report asks by applicant and decision). */
export function yearOfAll(db: Database, year: number): Promise<readonly CountedCases[]> {
  return inOverview(db, async rows => {
    const { rows: found } = await sql<CountedCases>`
      select applicant_type as "applicantType", status, decision, sum(cases)::int as cases
      from stat_day where day >= ${`${year}-01-01`}::date and day < ${`${year + 1}-01-01`}::date
      group by applicant_type, status, decision order by applicant_type, status, decision`.execute(rows)
    return found
  })
}

export interface CountedDay extends CountedCases {
  readonly day: string
}

/** One office day by day; `month` is `YYYY-MM`. */
export function monthOfOffice(db: Database, officeId: number, month: string): Promise<readonly CountedDay[]> {
  const first = `${month}-01`
  return inOffice(db, officeId, async rows => {
    const { rows: found } = await sql<CountedDay>`
      select day, applicant_type as "applicantType", status, decision, cases
      from stat_day where office_id = ${officeId} and day >= ${first}::date and day < ${first}::date + interval '1 month'
      order by day, applicant_type, status, decision`.execute(rows)
    return found
  })
}

export interface CountedMonth {
  /** `YYYY-MM` of arrival. */
  readonly month: string
  readonly cases: number
  readonly open: number
  readonly overdue: number
}

/** Every office together, by the month of arrival. Overdue as in the list of offices: open still, by a date that is final. */
export function monthsOfYear(db: Database, year: number, today: string): Promise<readonly CountedMonth[]> {
  return inOverview(db, async rows => {
    const { rows: found } = await sql<CountedMonth>`
      select to_char(arrived_on, 'YYYY-MM') as month, count(*)::int as cases,
        (count(*) filter (where status not in ('served', 'closed')))::int as open,
        (count(*) filter (where status not in ('served', 'closed') and certainty = 'final'
          and due_on < ${today}::date))::int as overdue
      from case_fact where arrived_on >= ${`${year}-01-01`}::date and arrived_on < ${`${year + 1}-01-01`}::date
      group by 1 order by 1`.execute(rows)
    return found
  })
}
