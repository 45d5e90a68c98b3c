import { channel } from './channel'
import { notedFinding, scansTrouble } from './exchange-finding'
import { receipt } from './exchange-shapes'
import { z } from './zod'

const seq = z.number().int().nonnegative()
/** Milliseconds since 1970. */
const moment = z.number()
/** Of headquarters' key: eight groups of four digits, as it prints them. */
const keyPrint = z.string().max(60)
const address = z.string().min(1).max(200)
/** `530102001-07-48213770-4`, as it was typed. */
const code = z.string().min(1).max(60)

/** What the top bar shows; asked for again whenever main says that it changed. */
export const exchangeStatus = z.object({
  /** Null: this machine is enrolled nowhere. `address` null: it exchanges by media only. */
  headquarters: z
    .object({ chain: z.string(), address: z.string().nullable(), keyPrint, enrolledAt: moment })
    .nullable(),
  /** A key that headquarters answered with and that nobody has compared yet. */
  unconfirmed: z.object({ keyPrint, clockOffsetMs: z.number().nullable() }).nullable(),
  /** Acts that went and came in the pass that runs now; null while none does. */
  running: z.object({ went: seq, came: seq }).nullable(),
  /** Acts that are here and that no receipt of headquarters covers. */
  waiting: seq,
  oldestWaitingAt: moment.nullable(),
  /** Sealed files that acts name and that do not lie on both sides: the exchange is level only where there are none. */
  scans: z.object({
    go: z.object({ files: seq, bytes: seq }),
    /** `elsewhere` of them headquarters lacked itself when it was asked last. */
    come: z.object({ files: seq, bytes: seq, elsewhere: seq }),
    /** Why the last carrying ended before its time; null where it did not. */
    trouble: scansTrouble.nullable(),
  }),
  /** When headquarters had received the last act that it has signed for. */
  confirmedAt: moment.nullable(),
  /** Headquarters answered, whatever it said. */
  lastContactAt: moment.nullable(),
  /** End of the last pass that went through. */
  levelAt: moment.nullable(),
  nextTryAt: moment.nullable(),
  /** Why the last pass did not go through; null where it did. */
  trouble: z.enum(['away', 'refused', 'notUnderstood', 'stopped', 'tooOften']).nullable(),
  /** Headquarters' clock minus this machine's, as far as it is known. */
  clockOffsetMs: z.number().nullable(),
  /** The chain that this machine writes, and how far headquarters has signed for it; null while locked or enrolled nowhere. */
  own: z.object({ chain: z.string(), confirmed: seq }).nullable(),
})
export type ExchangeStatus = Readonly<z.infer<typeof exchangeStatus>>

/** One chain of the office, and how far it stands here and at headquarters. */
const chainStanding = z.object({
  chain: z.string(),
  whose: z.enum(['own', 'former', 'headquarters', 'other']),
  held: seq,
  confirmed: seq,
  confirmedAt: moment.nullable(),
  oldestWaitingAt: moment.nullable(),
  /** From this act on nothing of it counts. */
  revokedFrom: seq.nullable(),
})
export type ChainStanding = Readonly<z.infer<typeof chainStanding>>

/** What several machines did that no order of arrival can settle (`Finding` of the authority). */
const usedTwice = z.object({
  kind: z.literal('numberUsedTwice'),
  series: z.string().max(40),
  number: z.string().max(120),
  subjects: z.array(z.string().max(80)),
})
export type UsedTwice = Readonly<z.infer<typeof usedTwice>>

/** Two receipts of headquarters over one act that differ, as it signed them. */
const contradicted = z.object({ chain: z.string(), seq, before: receipt, now: receipt })
export type Contradicted = Readonly<z.infer<typeof contradicted>>

/**
 * Headquarters signed for act `seq`, said later that it holds no more than `to` of the chain, and has not signed for that act again:
 * it was put back from a backup.
 */
const outlived = contradicted.extend({ to: seq })

/** All of them as a file that is carried out of the office, with what whoever checks the signatures needs. */
export const contradictedFile = z.object({
  format: z.literal('records-desk-contradicted-receipts'),
  version: z.literal(1),
  /** Of the ledger, as it stands in every note. */
  office: z.string(),
  /** Ed25519, SPKI in base64; a signature is over the UTF-8 bytes of its note. */
  headquarters: z.object({ chain: z.string(), publicKey: z.string() }),
  receipts: z.array(contradicted),
  outlived: z.array(outlived),
})
export type ContradictedFile = Readonly<z.infer<typeof contradictedFile>>

export const exchangeReport = z.object({
  chains: z.array(chainStanding),
  /** The newest first. */
  findings: z.array(notedFinding),
  usedTwice: z.array(usedTwice),
  contradicted: z.array(contradicted),
  outlived: z.array(outlived),
})
export type ExchangeReport = Readonly<z.infer<typeof exchangeReport>>

/** The exchange with headquarters. It runs by itself; these only look, hurry, stop, and say with whom. */
export const exchangeChannels = {
  'exchange:status': channel(z.void(), exchangeStatus),
  'exchange:report': channel(z.void(), exchangeReport),
  /** Receipts that contradict each other, into a file where the person says. */
  'exchange:saveContradicted': channel(
    z.void(),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('written'), path: z.string() }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  ),
  /** Begins a pass now; how far it is, `exchange:status` says. */
  'exchange:now': channel(z.void(), z.void()),
  /** Ends the pass that runs; what went and came stays. The next one comes by itself. */
  'exchange:stop': channel(z.void(), z.void()),
  /** Enrols this machine on the line. The key that headquarters answers with counts once it is confirmed. */
  'exchange:enrol': channel(z.object({ address, code }), z.void()),
  /** The same by a stick: writes the request, and reads the answer that comes back. */
  'exchange:writeRequest': channel(
    z.object({ code }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('written'), path: z.string() }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  ),
  'exchange:readAnswer': channel(z.void(), z.object({ outcome: z.enum(['read', 'cancelled']) })),
  /** A person has compared: the key is pinned and headquarters' chain admitted, which is an act. */
  'exchange:confirmKey': channel(z.object({ keyPrint }), z.void()),
  'exchange:dropKey': channel(z.void(), z.void()),
  /** Where headquarters is to be reached from now on; null: by media only. The pinned key stays. */
  'exchange:setAddress': channel(z.object({ address: address.nullable() }), z.void()),
  /** Ends the exchange of this machine. Nothing is deleted, here or there. */
  'exchange:leave': channel(z.void(), z.void()),
} as const
