import type { EnquiryRecord } from '#shared/application/enquiry-ports'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { foldedWords } from '#shared/domain/folded-words'
import type { EnquiryId, EnquiryOutcome } from '#shared/domain/enquiries/enquiry-facts'

/** The same words, looked for once or often. */
export interface DemandLine {
  /** Undefined where the retention period has passed. */
  readonly words: string | undefined
  readonly times: number
  /** Of these, how often visitors looked for it at the kiosk. */
  readonly atKiosk: number
  /** Milliseconds; of searches at the kiosk when they were taken down. */
  readonly lastAt: number
  /** The day alone, where the last was at the kiosk. */
  readonly lastOn: CivilDate | null
  readonly state: 'open' | 'proposed' | EnquiryOutcome
  /** Those that are not settled yet: a result is recorded of each. */
  readonly unsettled: readonly EnquiryId[]
  /** The one that stands for all of them where they are put forward. */
  readonly enquiryId: EnquiryId
}

/** Most often first, then latest; what is settled comes last. */
export function demandLines(records: readonly EnquiryRecord[]): readonly DemandLine[] {
  const byWords = new Map<string, EnquiryRecord[]>()
  for (const record of records) {
    if (record.enquiry.kind !== 'unmet') continue
    const key = keyOf(record)
    byWords.set(key, [...(byWords.get(key) ?? []), record])
  }
  const lines = [...byWords.values()].map(lineOf)
  return lines.sort((a, b) => Number(isSettled(a)) - Number(isSettled(b)) || b.times - a.times || b.lastAt - a.lastAt)
}

export const isSettled = ({ state }: DemandLine): boolean => state !== 'open' && state !== 'proposed'

function keyOf({ enquiryId, enquiry: { words } }: EnquiryRecord): string {
  return words === undefined ? enquiryId : foldedWords(words)
}

/** Where some are settled and the same was looked for again, it is open again. */
function lineOf(records: readonly EnquiryRecord[]): DemandLine {
  const newestFirst = records.toSorted((a, b) => b.enquiry.noted.at - a.enquiry.noted.at)
  const unsettled = newestFirst.filter(({ enquiry }) => !enquiry.settled)
  const [newest] = newestFirst as [EnquiryRecord, ...EnquiryRecord[]]
  const isProposed = unsettled.some(({ enquiry }) => enquiry.proposed)
  const settled = newest.enquiry.settled?.outcome
  const atKiosk = records.reduce((sum, { enquiry }) => sum + (enquiry.atKiosk?.times ?? 0), 0)
  const noted = records.filter(({ enquiry }) => !enquiry.atKiosk).length
  return {
    words: newest.enquiry.words,
    ...{ times: noted + atKiosk, atKiosk },
    lastAt: newest.enquiry.noted.at,
    lastOn: newest.enquiry.atKiosk?.on ?? null,
    state: unsettled.length > 0 || !settled ? (isProposed ? 'proposed' : 'open') : settled,
    unsettled: unsettled.map(({ enquiryId }) => enquiryId),
    enquiryId: (unsettled[0] ?? newest).enquiryId,
  }
}
