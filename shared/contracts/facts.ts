import { chainFactShapes } from './chain-fact-shapes'
import { civilDate, nothing, shape, text } from './fact-shape'
import { numberSeries } from './pieces'
import { wordedLetters } from './worded-letters'
import { enquiryFactShapes } from './enquiry-fact-shapes'
import { outtakeFormats, sourceKinds } from './document-source'
import { documentFactShapes } from './document-fact-shapes'
import { standardListShapes } from './standard-list-shapes'
import { requestFactShapes } from './request-fact-shapes'
import { visitFactShapes } from './visit-fact-shapes'
import { bookletFactShapes } from './booklet-shapes'
import { mediaFactShapes } from './media-shapes'
import { sendingFactShapes } from './sending-shapes'
import { z } from './zod'

const posts = z.array(z.enum(['clerk', 'reviewer', 'head', 'administrator'])).max(4)
const remedyBody = z.strictObject({ name: text(60), address: text(120) })
const worded = z.string().max(600)
const agency = z.strictObject({
  agencyId: z.uuid(),
  name: text(60),
  code: text(12),
  address: text(120),
  contactName: text(60),
  contactPhone: text(40),
  reconsiderationBody: remedyBody.extend({ onlineAddress: text(200).optional() }),
  court: remedyBody,
  remedyOfGrants: z.enum(['printed', 'leftOut']).optional(),
})
/** The bounds are the law's (office-settings.ts); here only that it is a count. */
const count = z.number().int().min(1).max(10_000)
const carried = z.number().int().min(0).max(100_000)
export const carriedOver = z.strictObject({
  agencyId: z.uuid(),
  year: z.number().int().min(2008).max(2200),
  counts: z.strictObject({
    naturalPerson: carried,
    commercial: carried,
    research: carried,
    publicBenefit: carried,
    legalService: carried,
    otherOrganisation: carried,
  }),
})

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Exact shape of every fact this version writes. A window of ours that was taken over cannot write another one. */
export const factShapes = {
  'office.established@1': shape(z.strictObject({ name: text(60), placeCode: text(6) }), nothing),
  ...chainFactShapes,
  'workstation.enrolled@1': shape(z.strictObject({ code: text(3), windowName: text(20) }), nothing),
  'agency.added@1': shape(agency, nothing),
  'agency.changed@1': shape(agency.extend({ reason: text(200) }), nothing),
  'office.settingsChanged@1': shape(
    z.strictObject({
      warningWorkingDays: count.optional(),
      firstResponseHours: count.optional(),
      handlingWorkingDays: count.optional(),
      autoLockMinutes: count.optional(),
      makesPledge: z.boolean().optional(),
      defaultAgencyId: z.uuid().optional(),
    }),
    nothing,
  ),
  'wording.changed@1': shape(
    z.strictObject({
      letter: z.enum(wordedLetters),
      version: z.number().int().min(1).max(100_000),
      texts: z.strictObject({
        opening: worded.optional(),
        reasons: worded.optional(),
        closing: worded.optional(),
        contact: worded.optional(),
      }),
    }),
    nothing,
  ),
  'number.voided@1': shape(z.strictObject({ series: numberSeries, number: text(40), reason: text(200) }), nothing),
  'series.started@1': shape(z.strictObject({ series: numberSeries, lastUsed: text(40), reason: text(200) }), nothing),
  'recovery.renewed@1': shape(z.strictObject({}), nothing),
  'register.exported@1': shape(
    z.strictObject({
      format: z.enum(['xlsx', 'csv', 'pdf', 'paper', 'jsonl']),
      /** Of a register on paper or as PDF. */
      pages: z.number().int().min(1).max(20_000).optional(),
      rows: z.number().int().min(0).max(200_000),
      isMasked: z.boolean(),
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.number().int().min(1),
    }),
    nothing,
  ),
  'register.imported@1': shape(
    z.strictObject({
      batchId: z.uuid(),
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      cases: z.number().int().min(0).max(20_000),
      preparedBy: z.uuid(),
    }),
    nothing,
  ),
  'register.carriedOver@1': shape(carriedOver, nothing),
  'kiosk.answered@1': shape(
    z.strictObject({ countId: z.uuid(), on: civilDate, satisfied: carried, fair: carried, dissatisfied: carried }),
    nothing,
  ),
  'clock.confirmed@1': shape(z.strictObject({ today: civilDate, machineSaid: civilDate }), nothing),
  'person.added@1': shape(z.strictObject({ posts }), z.strictObject({ name: text(50) })),
  'person.postsChanged@1': shape(z.strictObject({ posts }), nothing),
  'person.passwordSet@1': shape(z.strictObject({ by: z.enum(['self', 'administrator', 'recoverySheet']) }), nothing),
  'person.signedIn@1': shape(z.strictObject({ failuresBefore: z.number().int().nonnegative() }), nothing),
  'indexNumbering.set@1': shape(
    z.strictObject({
      agencyId: z.uuid(),
      template: text(120),
      orgCode: z
        .string()
        .regex(/^[0-9A-Z]{8}-?[0-9X]$/)
        .optional(),
      uscc: z
        .string()
        .regex(/^[0-9A-Z]{18}$/)
        .optional(),
    }),
    nothing,
  ),
  'documents.imported@1': shape(
    z.strictObject({
      ...{ batchId: z.uuid(), source: z.enum(sourceKinds), name: text(300), digest: sha256 },
      documents: z.number().int().min(1).max(100_000),
    }),
    nothing,
  ),
  'documents.importUndone@1': shape(
    z.strictObject({ batchId: z.uuid(), documents: z.number().int().nonnegative() }),
    nothing,
  ),
  'documents.exported@1': shape(
    z.strictObject({
      format: z.enum(outtakeFormats),
      /** Missing where an older version wrote it: then anything may have been in it. */
      isPublicOnly: z.boolean().optional(),
      documents: z.number().int().nonnegative(),
      attachments: z.number().int().nonnegative(),
      digest: sha256,
    }),
    nothing,
  ),
  'topicClass.renamed@1': shape(
    z.strictObject({ code: z.string().regex(/^\d{2}(?:\d{2})?$/), name: text(40) }),
    nothing,
  ),
  ...bookletFactShapes,
  ...mediaFactShapes,
  ...sendingFactShapes,
  ...requestFactShapes,
  ...documentFactShapes,
  ...visitFactShapes,
  ...enquiryFactShapes,
  ...standardListShapes,
} as const

/**
 * Whether a fold can bear it: of the shape of its type, or of a type that only a newer version knows. What a newer version may have added
 * to a shape is no fault, and a personal part that is still sealed, or erased, is none either.
 */
export function isBearable({ type, open, personal }: { type: string; open: unknown; personal?: unknown }): boolean {
  if (!Object.hasOwn(factShapes, type)) return typeof open === 'object' && open !== null
  const known = factShapes[type as keyof typeof factShapes]
  const isSealed = personal === undefined || typeof personal === 'string'
  return fits(known.open, open) && (isSealed || fits(known.personal, personal))
}

function fits(shape: z.ZodType, value: unknown): boolean {
  const read = shape.safeParse(value)
  return read.success || read.error.issues.every(({ code }) => code === 'unrecognized_keys')
}

/** Null where the fact has the shape of its type, else what is wrong with it (a path, never a value). */
export function malformation(fact: { type: string; open: unknown; personal?: unknown }): string | null {
  const known = Object.hasOwn(factShapes, fact.type) ? factShapes[fact.type as keyof typeof factShapes] : undefined
  if (!known) return 'type'
  const open = known.open.safeParse(fact.open)
  if (!open.success) return `open.${open.error.issues[0]?.path.join('.') ?? ''}`
  const personal = known.personal.safeParse(fact.personal)
  return personal.success ? null : `personal.${personal.error.issues[0]?.path.join('.') ?? ''}`
}
