import { civilDate, nothing, shape, text } from './fact-shape'
import { z } from './zod'

const sendingId = z.uuid()
const sent = { sendingId, title: text(200), note: text(2_000).optional() }

const namedDay = z.strictObject({ date: civilDate, name: text(40), notice: text(80).optional() })
/** Whether its days hold together `parseYearCalendar` says. */
const yearCalendar = z.strictObject({
  year: z.number().int().min(2008).max(2200),
  notice: text(80),
  noticeUrls: z.array(z.string().max(300)).max(10),
  note: z.string().max(2_000),
  holidays: z.array(namedDay).min(1).max(120),
  workdays: z.array(namedDay).max(60),
})

const name = z.string().regex(/^[A-Za-z_]{1,60}$/)
const paragraphs = z.array(text(4_000)).min(1).max(20)
/** Whether its rules and clauses hold together `readLawPack` says. */
const lawPack = z.strictObject({
  id: text(60),
  effectiveFrom: civilDate,
  effectiveTo: civilDate.nullable(),
  note: z.string().max(4_000),
  sources: z
    .array(z.strictObject({ title: text(200), articles: text(400) }))
    .min(1)
    .max(40),
  terms: z.record(name, z.number().int().min(1).max(99)),
  reconsiderationFirstArticles: z.array(text(10)).min(1).max(40),
  remedies: z.record(name, name),
  remedyMayBeLeftOut: z.array(name).max(40).optional(),
  clauses: z.record(name, paragraphs),
  noReply: paragraphs.optional(),
})

/** Of one sending of documents: it travels as one act, beside a thousand others. */
export const mostSentDocuments = 500
export const mostSentDocumentBytes = 1024 * 1024

const chain = z.string().regex(/^[0-9a-f]{32}$/)
const seq = z.number().int().min(1)

/** Exact shape of what headquarters sends, and of what an office answers. */
export const sendingFactShapes = {
  'calendar.sent@1': shape(z.strictObject({ ...sent, calendar: yearCalendar }), nothing),
  'lawPack.sent@1': shape(z.strictObject({ ...sent, pack: lawPack }), nothing),
  'notice.sent@1': shape(z.strictObject({ sendingId, title: text(200), text: text(20_000) }), nothing),
  'documents.sent@1': shape(
    z.strictObject({ ...sent, lines: z.array(text(mostSentDocumentBytes)).min(1).max(mostSentDocuments) }),
    nothing,
  ),
  'sending.accepted@1': shape(z.strictObject({ sendingId }), nothing),
  'sending.declined@1': shape(z.strictObject({ sendingId, reason: text(200) }), nothing),
  'notice.read@1': shape(z.strictObject({ sendingId }), nothing),
  'clock.corrected@1': shape(
    z.strictObject({
      ...{ chain, fromSeq: seq, toSeq: seq, byMs: z.number().int().min(0) },
      notBefore: z
        .string()
        .regex(/^\d{15}-[0-9a-f]{4}$/)
        .optional(),
      prevs: z
        .string()
        .regex(/^(?:[0-9a-f]{8}){1,1000}$/)
        .optional(),
    }),
    nothing,
  ),
  'quarantine.settled@1': shape(
    z.strictObject({
      ...{ chain, seq, hash: z.string().regex(/^[0-9a-f]{64}$/), decision: z.enum(['released', 'refused']) },
      ...{ reason: text(200), by: text(40) },
    }),
    nothing,
  ),
} as const
