import { monthOfOffice, yearOfAll } from '../../../headquarters/store/statistics'
import { officeStandings } from '../../../headquarters/store/offices'
import type { Database } from '../../../headquarters/store/database'
import { percentile } from '../figures'
import { benchYear } from './office-acts'

export interface Spread {
  readonly p50: number
  readonly p95: number
}

export interface ReadFigures {
  readonly year: Spread
  readonly month: Spread
  readonly standings: Spread
  /** Cases that the year's statistics count: every one that was filled in. */
  readonly casesOfYear: number
  /** Cases of the months that were asked for. */
  readonly casesOfMonths: number
}

/** Milliseconds until the rows are in the program. */
export async function benchReads(db: Database, offices: readonly number[]): Promise<ReadFigures> {
  let casesOfYear = 0
  const year = await times(30, async () => {
    casesOfYear = (await yearOfAll(db, benchYear)).reduce((sum, { cases }) => sum + cases, 0)
  })
  let casesOfMonths = 0
  const month = await times(400, async round => {
    const office = offices[(round * 7_919) % offices.length]!
    const days = await monthOfOffice(db, office, `${benchYear}-${String(1 + (round % 12)).padStart(2, '0')}`)
    casesOfMonths += days.reduce((sum, { cases }) => sum + cases, 0)
  })
  const standings = await times(10, async () => {
    await officeStandings(db, `${benchYear}-06-15`, `${benchYear}-06-18`)
  })
  return { year, month, standings, casesOfYear, casesOfMonths }
}

async function times(rounds: number, work: (round: number) => Promise<void>): Promise<Spread> {
  await work(0)
  const ms: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    await work(round)
    ms.push(performance.now() - started)
  }
  return { p50: percentile(ms, 0.5), p95: percentile(ms, 0.95) }
}
