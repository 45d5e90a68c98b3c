import { z } from './zod'

const seq = z.number().int().nonnegative()
/** Empty where a run came that says not even whose it is. */
const chain = z.string().max(64)
/** Where something came from or went to: headquarters, or a bundle on a stick. */
const by = z.enum(['headquarters', 'bundle'])
/** Why a run was not taken, here or there. */
const why = z.enum([
  ...(['badSignature', 'revoked', 'brokenChain', 'unknownChain', 'wrongOffice', 'notASegment', 'tooLarge'] as const),
  ...(['fork', 'cannotWrite'] as const),
])

/**
 * Why a sealed file was not carried. `changedHere`: it lies here otherwise than its act says; `changedThere`: it came so;
 * `changedOnMedium`: it came so on a stick.
 * `notTaken`: headquarters found something else than what was sent.
 */
const scanFault = z.enum(['changedHere', 'changedThere', 'changedOnMedium', 'notTaken', 'tooLarge', 'unreadable'])
export type ScanFault = z.infer<typeof scanFault>

/** Why the carrying of sealed files ended before its time. */
export const scansTrouble = z.enum(['away', 'refused', 'notUnderstood', 'diskFull', 'diskFailed'])
export type ScansTrouble = z.infer<typeof scansTrouble>

/** One thing that the exchange found out; the screen has a sentence for each. Ids and numbers only. */
export const exchangeFinding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('went'), chain, from: seq, to: seq }),
  z.object({ kind: z.literal('came'), by, chain, from: seq, to: seq }),
  /** Headquarters took nothing of a run; nothing is lost here. */
  z.object({ kind: z.literal('refusedThere'), chain, from: seq, why }),
  z.object({ kind: z.literal('refusedHere'), by, chain, from: seq, why }),
  /** The own chain had parted at `at`: this machine was put back or its disk copied. Everything after it was said again. */
  z.object({ kind: z.literal('rolledOver'), chain, at: seq, next: chain }),
  /** Another machine's chain had parted, and the branch that stood here was not the one that stays. */
  z.object({ kind: z.literal('branchLeft'), by, chain, at: seq }),
  /** Another machine's chain had parted, and the branch that stands here stays. */
  z.object({ kind: z.literal('branchKept'), by, chain, at: seq }),
  /** Headquarters says that the chain parted, and cannot show an act that the chain signed. Nothing was changed here. */
  z.object({ kind: z.literal('partingNotShown'), chain, seq }),
  /** Headquarters was restored from a backup: what it lost is sent again. */
  z.object({ kind: z.literal('headquartersWentBack'), chain, from: seq, to: seq }),
  /** Two receipts of headquarters for one act that differ. */
  z.object({ kind: z.literal('headquartersRewrote'), chain, seq }),
  z.object({ kind: z.literal('receiptNotSigned') }),
  /** The clock of the machine that wrote them ran ahead of headquarters'. */
  z.object({ kind: z.literal('clockAhead'), chain, fromSeq: seq, byMs: z.number() }),
  /** A bundle brought acts of a moment that has not come yet by the clock of this machine. */
  z.object({ kind: z.literal('fromTheFuture'), chain, fromSeq: seq, byMs: z.number() }),
  /** Stored there, and not understood there yet (`pending`) or not projected (`poison`). */
  z.object({ kind: z.literal('noted'), chain, seq, as: z.enum(['pending', 'poison']) }),
  /** A sealed file, by the beginning of its name. */
  z.object({ kind: z.literal('scanHeldUp'), file: z.string().max(64), why: scanFault }),
  z.object({ kind: z.literal('scansBrokenOff'), why: scansTrouble }),
  z.object({
    kind: z.literal('noAnswer'),
    why: z.enum(['away', 'refused', 'notUnderstood', 'locked', 'stopped', 'tooOften']),
  }),
])

export type ExchangeFinding = Readonly<z.infer<typeof exchangeFinding>>
export type Carrier = z.infer<typeof by>
export type Refusal = z.infer<typeof why>

/** As the screen shows it. The same one again is told once, with its number and its last moment. */
export const notedFinding = z.object({
  finding: exchangeFinding,
  /** Milliseconds since 1970. */
  lastAt: z.number(),
  times: z.number().int(),
})
export type NotedFinding = Readonly<z.infer<typeof notedFinding>>
