import type { SegmentAnswer } from '#shared/contracts/headquarters-api'
import type { LinkProblem } from './headquarters-link'

/** Where something came from or went to: headquarters, or a bundle on a stick. */
export type Carrier = 'headquarters' | 'bundle'

/** Why a run was not taken, here or there. */
export type Refusal = Exclude<SegmentAnswer['kind'], 'taken' | 'gap' | 'fork'> | 'fork' | 'cannotWrite'

/** One thing that the exchange found out; the screen has a sentence for each. Ids and numbers only. */
export type ExchangeFinding =
  | { readonly kind: 'went'; readonly chain: string; readonly from: number; readonly to: number }
  | {
      readonly kind: 'came'
      readonly by: Carrier
      readonly chain: string
      readonly from: number
      readonly to: number
    }
  /** Headquarters took nothing of a run; nothing is lost here. */
  | { readonly kind: 'refusedThere'; readonly chain: string; readonly from: number; readonly why: Refusal }
  | {
      readonly kind: 'refusedHere'
      readonly by: Carrier
      readonly chain: string
      readonly from: number
      readonly why: Refusal
    }
  /** The own chain had parted at `at`: this machine was put back or its disk copied. Everything after it was said again. */
  | { readonly kind: 'rolledOver'; readonly chain: string; readonly at: number; readonly next: string }
  /** Another machine's chain had parted, and the branch that stood here was not the one that stays. */
  | { readonly kind: 'branchLeft'; readonly by: Carrier; readonly chain: string; readonly at: number }
  /** Another machine's chain had parted, and the branch that stands here stays. */
  | { readonly kind: 'branchKept'; readonly by: Carrier; readonly chain: string; readonly at: number }
  /** Headquarters says that the chain parted, and cannot show an act that the chain signed. Nothing was changed here. */
  | { readonly kind: 'partingNotShown'; readonly chain: string; readonly seq: number }
  /** Headquarters was restored from a backup: what it lost is sent again. */
  | { readonly kind: 'headquartersWentBack'; readonly chain: string; readonly from: number; readonly to: number }
  /** Two receipts of headquarters for one act that differ. */
  | { readonly kind: 'headquartersRewrote'; readonly chain: string; readonly seq: number }
  | { readonly kind: 'receiptNotSigned' }
  /** The clock of the machine that wrote them ran ahead of headquarters'. */
  | { readonly kind: 'clockAhead'; readonly chain: string; readonly fromSeq: number; readonly byMs: number }
  /** Stored there, and not understood there yet (`pending`) or not projected (`poison`). */
  | { readonly kind: 'noted'; readonly chain: string; readonly seq: number; readonly as: 'pending' | 'poison' }
  | { readonly kind: 'noAnswer'; readonly why: LinkProblem['kind'] }

/** Told of every finding as it is made. */
export type TellFinding = (finding: ExchangeFinding) => void
