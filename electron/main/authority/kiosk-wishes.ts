import { postsForEnquiry } from '#shared/domain/enquiries/enquiry-acts'
import { countableWish } from '#shared/domain/enquiries/searched-words'
import type { Post } from '#shared/domain/people/person-facts'

/** What may be counted of searches at the kiosk, and under which post whoever is signed in may write it down. */
export const kioskWishes = {
  /** As it may be kept; null where it may not. */
  wordsOf: countableWish,
  /** Undefined where none of these posts may. */
  roleOf: (posts: readonly Post[]): Post | undefined =>
    posts.find(post => postsForEnquiry['enquiry.unmet@1'].includes(post)),
}
export type KioskWishes = typeof kioskWishes
