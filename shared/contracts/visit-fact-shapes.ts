import { civilDate, nothing, settledConflict, shape, text, textOrNone } from './fact-shape'
import { gapCodes, identity } from './request-fact-shapes'
import { z } from './zod'

const visitor = z.strictObject({
  name: text(100),
  document: z.strictObject({ ...identity, idNumber: text(40) }).optional(),
  phone: text(30).optional(),
})
const number = z.number().int().min(1).max(999)
const pages = z.number().int().min(1).max(9_999)
const topic = z.string().regex(/^(?:0[1-9]|1\d|2[0-2])$/)
const itemKind = z.enum(['public', 'onRequest', 'archives'])
const archivesKind = z.enum(['marriage', 'employment', 'land', 'other'])
const note = z.strictObject({ note: text(500) }).optional()

/** Shapes of the facts of a visit in the reading room; the lists are those of shared/domain/visits, which a test holds beside them. */
export const visitFactShapes = {
  'visit.signedIn@1': shape(
    z
      .strictObject({
        aim: z.enum(['reading', 'archives']),
        topic: topic.optional(),
        archivesKind: archivesKind.optional(),
        originalSeen: z.literal(true).optional(),
      })
      .refine(({ aim, archivesKind: kind }) => (aim === 'archives') === (kind !== undefined)),
    z.strictObject({ visitor: visitor.optional(), seeks: textOrNone(500) }),
  ),
  'visit.identified@1': shape(z.strictObject({ originalSeen: z.literal(true) }), z.strictObject({ visitor })),
  'visit.itemGiven@1': shape(
    z.strictObject({ itemNo: number, kind: itemKind, indexNo: text(80).optional() }),
    z.strictObject({ title: text(300) }),
  ),
  'visit.itemReturned@1': shape(
    z.strictObject({ itemNo: number, state: z.enum(['whole', 'damaged', 'incomplete']) }),
    note,
  ),
  'visit.copiesMade@1': shape(
    z.strictObject({
      copyNo: number,
      way: z.enum(['copied', 'printed', 'electronic']),
      of: itemKind,
      pages,
      itemNo: number.optional(),
    }),
    nothing,
  ),
  'visit.helpGiven@1': shape(
    z.strictObject({
      helps: z
        .array(z.enum(['readAloud', 'largePrint', 'wroteFor', 'signed', 'guided', 'other']))
        .min(1)
        .max(6),
    }),
    note,
  ),
  'visit.signedOut@1': shape(
    z.strictObject({
      result: z.enum(['found', 'partly', 'notFound', 'toldToApply', 'referred', 'waiting']),
      leftOn: civilDate.optional(),
    }),
    note,
  ),
  'visit.corrected@1': shape(
    z.strictObject({
      topic: topic.optional(),
      item: z
        .strictObject({
          itemNo: number,
          kind: itemKind.optional(),
          indexNo: text(80).nullable().optional(),
          isCancelled: z.literal(true).optional(),
          isOut: z.literal(true).optional(),
        })
        .optional(),
      copies: z.strictObject({ copyNo: number, pages: z.number().int().min(0).max(9_999) }).optional(),
      stillHere: z.literal(true).optional(),
    }),
    z.strictObject({
      reason: text(200),
      visitor: visitor.optional(),
      seeks: textOrNone(500).optional(),
      itemTitle: text(300).optional(),
    }),
  ),
  'visit.archivesAsked@1': shape(
    z.strictObject({
      askNo: number,
      kind: archivesKind,
      relation: z.enum(['self', 'kin', 'agent', 'lawyer', 'unit', 'judicial']),
      isOpenToPublic: z.boolean(),
      proofs: z
        .array(
          z.enum([
            ...(['kinship', 'consent', 'authorisation', 'principalId', 'lawyerLicence'] as const),
            ...(['firmLetter', 'introduction', 'officialId'] as const),
          ]),
        )
        .max(8),
    }),
    z.strictObject({ about: text(100), what: text(500), purpose: text(200), proofWords: textOrNone(500) }),
  ),
  'visit.archivesDecided@1': shape(
    z.strictObject({ askNo: number, decision: z.enum(['show', 'showPart', 'refuse', 'notHeld', 'refer']) }),
    z.strictObject({ shown: z.array(text(300)).max(50), reason: textOrNone(500) }),
  ),
  'visit.certified@1': shape(
    z.strictObject({
      askNo: number,
      certificateNo: text(40),
      agencyId: z.uuid(),
      certifiedOn: civilDate,
      pages: z.number().int().min(0).max(9_999),
    }),
    z.strictObject({ archivalCode: text(100), content: text(2_000), usedFor: text(200) }),
  ),
  'visit.paperProduced@1': shape(
    z.strictObject({
      paper: z.enum(['S03', 'archivesCertificate']),
      certificateNo: text(40).optional(),
      how: z.enum(['printed', 'saved']),
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      pages,
      gaps: gapCodes.optional(),
    }),
    nothing,
  ),
  'visit.revealed@1': shape(z.strictObject({ what: z.literal('visitor') }), nothing),
  'visit.conflictSettled@1': shape(settledConflict, z.strictObject({ reason: text(300) })),
} as const
