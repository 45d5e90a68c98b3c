import type { YearCalendar } from '../calendar/year-calendar'
import type { LawPack } from '../decisions/law-pack'

/** What headquarters sends to an office. The same act lies in headquarters' chain whether a line or a stick brings it. */
interface Sent {
  readonly sendingId: string
  /** One line, as the list shows it. */
  readonly title: string
  /** What headquarters says about it. */
  readonly note?: string
}

export interface SentCalendar extends Sent {
  readonly calendar: YearCalendar
}

export interface SentLawPack extends Sent {
  readonly pack: LawPack
}

export interface SentNotice {
  readonly sendingId: string
  readonly title: string
  readonly text: string
}

export interface SentDocuments extends Sent {
  /** As this program writes documents out: one JSON object a line, without its line end. */
  readonly lines: readonly string[]
}

/**
 * Facts of the subject `office`. Headquarters says the first four in its own chain; nothing of them is in force until a
 * person of the office has accepted it, in an act of the office's own.
 */
export type SendingFact =
  | { readonly type: 'calendar.sent@1'; readonly open: SentCalendar }
  | { readonly type: 'lawPack.sent@1'; readonly open: SentLawPack }
  | { readonly type: 'notice.sent@1'; readonly open: SentNotice }
  | { readonly type: 'documents.sent@1'; readonly open: SentDocuments }
  | { readonly type: 'sending.accepted@1'; readonly open: { readonly sendingId: string } }
  | { readonly type: 'sending.declined@1'; readonly open: { readonly sendingId: string; readonly reason: string } }
  /** Whoever did it has read the notice: on every machine of the office, and headquarters sees how many have. */
  | { readonly type: 'notice.read@1'; readonly open: { readonly sendingId: string } }
  /** Acts whose clock ran ahead of headquarters' by more than a day, and by how much. */
  | { readonly type: 'clock.corrected@1'; readonly open: CorrectedClock }
  /** What became of an act that headquarters had kept apart; a released one is said again right after, with its `from`. */
  | { readonly type: 'quarantine.settled@1'; readonly open: SettledQuarantine }

export interface CorrectedClock {
  readonly chain: string
  readonly fromSeq: number
  readonly toSeq: number
  /** The most of them, milliseconds. */
  readonly byMs: number
  /** Where the last act of the chain before them is folded: they are folded after it. */
  readonly notBefore?: string
  /** How the hash begins on which each of them stands, eight hex digits an act: those of another branch are not meant. */
  readonly prevs?: string
}

export interface SettledQuarantine {
  readonly chain: string
  readonly seq: number
  readonly hash: string
  readonly decision: 'released' | 'refused'
  readonly reason: string
  /** Who at headquarters decided, by name. */
  readonly by: string
}

export type SendingKind = 'calendar' | 'lawPack' | 'notice' | 'documents'

export const sendingTypes: Readonly<Record<SendingFact['type'], true>> = {
  'calendar.sent@1': true,
  'lawPack.sent@1': true,
  'notice.sent@1': true,
  'documents.sent@1': true,
  'sending.accepted@1': true,
  'sending.declined@1': true,
  'notice.read@1': true,
  'clock.corrected@1': true,
  'quarantine.settled@1': true,
}

export const isSendingFact = (fact: { readonly type: string }): fact is SendingFact =>
  Object.hasOwn(sendingTypes, fact.type)

/** What nobody of an office may write: it would speak in headquarters' name. */
export const isSaidByHeadquarters = ({ type }: { readonly type: string }): boolean =>
  type.endsWith('.sent@1') || type === 'clock.corrected@1' || type === 'quarantine.settled@1'
