import { chainId, hexDigest, instant } from './exchange-shapes'
import { officePlace } from './headquarters-console'
import { sendingFactShapes } from './sending-shapes'
import { z } from './zod'

/** What people at headquarters send, see of it, and decide about acts that were kept apart (`/v1/console/…`). */
const sendingId = z.uuid()
const kind = z.enum(['calendar', 'lawPack', 'notice', 'documents'])

const calendar = sendingFactShapes['calendar.sent@1'].open.omit({ sendingId: true })
const lawPack = sendingFactShapes['lawPack.sent@1'].open.omit({ sendingId: true })
const notice = sendingFactShapes['notice.sent@1'].open.omit({ sendingId: true })
const documents = sendingFactShapes['documents.sent@1'].open.omit({ sendingId: true })

/** POST /v1/console/sendings. Asked again with the same id, it is done where it was not done before. */
export const newSending = z.strictObject({
  sendingId,
  offices: z.array(officePlace.shape.officeId).min(1).max(200),
  content: z.discriminatedUnion('kind', [
    calendar.extend({ kind: z.literal('calendar') }),
    lawPack.extend({ kind: z.literal('lawPack') }),
    notice.extend({ kind: z.literal('notice') }),
    documents.extend({ kind: z.literal('documents') }),
  ]),
})
export type NewSending = z.output<typeof newSending>

export const sentTo = z.strictObject({
  results: z.array(
    z.strictObject({
      officeId: z.number().int(),
      /** `noMachine`: none has enrolled, so the office has no ledger to say it in. */
      outcome: z.enum(['sent', 'already', 'noMachine', 'unknown']),
    }),
  ),
})
export type SentTo = z.infer<typeof sentTo>

const count = z.number().int()

/** GET /v1/console/sendings, newest first. */
export const sendingsAnswer = z.strictObject({
  sendings: z.array(
    z.strictObject({
      ...{ sendingId, kind, title: z.string(), sentAt: instant },
      ...{ offices: count, received: count, accepted: count, declined: count, read: count },
    }),
  ),
})
export type SendingsAnswer = z.infer<typeof sendingsAnswer>

/** GET /v1/console/sendings/:sendingId */
export const sendingPlace = z.strictObject({ sendingId })
export const sendingAnswer = z.strictObject({
  ...{ sendingId, kind, title: z.string(), sentAt: instant },
  offices: z.array(
    z.strictObject({
      ...{ officeId: count, name: z.string(), receivedAt: instant.nullable() },
      ...{ answer: z.enum(['accepted', 'declined']).nullable(), reason: z.string().nullable() },
      ...{ answeredAt: instant.nullable(), readers: count },
    }),
  ),
})
export type SendingAnswered = z.infer<typeof sendingAnswer>

/** GET /v1/console/offices/:officeId/documents: what the office has published itself, to be sent on to others. */
export const documentsQuery = z.strictObject({ words: z.string().trim().min(2).max(60) })
export const mostDocumentsFound = 50
export const documentsAnswer = z.strictObject({
  documents: z
    .array(
      z.strictObject({
        documentId: z.uuid(),
        /** Of a public document, as its catalogue prints them. */
        details: z.looseObject({ title: z.string(), topicClass: z.string(), publishedOn: z.string() }),
        text: z.string(),
      }),
    )
    .max(mostDocumentsFound),
})
export type FoundDocument = z.infer<typeof documentsAnswer>['documents'][number]

/** GET /v1/console/offices/:officeId/quarantine: which acts, never what stands in them. */
export const quarantineAnswer = z.strictObject({
  acts: z.array(
    z.strictObject({
      ...{ chain: chainId, seq: count, hash: hexDigest, why: z.enum(['fork', 'revoked']), seenAt: instant },
      /** When it was written, by the clock of its machine; null where it is of a newer form. */
      writtenAt: instant.nullable(),
      about: z.string(),
      types: z.array(z.string()),
      isSaidAgain: z.boolean(),
      decided: z
        .strictObject({ decision: z.enum(['released', 'refused']), by: z.string(), reason: z.string(), at: instant })
        .nullable(),
    }),
  ),
})
export type QuarantineAnswer = z.infer<typeof quarantineAnswer>

/** POST /v1/console/offices/:officeId/quarantine/:hash */
export const quarantinePlace = officePlace.extend({ hash: hexDigest })
const words = (longest: number) => z.string().trim().min(1).max(longest)
export const quarantineDecision = z.strictObject({
  decision: z.enum(['released', 'refused']),
  by: words(40),
  reason: words(200),
})
export type QuarantineDecision = z.infer<typeof quarantineDecision>
export const settledQuarantine = z.strictObject({ decision: z.enum(['released', 'refused']) })
