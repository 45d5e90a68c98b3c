import type { Brand } from '../../kernel/brand'
import type { CivilDate } from '../calendar/civil-date'
import type { DocumentId } from '../catalogue/document-facts'

export type EnquiryId = Brand<string, 'EnquiryId'>

/** In how many visits of one day visitors looked for the same in vain, without a moment. */
export interface CountedAtKiosk {
  readonly on: CivilDate
  readonly times: number
}

/** What became of a wish for information that the catalogue did not have. */
export type EnquiryOutcome = 'published' | 'notHeld' | 'notSuitable'

/**
 * A question put to the catalogue at the counter, answered at once or not. It names no person; the words that were looked
 * for are sealed all the same, because somebody may have looked for a name.
 */
export type EnquiryFact =
  /** What was asked is public already: no request was needed (条例 art. 36(1) at a desk). */
  | {
      readonly type: 'enquiry.answered@1'
      readonly open: { readonly documentIds: readonly DocumentId[] }
      readonly personal: { readonly words: string }
    }
  /** It was looked for and not found: once at the desk, or at the kiosk, where a day's searches are counted together. */
  | {
      readonly type: 'enquiry.unmet@1'
      readonly open: { readonly atKiosk?: CountedAtKiosk }
      readonly personal: { readonly words: string }
    }
  /** Put forward to be disclosed by the office itself (条例 art. 44(2)). */
  | {
      readonly type: 'enquiry.proposed@1'
      readonly open: Readonly<Record<string, never>>
      readonly personal: { readonly reason: string }
    }
  | {
      readonly type: 'enquiry.settled@1'
      readonly open: { readonly outcome: EnquiryOutcome; readonly documentId?: DocumentId }
    }

export type EnquiryFactType = EnquiryFact['type']
