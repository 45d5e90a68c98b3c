import { civilDate, nothing, shape, text } from './fact-shape'
import { z } from './zod'

export const exportOf = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), requestNo: text(40) }),
  z.strictObject({ kind: z.literal('period'), from: civilDate, to: civilDate }),
  z.strictObject({ kind: z.literal('register') }),
  z.strictObject({ kind: z.literal('catalogue') }),
  z.strictObject({ kind: z.literal('bundle') }),
])

/** As it can be written on a label with a pen. */
export const mediumNo = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/)
const exportId = z.uuid()

/** Whoever gives a reason names people in it: it is of the personal part, which goes nowhere in clear. */
const reasonGiven = z.strictObject({ reason: text(200) }).optional()
/** Acts of earlier builds have it here. */
const reasonOfOld = { reason: text(200).optional() }

export const mediaFactShapes = {
  'media.unmaskedApproved@1': shape(
    z.strictObject({ approvalId: z.uuid(), of: exportOf, ...reasonOfOld }),
    reasonGiven,
  ),
  'media.exported@1': shape(
    z.strictObject({
      ...{ exportId, mediumNo, onto: z.enum(['stick', 'folder']), serial: text(80).optional(), of: exportOf },
      ...{ isMasked: z.boolean(), approvalId: z.uuid().optional(), receiver: text(60) },
      folder: z.string().regex(/^records-desk-\d{8}-[0-9a-f]{8}$/),
      files: z.number().int().min(1).max(1_000_000),
      bytes: z.number().int().min(1),
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      on: civilDate,
    }),
    z.strictObject({ holder: text(50) }),
  ),
  'media.exportUndone@1': shape(z.strictObject({ exportId }), nothing),
  'media.acknowledged@1': shape(
    z.strictObject({ exportId, on: civilDate, how: z.enum(['paper', 'medium']) }),
    z.strictObject({ receivedBy: text(50) }),
  ),
  'media.received@1': shape(
    z.strictObject({
      exportId,
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      on: civilDate,
      receiver: text(60),
    }),
    nothing,
  ),
  'media.missing@1': shape(z.strictObject({ exportId, on: civilDate, ...reasonOfOld }), reasonGiven),
} as const
