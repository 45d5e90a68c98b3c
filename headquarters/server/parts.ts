import type { Database } from '../store/database'
import type { CalendarBook } from '../store/projection/calendar-book'
import type { Config } from './config'
import type { Metrics } from './metrics'
import type { OwnKey } from './own-key'
import type { ToldHeads } from './told-heads'

/** What routes and commands work with. */
export interface Parts {
  readonly config: Config
  readonly db: Database
  readonly calendars: CalendarBook
  readonly key: OwnKey
  readonly told: ToldHeads
  readonly metrics: Metrics
  readonly now: () => number
  readonly random: (bytes: number) => Buffer
  /** Digest of the token by which people at headquarters are known. */
  readonly operatorDigest: string
  /** Built pages of the console; the server does without where there are none. */
  readonly consoleFolder: string
  /** Of scrypt: 2 to this power. */
  readonly scryptLog2: number
}

export const storeParts = ({ db, calendars, now }: Parts) => ({ db, calendar: calendars.calendar, now })
